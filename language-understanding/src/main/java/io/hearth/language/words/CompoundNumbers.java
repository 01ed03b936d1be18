package io.hearth.language.words;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Number words written as one: "einundzwanzig", "zweihundertfünf", "zweitausendsiebenhundert". */
final class CompoundNumbers {

  private static final String NONE = "-";

  private final Map<String, Integer> words;
  private final String thousand;
  private final String hundred;
  private final String joint;

  /**
   * @param words single number words, those of compounds included
   * @param parts the words for thousand and hundred, the joint of unit and ten, and the shortened
   *     units before them; empty for a language without such words
   */
  CompoundNumbers(Map<String, Integer> words, Map<String, String> parts) {
    this.words = new HashMap<>(words);
    this.thousand = parts.getOrDefault("thousand", NONE);
    this.hundred = parts.getOrDefault("hundred", NONE);
    this.joint = parts.getOrDefault("joint", NONE);
    this.words.put(parts.getOrDefault("one", NONE), 1);
  }

  /** The number that a word of several number words says; empty for any other word. */
  OptionalInt of(String word) {
    boolean compound = word.contains(thousand) || word.contains(hundred) || word.contains(joint);
    return compound ? number(word) : OptionalInt.empty();
  }

  private OptionalInt number(String word) {
    int at = word.indexOf(thousand);
    if (at >= 0) {
      return sum(word.substring(0, at), 1000, word.substring(at + thousand.length()));
    }
    at = word.indexOf(hundred);
    if (at >= 0) {
      return sum(word.substring(0, at), 100, word.substring(at + hundred.length()));
    }
    at = word.indexOf(joint);
    if (at > 0) {
      int unit = words.getOrDefault(word.substring(0, at), 0);
      int ten = words.getOrDefault(word.substring(at + joint.length()), 0);
      boolean both = unit > 0 && unit < 10 && ten >= 20 && ten % 10 == 0;
      return both ? OptionalInt.of(ten + unit) : OptionalInt.empty();
    }
    Integer single = words.get(word);
    return single == null ? OptionalInt.empty() : OptionalInt.of(single);
  }

  private OptionalInt sum(String count, int unit, String rest) {
    OptionalInt times = count.isEmpty() ? OptionalInt.of(1) : number(count);
    String tail = rest.startsWith(joint) ? rest.substring(joint.length()) : rest;
    OptionalInt more = tail.isEmpty() ? OptionalInt.of(0) : number(tail);
    return times.isPresent() && more.isPresent()
        ? OptionalInt.of(times.getAsInt() * unit + more.getAsInt())
        : OptionalInt.empty();
  }
}
