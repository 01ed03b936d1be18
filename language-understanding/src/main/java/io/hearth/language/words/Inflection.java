package io.hearth.language.words;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Changes the last word of a name by its ending, e.g. into the plural. */
final class Inflection {

  /** Words shorter than this are left alone where an ending is taken away. */
  private static final int SHORTEST = 4;

  private record Ending(String from, String to) {}

  private final List<Ending> endings = new ArrayList<>();

  /** Reads pairs of endings; the first that a word has is replaced. */
  Inflection(JsonNode pairs) {
    for (JsonNode pair : pairs) {
      endings.add(
          new Ending(
              Normalizer.plain(pair.get(0).asString()), Normalizer.plain(pair.get(1).asString())));
    }
  }

  List<String> of(List<String> words) {
    List<String> changed = new ArrayList<>(words);
    changed.set(changed.size() - 1, of(words.getLast()));
    return changed;
  }

  private String of(String word) {
    for (Ending ending : endings) {
      boolean shortened = ending.to().length() < ending.from().length();
      if (word.endsWith(ending.from()) && !(shortened && word.length() < SHORTEST)) {
        return word.substring(0, word.length() - ending.from().length()) + ending.to();
      }
    }
    return word;
  }
}
