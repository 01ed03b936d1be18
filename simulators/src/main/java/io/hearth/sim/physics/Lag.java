package io.hearth.sim.physics;

import java.time.Duration;

/** The first-order lag: what is warm cools by the same share of the difference in every moment. */
final class Lag {

  private Lag() {}

  /**
   * The value after some time, however long.
   *
   * @param constant the time after which 63 % of the way is done, above 0
   */
  static double approach(double value, double bound, Duration passed, Duration constant) {
    double share = 1 - Math.exp(-(double) passed.toMillis() / constant.toMillis());
    return value + (bound - value) * share;
  }
}
