package io.hearth.language.learned;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.classification.Label;

/**
 * Makes probabilities mean what they say: one temperature for all classes, chosen on sentences
 * whose templates were not trained on (Guo et al. 2017).
 */
final class Calibration {

  private static final double COOLEST = 0.3;
  private static final double HOTTEST = 5;
  private static final double STEP = 1.03;

  /** What was predicted for a sentence, and its true class. */
  record Case(Map<String, Label> scores, String truth) {}

  private Calibration() {}

  /** Probabilities at a temperature; above 1 they are evened out. */
  static Map<String, Double> at(double temperature, Map<String, Label> scores) {
    Map<String, Double> weights = new HashMap<>();
    double sum = 0;
    for (Map.Entry<String, Label> entry : scores.entrySet()) {
      double weight = Math.pow(entry.getValue().getScore(), 1 / temperature);
      weights.put(entry.getKey(), weight);
      sum += weight;
    }
    double all = sum;
    weights.replaceAll((name, weight) -> weight / all);
    return weights;
  }

  /** The temperature at which the truth is likeliest. */
  static double temperature(List<Case> cases) {
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (double t = COOLEST; t < HOTTEST; t *= STEP) {
      double loss = loss(cases, t);
      if (loss < least) {
        least = loss;
        best = t;
      }
    }
    return best;
  }

  private static double loss(List<Case> cases, double temperature) {
    double sum = 0;
    for (Case c : cases) {
      sum -= Math.log(Math.max(1e-9, at(temperature, c.scores()).getOrDefault(c.truth(), 0.0)));
    }
    return sum;
  }
}
