package io.hearth.language.learned;

import java.util.ArrayList;
import java.util.List;

/** Words with the label of the slot that each belongs to, while a sample is made. */
final class Phrasing {

  /** A word; pieces of one slot share a number, 0 means none. */
  record Word(String word, String label, int slot) {}

  private final List<Word> said = new ArrayList<>();
  private int slots;

  void add(List<String> words) {
    words.forEach(word -> said.add(new Word(word, "", 0)));
  }

  void add(Phrasing other) {
    other.said.forEach(word ->
        said.add(new Word(word.word(), word.label(), word.slot() == 0 ? 0 : word.slot() + slots)));
    slots += other.slots;
  }

  /** Adds words that fill a slot as a whole. */
  void addSlot(String label, Phrasing filled) {
    slots++;
    filled.said.forEach(word -> said.add(new Word(word.word(), label, slots)));
  }

  void add(Word word) {
    said.add(word);
    slots = Math.max(slots, word.slot());
  }

  boolean isEmpty() {
    return said.isEmpty();
  }

  List<Word> said() {
    return List.copyOf(said);
  }

  List<String> words() {
    return said.stream().map(Word::word).toList();
  }

  Sample sample(String sense, int template) {
    List<Guess.Mark> marks = new ArrayList<>();
    int at = 0;
    while (at < said.size()) {
      int start = at++;
      int slot = said.get(start).slot();
      if (slot > 0) {
        while (at < said.size() && said.get(at).slot() == slot) {
          at++;
        }
        marks.add(new Guess.Mark(said.get(start).label(), start, at));
      }
    }
    return new Sample(sense, template, words(), marks);
  }
}
