package io.hearth.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A few words that settle what context would otherwise have to; worked out once per reading. */
record Heard(boolean all, boolean outside, boolean little, boolean question) {

  private static final Set<String> ALL =
      Set.of(
          "all",
          "every",
          "everything",
          "everywhere",
          "whole",
          "entire",
          "each",
          "any",
          "anything",
          "anywhere");
  private static final Set<String> OUTSIDE =
      Set.of("outside", "outdoor", "outdoors", "weather", "forecast");
  private static final Set<String> LITTLE =
      Set.of(
          "bit",
          "little",
          "slightly",
          "some",
          "touch",
          "more",
          "further",
          "less",
          "half",
          "halfway",
          "percent",
          "by",
          "partially",
          "partly",
          "crack",
          "tad");
  private static final Set<String> QUESTION =
      Set.of(
          "is", "are", "was", "were", "what", "whats", "which", "who", "when", "where", "why",
          "how", "did", "does", "has");

  static Heard of(String text) {
    List<String> words =
        List.of(text.strip().toLowerCase(Locale.ROOT).replace("'", "").split("[^a-z0-9%]+"));
    return new Heard(
        words.stream().anyMatch(ALL::contains),
        words.stream().anyMatch(OUTSIDE::contains),
        words.stream().anyMatch(word -> LITTLE.contains(word) || hasDigit(word)),
        words.stream().limit(1).anyMatch(QUESTION::contains));
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }
}
