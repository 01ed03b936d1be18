package io.hearth.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant to write, by Levenshtein's distance. */
final class Closest {

  private Closest() {}

  /** The words to add to a complaint about a word: "; did you mean 'x'?", or nothing. */
  static String hint(String word, Collection<String> known) {
    return to(word, known).map(meant -> "; did you mean '" + meant + "'?").orElse("");
  }

  /** The known word that is nearest, when it is near enough. */
  static Optional<String> to(String word, Collection<String> known) {
    int enough = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= enough)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
