package io.hearth.rules;

import io.hearth.model.speech.Hypothesis;
import java.util.List;

/**
 * How far the words alone leave open what is meant: which readings are about as likely as the
 * likeliest. Context chooses among these and never lifts a far-fetched reading above a clear one.
 *
 * @param best confidence of the likeliest reading that is about the home
 * @param likely how many are likely
 */
record Openness(double best, long likely) {

  /** A reading this much less likely than the best is far-fetched. */
  private static final double LIKELY = 0.2;

  static Openness of(List<Hypothesis> hypotheses) {
    double best =
        hypotheses.stream()
            .filter(h -> !h.isOutOfDomain())
            .mapToDouble(Hypothesis::confidence)
            .max()
            .orElse(0);
    long likely =
        hypotheses.stream()
            .filter(h -> !h.isOutOfDomain() && h.confidence() >= LIKELY * best)
            .count();
    return new Openness(best, likely);
  }

  boolean isLikely(Hypothesis hypothesis) {
    return hypothesis.confidence() >= LIKELY * best;
  }

  boolean hasRivals() {
    return likely > 1;
  }
}
