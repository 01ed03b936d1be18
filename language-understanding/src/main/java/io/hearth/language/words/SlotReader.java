package io.hearth.language.words;

import java.util.List;

/** Reads what may fill a slot of a sentence form, from a word on; stateless and thread-safe. */
@FunctionalInterface
public interface SlotReader {

  /** All readings that begin at the word, any length; empty where there is none. */
  List<Reading> read(Sentence sentence, int at);
}
