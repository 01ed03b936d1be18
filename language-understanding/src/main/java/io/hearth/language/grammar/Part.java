package io.hearth.language.grammar;

import java.util.List;

/** A part of a sentence form. */
public sealed interface Part {

  /** A word said as it is. */
  record Word(String word) implements Part {}

  /**
   * Something filled in.
   *
   * @param type which reader reads it
   * @param name the name it is known by afterwards
   */
  record Slot(String type, String name) implements Part {}

  /** Parts one after the other. */
  record Sequence(List<Part> parts) implements Part {}

  /** One of several parts. */
  record Choice(List<Part> parts) implements Part {}

  /** A part that may be left out. */
  record Maybe(Part part) implements Part {}
}
