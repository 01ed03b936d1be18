package io.hearth.gateway;

import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.ContextSnapshot;
import java.util.List;

/** What might have been meant; thread-safe. */
@FunctionalInterface
public interface Understanding {

  /** The readings of an utterance, at least one, falling in confidence. */
  List<Hypothesis> hypotheses(Utterance utterance, ContextSnapshot moment);
}
