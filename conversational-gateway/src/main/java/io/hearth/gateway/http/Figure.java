package io.hearth.gateway.http;

import io.hearth.model.device.Value;

/** Numbers as they are written: rounded to what they are worth, whole where whole. */
final class Figure {

  private static final double PROBABILITY_STEPS = 10_000;
  private static final double WEIGHT_STEPS = 1_000;

  private Figure() {}

  /** Four decimals. */
  static Object probability(double value) {
    return rounded(value, PROBABILITY_STEPS);
  }

  /** Three decimals. */
  static Object weight(double value) {
    return rounded(value, WEIGHT_STEPS);
  }

  private static Object rounded(double value, double steps) {
    return Value.of(Math.rint(value * steps) / steps).raw();
  }
}
