package io.hearth.language.learned;

import io.hearth.language.grammar.Part;
import io.hearth.language.grammar.TemplateParser;
import io.hearth.language.words.DataFile;
import io.hearth.language.words.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Makes one phrasing of a template by chance. */
final class Expansion {

  /** Phrases that fill a slot; empty where they are only words. */
  private record PhraseList(String label, List<Part> phrases) {}

  private final Map<String, PhraseList> lists = new HashMap<>();

  Expansion(JsonNode lists, Normalizer normalizer) {
    DataFile.entries(lists)
        .forEach((name, node) -> {
          List<Part> phrases =
              DataFile.texts(node.get("of")).stream()
                  .map(text -> new TemplateParser(text, Map.of(), normalizer::words).parse())
                  .toList();
          JsonNode label = node.get("label");
          this.lists.put(name, new PhraseList(label == null ? "" : label.asString(), phrases));
        });
  }

  void say(Part part, Phrasing phrasing, Random random) {
    switch (part) {
      case Part.Word(String word) -> phrasing.add(List.of(word));
      case Part.Slot(String type, String name) -> fill(type, phrasing, random);
      case Part.Sequence(List<Part> parts) -> parts.forEach(p -> say(p, phrasing, random));
      case Part.Choice(List<Part> parts) ->
          say(parts.get(random.nextInt(parts.size())), phrasing, random);
      case Part.Maybe(Part maybe) -> {
        if (random.nextBoolean()) {
          say(maybe, phrasing, random);
        }
      }
    }
  }

  private void fill(String name, Phrasing phrasing, Random random) {
    PhraseList list = lists.get(name);
    if (list == null) {
      throw new IllegalStateException("the corpus has no list {" + name + "}");
    }
    Phrasing filled = new Phrasing();
    say(list.phrases().get(random.nextInt(list.phrases().size())), filled, random);
    if (list.label().isEmpty()) {
      phrasing.add(filled);
    } else {
      phrasing.addSlot(list.label(), filled);
    }
  }
}
