package io.hearth.language.grammar;

import io.hearth.language.words.DataFile;
import io.hearth.language.words.Normalizer;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Intent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the sentence forms of a language. */
final class GrammarReader {

  private final DataFile file;
  private final Normalizer normalizer;
  private final Map<String, String> parts = new HashMap<>();
  private final List<Form> forms = new ArrayList<>();

  GrammarReader(DataFile file, Normalizer normalizer) {
    this.file = file;
    this.normalizer = normalizer;
  }

  List<Form> forms() {
    DataFile.entries(file.section("parts"))
        .forEach((name, text) -> parts.put(name, text.asString()));
    file.section("intents").forEach(this::readIntents);
    file.section("dialogue")
        .forEach(node -> add(entry(node, node.get("act").asString()), node, Optional.empty(), 0));
    return forms;
  }

  private void readIntents(JsonNode node) {
    List<String> words = DataFile.texts(node.get("intent"));
    FormEntry entry = entry(node, "");
    for (int rank = 0; rank < words.size(); rank++) {
      String word = words.get(rank);
      Intent intent =
          Intent.ofWord(word)
              .orElseThrow(() -> new IllegalStateException("the grammar has no intent " + word));
      add(entry, node, Optional.of(intent), rank);
    }
  }

  private void add(FormEntry entry, JsonNode node, Optional<Intent> intent, int rank) {
    for (String template : DataFile.texts(node.get("forms"))) {
      Part part = new TemplateParser(template, parts, normalizer::words).parse();
      forms.add(new Form(entry, template, intent, rank, part));
    }
  }

  static FormEntry entry(JsonNode node, String act) {
    Map<String, Value> constants = new LinkedHashMap<>();
    if (node.get("set") != null) {
      DataFile.entries(node.get("set")).forEach((slot, value) -> constants.put(slot, value(value)));
    }
    JsonNode implied = node.get("implies");
    return new FormEntry(
        act,
        node.get("weight") == null ? 1 : node.get("weight").asDouble(),
        Map.copyOf(constants),
        texts(implied),
        node.get("scope") == null ? "each" : node.get("scope").asString(),
        isTrue(node, "indirect"),
        isTrue(node, "strict"),
        texts(node.get("of")),
        texts(node.get("unlike")));
  }

  private static List<String> texts(@Nullable JsonNode node) {
    return node == null ? List.of() : DataFile.texts(node);
  }

  private static boolean isTrue(JsonNode node, String key) {
    return node.get(key) != null && node.get(key).asBoolean();
  }

  private static Value value(JsonNode node) {
    if (node.isBoolean()) {
      return Value.of(node.asBoolean());
    }
    return node.isNumber() ? Value.of(node.asDouble()) : Value.of(node.asString());
  }
}
