package io.hearth.language.words;

/**
 * How much something is to change.
 *
 * @param number in the property's own unit, in usual steps, or the factor
 */
public record Amount(Kind kind, double number) implements Meaning {

  /** What the number counts. */
  public enum Kind {
    /** "by 20 percent". */
    ABSOLUTE,
    /** "a bit": a share of the usual step. */
    STEPS,
    /** "twice as": times what is now. */
    FACTOR
  }

  @Override
  public boolean isDefinite() {
    return true;
  }
}
