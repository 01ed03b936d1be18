package io.hearth.gateway;

import io.hearth.model.decision.Ranking;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.state.ContextSnapshot;
import java.util.List;

/** What was most likely meant at this moment; thread-safe and independent of order. */
@FunctionalInterface
public interface Judgement {

  Ranking rerank(List<Hypothesis> hypotheses, ContextSnapshot moment);
}
