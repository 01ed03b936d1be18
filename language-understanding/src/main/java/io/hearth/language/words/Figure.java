package io.hearth.language.words;

/** Writes numbers for people to read. */
public final class Figure {

  private static final double STEPS = 100;

  private Figure() {}

  /** With two decimals at most; faster than a formatter, since it is written for every reading. */
  public static String rounded(double value) {
    return String.valueOf(Math.round(value * STEPS) / STEPS);
  }
}
