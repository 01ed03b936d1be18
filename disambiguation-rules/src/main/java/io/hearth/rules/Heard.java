package io.hearth.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A few words that settle what context would otherwise have to. */
final class Heard {

  private static final Set<String> ALL =
      Set.of("all", "every", "everything", "everywhere", "whole", "entire", "each");
  private static final Set<String> OUTSIDE =
      Set.of("outside", "outdoor", "outdoors", "weather", "forecast");

  private Heard() {}

  static boolean all(String text) {
    return anyOf(text, ALL);
  }

  static boolean outside(String text) {
    return anyOf(text, OUTSIDE);
  }

  private static boolean anyOf(String text, Set<String> words) {
    return List.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+")).stream()
        .anyMatch(words::contains);
  }
}
