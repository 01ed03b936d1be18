package io.hearth.adapter.vocabulary;

/** Numbers of one scale in another, e.g. a brightness of 0–254 in percent. */
public final class Scales {

  private Scales() {}

  /** Percent of a number on a scale, cut to 0–100, to a tenth. */
  public static double percent(double value, double from, double to) {
    return from == to ? 0 : rounded(Math.clamp(100 * (value - from) / (to - from), 0, 100), 1);
  }

  /** Percent of a brightness on a scale from 0; what gives any light at all is never 0 %. */
  public static double brightness(double value, double max) {
    double percent = Math.rint(Math.clamp(100 * value / max, 0, 100));
    return value > 0 ? Math.max(1, percent) : percent;
  }

  /** The number on a scale that percent mean. */
  public static double ofPercent(double percent, double from, double to) {
    return from + (to - from) * Math.clamp(percent, 0, 100) / 100;
  }

  /** The whole number on a scale from 0 that percent mean; above 0 % it is never 0. */
  public static int ofBrightness(double percent, double max) {
    int value = (int) Math.round(ofPercent(percent, 0, max));
    return percent > 0 ? Math.max(1, value) : value;
  }

  /** A number with so many places behind the point. */
  public static double rounded(double value, int places) {
    double factor = Math.pow(10, places);
    double rounded = Math.rint(value * factor) / factor;
    return Double.isFinite(rounded) ? rounded : value;
  }

  /** The multiple of a step nearest to a number, counted from the start of its range. */
  public static double stepped(double value, double from, double step) {
    return step > 0 ? rounded(from + Math.rint((value - from) / step) * step, 6) : value;
  }
}
