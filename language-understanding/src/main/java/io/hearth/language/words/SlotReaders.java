package io.hearth.language.words;

import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The readers of a language's slots that need no home, made from its lexicon. */
final class SlotReaders {

  private final DataFile file;
  private final LexiconReader lexicon;
  private final Map<String, SlotReader> readers = new HashMap<>();

  SlotReaders(DataFile file, LexiconReader lexicon) {
    this.file = file;
    this.lexicon = lexicon;
  }

  Map<String, SlotReader> all() {
    quantities();
    times();
    words("color", "colors", this::color);
    readers.put("state", phrases(states()));
    readers.put("property", phrases(asked("properties")));
    readers.put("adjective", phrases(asked("adjectives")));
    readers.put("detection", phrases(detections()));
    words("brightness_level", "brightness_levels", SlotReaders::percent);
    words("volume_level", "volume_levels", SlotReaders::percent);
    words("speed_level", "speed_levels", SlotReaders::percent);
    readers.put("mode", phrases(options("modes")));
    readers.put("arm_mode", phrases(options("arm_modes")));
    readers.put("media_type", phrases(options("media_types")));
    readers.put("genre", phrases(same(file.section("genres"))));
    readers.put("coffee", phrases(same(file.section("drinks", "coffee_maker"))));
    readers.put("tea", phrases(same(file.section("drinks", "kettle"))));
    readers.put("negation", phrases(same(file.section("negations"))));
    readers.put("condition", new Conditions(lexicon.set(file.section("conditions"))));
    ordinal();
    return readers;
  }

  private void quantities() {
    PhraseTrie<String> units = new PhraseTrie<>();
    DataFile.entries(file.section("units"))
        .forEach((unit, list) ->
            DataFile.texts(list).forEach(text -> units.add(lexicon.words(text), unit)));
    Quantities quantities =
        new Quantities(
            new Numerals(), units, numbers("percents"), numbers("amounts"), numbers("factors"));
    readers.put("percent", quantities::percents);
    readers.put("temperature", quantities::temperatures);
    readers.put("amount", quantities::amounts);
    readers.put("factor", quantities::factors);
    PhraseTrie<Meaning> whites = new PhraseTrie<>();
    DataFile.entries(file.section("whites"))
        .forEach((word, kelvin) ->
            whites.add(lexicon.words(word), new Said(Value.of(kelvin.asDouble()), "K")));
    SlotReader named = phrases(whites);
    readers.put(
        "kelvin",
        (sentence, at) -> {
          List<Reading> found = new ArrayList<>(quantities.kelvins(sentence, at));
          found.addAll(named.read(sentence, at));
          return found;
        });
  }

  private void times() {
    TimeWords words = new TimeWords(file, lexicon.normalizer());
    Durations durations = new Durations(new Numerals(), lexicon.timeUnits());
    Clocks clocks = new Clocks(new Numerals(), words);
    readers.put("duration", durations);
    readers.put("clock", clocks);
    readers.put(
        "when", new Whens(words, durations, clocks, new Recurrences(words, durations, clocks)));
  }

  private void ordinal() {
    PhraseTrie<Meaning> trie = new PhraseTrie<>();
    DataFile.entries(file.section("ordinals"))
        .forEach((word, number) ->
            trie.add(lexicon.words(word), new Said(Value.of(number.asDouble()), "")));
    for (int i = 1; i <= 9; i++) {
      trie.add(List.of(String.valueOf(i)), new Said(Value.of(i), ""));
    }
    readers.put("ordinal", phrases(trie));
  }

  private void words(
      String slot, String section, Function<Map.Entry<String, JsonNode>, Meaning> meaning) {
    PhraseTrie<Meaning> trie = new PhraseTrie<>();
    DataFile.entries(file.section(section))
        .entrySet()
        .forEach(entry -> trie.add(lexicon.words(entry.getKey()), meaning.apply(entry)));
    readers.put(slot, phrases(trie));
  }

  private Meaning color(Map.Entry<String, JsonNode> entry) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("hue", Value.of(entry.getValue().get(0).asDouble()));
    fields.put("saturation", Value.of(entry.getValue().get(1).asDouble()));
    fields.put("name", Value.of(entry.getKey()));
    return new Said(new Value.Fields(fields), "");
  }

  private static Meaning percent(Map.Entry<String, JsonNode> entry) {
    return new Said(Value.of(entry.getValue().asDouble()), "%");
  }

  private PhraseTrie<Meaning> states() {
    PhraseTrie<Meaning> trie = new PhraseTrie<>();
    DataFile.entries(file.section("states"))
        .forEach((word, list) -> {
          List<Claim.Expectation> expectations = new ArrayList<>();
          for (JsonNode entry : list) {
            DataFile.entries(entry)
                .forEach((property, value) -> expectations.add(expectation(property, value)));
          }
          trie.add(lexicon.words(word), new Claim(word, expectations));
        });
    return trie;
  }

  private static Claim.Expectation expectation(String property, JsonNode node) {
    List<Value> values = new ArrayList<>();
    boolean negated = false;
    if (node.isArray()) {
      node.forEach(value -> values.add(LexiconReader.value(value)));
    } else if (node.isString() && node.asString().startsWith("!")) {
      negated = true;
      values.add(Value.of(node.asString().substring(1)));
    } else {
      values.add(LexiconReader.value(node));
    }
    return new Claim.Expectation(property, values, negated);
  }

  private PhraseTrie<Meaning> asked(String section) {
    PhraseTrie<Meaning> trie = new PhraseTrie<>();
    DataFile.entries(file.section(section))
        .forEach(
            (word, list) -> trie.add(lexicon.words(word), new Asked(word, DataFile.texts(list))));
    return trie;
  }

  private PhraseTrie<Meaning> detections() {
    PhraseTrie<Meaning> trie = new PhraseTrie<>();
    DataFile.entries(file.section("detections"))
        .forEach((word, property) ->
            trie.add(lexicon.words(word), new Asked(word, List.of(property.asString()))));
    return trie;
  }

  /** A canonical word with the words it goes by. */
  private PhraseTrie<Meaning> options(String section) {
    PhraseTrie<Meaning> trie = new PhraseTrie<>();
    DataFile.entries(file.section(section))
        .forEach((option, list) ->
            DataFile.texts(list).forEach(text -> trie.add(lexicon.words(text), Said.word(option))));
    return trie;
  }

  private PhraseTrie<Meaning> same(JsonNode list) {
    PhraseTrie<Meaning> trie = new PhraseTrie<>();
    DataFile.texts(list).forEach(text -> trie.add(lexicon.words(text), Said.word(text)));
    return trie;
  }

  private PhraseTrie<Double> numbers(String section) {
    PhraseTrie<Double> trie = new PhraseTrie<>();
    DataFile.entries(file.section(section))
        .forEach((word, number) -> trie.add(lexicon.words(word), number.asDouble()));
    return trie;
  }

  private static SlotReader phrases(PhraseTrie<Meaning> trie) {
    return (sentence, at) ->
        trie.at(sentence, at).stream()
            .map(match -> new Reading(match.end(), match.value(), 1))
            .toList();
  }
}
