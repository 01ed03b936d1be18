package io.hearth.language.words;

/** What a part of a sentence means: a value, a state, a time, a device; filled into a slot. */
public interface Meaning {

  /** Whether it is something definite of the home or a value, not just words. */
  default boolean isDefinite() {
    return false;
  }
}
