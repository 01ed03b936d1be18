package io.hearth.adapter.inference;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One spelling for names: {@code targetTemperature}, {@code Target-Temperature} are the same. */
public final class Words {

  private static final int LONGEST = 200;

  private Words() {}

  /** In small letters with {@code _} between words. */
  public static String key(String name) {
    String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    return cut.replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1_$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "_")
        .replaceAll("^_|_$", "");
  }

  /** Its words, each once. */
  static Set<String> of(String text) {
    Set<String> words = new LinkedHashSet<>(Arrays.asList(key(text).split("_")));
    words.remove("");
    return words;
  }

  /** Whether one of these words is among those of a text. */
  static boolean any(String text, List<String> words) {
    Set<String> said = of(text);
    return words.stream().anyMatch(said::contains);
  }
}
