package io.hearth.language.words;

import java.util.ArrayList;
import java.util.List;

/** Regular English plurals of the last word of a name. */
final class Plurals {

  private Plurals() {}

  static List<String> of(List<String> words) {
    return withLast(words, plural(words.getLast()));
  }

  /** The singular of a name whose last word looks like a plural; the name itself otherwise. */
  static List<String> singular(List<String> words) {
    return withLast(words, singular(words.getLast()));
  }

  private static List<String> withLast(List<String> words, String last) {
    List<String> changed = new ArrayList<>(words);
    changed.set(changed.size() - 1, last);
    return changed;
  }

  private static String plural(String word) {
    if (word.endsWith("person")) {
      return "people";
    }
    if (word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh")) {
      return word + "es";
    }
    boolean afterConsonant =
        word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0;
    return word.endsWith("y") && afterConsonant
        ? word.substring(0, word.length() - 1) + "ies"
        : word + "s";
  }

  private static String singular(String word) {
    if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss")) {
      return word;
    }
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes")) {
      return word.substring(0, word.length() - 2);
    }
    return word.substring(0, word.length() - 1);
  }
}
