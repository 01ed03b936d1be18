package io.hearth.language.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Words written as one that a language takes apart: "Küchenlicht" is a light of the kitchen. */
final class Compounds {

  private final Map<String, String> firsts = new HashMap<>();
  private final Set<String> lasts;

  Compounds(JsonNode data) {
    DataFile.entries(data.get("firsts"))
        .forEach((written, word) ->
            firsts.put(Normalizer.plain(written), Normalizer.plain(word.asString())));
    lasts = Set.copyOf(DataFile.texts(data.get("lasts")).stream().map(Normalizer::plain).toList());
  }

  /** The two words of a compound; empty for any other word. */
  Optional<List<String>> apart(String word) {
    for (int i = 3; i <= word.length() - 3 && !firsts.isEmpty(); i++) {
      String first = firsts.get(word.substring(0, i));
      if (first != null && lasts.contains(word.substring(i))) {
        return Optional.of(List.of(first, word.substring(i)));
      }
    }
    return Optional.empty();
  }
}
