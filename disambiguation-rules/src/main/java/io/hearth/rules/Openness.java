package io.hearth.rules;

import io.hearth.model.speech.Hypothesis;
import java.util.List;

/**
 * How far the words alone leave open what is meant: which readings are about as likely as the
 * likeliest. Context chooses among these and never lifts a far-fetched reading above a clear one.
 *
 * @param best confidence of the likeliest reading that is about the home
 * @param meanings how many different things the likely readings come to
 * @param targets how many different sets of devices they are about
 */
record Openness(double best, long meanings, long targets) {

  /** A reading this much less likely than the best is far-fetched. */
  private static final double LIKELY = 0.334;

  /** A reading this close to the best is as good as it. */
  private static final double LEADING = 0.85;

  static Openness of(List<Hypothesis> hypotheses) {
    double best =
        hypotheses.stream()
            .filter(h -> !h.isOutOfDomain())
            .mapToDouble(Hypothesis::confidence)
            .max()
            .orElse(0);
    List<Meaning> likely =
        hypotheses.stream()
            .filter(h -> !h.isOutOfDomain() && h.confidence() >= LIKELY * best)
            .map(Meaning::of)
            .distinct()
            .toList();
    return new Openness(
        best, likely.size(), likely.stream().map(Meaning::targets).distinct().count());
  }

  boolean isLikely(Hypothesis hypothesis) {
    return hypothesis.confidence() >= LIKELY * best;
  }

  boolean isLeading(Hypothesis hypothesis) {
    return hypothesis.confidence() >= LEADING * best;
  }

  boolean hasRivals() {
    return meanings > 1;
  }

  boolean hasRivalTargets() {
    return targets > 1;
  }
}
