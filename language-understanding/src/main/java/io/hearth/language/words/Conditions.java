package io.hearth.language.words;

import java.util.ArrayList;
import java.util.List;

/** Conditions, from their first word to any end: "when I arrive home", "if it rains". */
final class Conditions implements SlotReader {

  private static final double QUALITY = 0.93;
  private static final int LONGEST = 14;

  private final PhraseTrie<Boolean> words;

  Conditions(PhraseTrie<Boolean> words) {
    this.words = words;
  }

  @Override
  public List<Reading> read(Sentence sentence, int at) {
    int start = words.longestEnd(sentence, at);
    if (start == at) {
      return List.of();
    }
    List<Reading> found = new ArrayList<>();
    int last = Math.min(sentence.size(), start + LONGEST);
    for (int end = start + 1; end <= last; end++) {
      found.add(new Reading(end, new Phrase(sentence.heard(at, end)), QUALITY));
    }
    return found;
  }
}
