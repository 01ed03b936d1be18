package io.hearth.language.words;

/** How many of a sort are meant. */
public enum Quantifier {
  NONE,
  ALL,
  BOTH,
  ANY,
  WHICH,
  COUNT
}
