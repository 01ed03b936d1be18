package io.hearth.rules;

import io.hearth.model.decision.Evidence;
import io.hearth.model.decision.Ranked;
import io.hearth.model.speech.Hypothesis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A conditional logit over the hypotheses of one utterance: the probability of each is proportional
 * to the exponential of its score, which is its confidence and its evidence in log-odds.
 *
 * <p>Evidence against every reading of the home is no evidence that the home was not meant: where
 * none has evidence for it on balance, the best counts as balanced. Out of domain so competes by
 * its own confidence.
 *
 * @param confidence how much the logarithm of the confidence counts
 * @param temperature above 0; the higher, the closer the probabilities are to each other
 */
record Likelihood(double confidence, double temperature) {

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble((Scored scored) -> -scored.score())
          .thenComparing(scored -> scored.hypothesis().heard())
          .thenComparing(scored -> scored.hypothesis().toString());

  /**
   * @param evidence by hypothesis
   */
  List<Ranked> rank(List<Hypothesis> hypotheses, List<List<Evidence>> evidence) {
    double opposition = commonOpposition(hypotheses, evidence);
    List<Scored> scored = new ArrayList<>();
    for (int h = 0; h < hypotheses.size(); h++) {
      Hypothesis hypothesis = hypotheses.get(h);
      double balance = sum(evidence.get(h)) - (hypothesis.isOutOfDomain() ? 0 : opposition);
      double score = (confidence * Math.log(hypothesis.confidence()) + balance) / temperature;
      scored.add(new Scored(h, hypothesis, score, evidence.get(h)));
    }
    scored.sort(BEST_FIRST);
    double best = scored.getFirst().score();
    double total = scored.stream().mapToDouble(s -> Math.exp(s.score() - best)).sum();
    return scored.stream()
        .map(s ->
            new Ranked(s.index(), s.hypothesis(), Math.exp(s.score() - best) / total, s.evidence()))
        .toList();
  }

  /** The least opposition among the readings of the home: 0 or less. */
  private static double commonOpposition(
      List<Hypothesis> hypotheses, List<List<Evidence>> evidence) {
    double best = Double.NEGATIVE_INFINITY;
    for (int h = 0; h < hypotheses.size(); h++) {
      if (!hypotheses.get(h).isOutOfDomain()) {
        best = Math.max(best, sum(evidence.get(h)));
      }
    }
    return best == Double.NEGATIVE_INFINITY ? 0 : Math.min(0, best);
  }

  /** In the order given, so that it is the same to the last bit. */
  private static double sum(List<Evidence> evidence) {
    double sum = 0;
    for (Evidence one : evidence) {
      sum += one.weight();
    }
    return sum;
  }

  private record Scored(int index, Hypothesis hypothesis, double score, List<Evidence> evidence) {}
}
