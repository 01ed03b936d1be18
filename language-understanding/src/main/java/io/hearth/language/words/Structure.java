package io.hearth.language.words;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How a language puts words together: its {@code structure.yaml}. */
final class Structure {

  private final DataFile file;

  Structure(DataFile file) {
    this.file = file;
  }

  JsonNode section(String key) {
    return file.section(key);
  }

  /** The phrases of a list, in normal words. */
  PhraseTrie<Boolean> phrases(Normalizer normalizer, String... path) {
    JsonNode list = path.length == 1 ? file.section(path[0]) : file.section(path[0], path[1]);
    PhraseTrie<Boolean> trie = new PhraseTrie<>();
    DataFile.texts(list).forEach(text -> trie.add(normalizer.words(text), Boolean.TRUE));
    return trie;
  }

  /** Phrases with numbers. */
  PhraseTrie<Double> numbers(Normalizer normalizer, String key) {
    PhraseTrie<Double> trie = new PhraseTrie<>();
    entries(key).forEach((text, n) -> trie.add(normalizer.words(text), n.asDouble()));
    return trie;
  }

  /** Phrases with words. */
  PhraseTrie<String> words(Normalizer normalizer, String key) {
    PhraseTrie<String> trie = new PhraseTrie<>();
    entries(key).forEach((text, n) -> trie.add(normalizer.words(text), n.asString()));
    return trie;
  }

  Map<String, JsonNode> entries(String key) {
    return DataFile.entries(file.section(key));
  }

  List<String> texts(String key) {
    return DataFile.texts(file.section(key));
  }
}
