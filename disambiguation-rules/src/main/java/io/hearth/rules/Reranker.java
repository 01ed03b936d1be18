package io.hearth.rules;

import io.hearth.model.decision.Evidence;
import io.hearth.model.decision.Ranking;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.state.ContextSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranks the readings of an utterance by how likely each was meant at the moment, with the reasons.
 *
 * <p>Deterministic, independent of the order of the hypotheses, safe from any thread; holds nothing
 * of a home, so that one serves them all.
 */
public final class Reranker {

  private final RuleSessions rules;
  private final Weights weights;
  private final Likelihood likelihood;

  /** Loads the compiled rules; takes some hundred milliseconds. */
  public Reranker() {
    weights = Weights.builtIn();
    likelihood = new Likelihood(weights.of("confidence"), weights.of("temperature"));
    rules = new RuleSessions();
    weights.requireExactly(rules.names());
  }

  /**
   * Ranks hypotheses.
   *
   * @param hypotheses at least one; evidence refers to them by index
   * @return all of them, most probable first, probabilities adding up to 1
   */
  public Ranking rerank(List<Hypothesis> hypotheses, ContextSnapshot snapshot) {
    Moment moment = new Moment(snapshot);
    List<Candidate> candidates = candidates(hypotheses, snapshot, moment);
    EvidenceLists evidence = new EvidenceLists(hypotheses, weights);
    rules.evidence(moment, candidates).forEach(evidence::add);
    List<List<Evidence>> lists = evidence.strongestFirst();
    return new Ranking(likelihood.rank(hypotheses, lists));
  }

  static List<Candidate> candidates(
      List<Hypothesis> hypotheses, ContextSnapshot snapshot, Moment moment) {
    Openness openness = Openness.of(hypotheses);
    List<Candidate> candidates = new ArrayList<>();
    for (int h = 0; h < hypotheses.size(); h++) {
      Hypothesis hypothesis = hypotheses.get(h);
      for (int r = 0; r < hypothesis.requests().size(); r++) {
        candidates.add(new Candidate(h, r, hypothesis, openness, moment, snapshot));
      }
    }
    return candidates;
  }
}
