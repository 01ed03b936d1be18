package io.hearth.language.words;

import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Makes the lookups of a {@link Lexicon} from its file. */
final class LexiconReader {

  private static final List<String> PHRASE_SETS =
      List.of(
          "fillers",
          "pairs",
          "repairs",
          "conjunctions",
          "coordinators",
          "determiners",
          "except",
          "everything",
          "place_prepositions",
          "here",
          "there",
          "everywhere",
          "downstairs",
          "upstairs",
          "floor_words",
          "outside",
          "inside",
          "one_words",
          "negations",
          "device_prepositions",
          "conditions");
  private static final List<String> WORD_SETS =
      List.of(
          "talk",
          "chores",
          "no_titles",
          "no_items",
          "function_words",
          "polarity",
          "turning",
          "turning_little",
          "question_starts",
          "imperatives",
          "reporting",
          "answering");
  private static final Map<String, Long> UNIT_SECONDS =
      Map.of("second", 1L, "minute", 60L, "hour", 3600L, "day", 86400L, "week", 604800L);

  private final DataFile file;
  private final Normalizer normalizer;
  private final Set<String> vocabulary = new HashSet<>();
  private final Map<String, Thing> thingsById = new LinkedHashMap<>();

  LexiconReader(DataFile file) {
    this.file = file;
    this.normalizer = readNormalizer();
  }

  Normalizer normalizer() {
    return normalizer;
  }

  Set<String> vocabulary() {
    return Set.copyOf(vocabulary);
  }

  Map<String, List<String>> thingWords() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    DataFile.entries(file.section("things"))
        .forEach((id, node) -> words.put(id, DataFile.texts(node.get("words"))));
    return words;
  }

  Map<String, Thing> thingsById() {
    return Map.copyOf(thingsById);
  }

  private Normalizer readNormalizer() {
    Map<String, Integer> numbers = new HashMap<>();
    DataFile.entries(file.section("numbers")).forEach((word, n) -> numbers.put(word, n.asInt()));
    Map<String, List<String>> contractions = new HashMap<>();
    DataFile.entries(file.section("contractions"))
        .forEach((word, full) -> {
          contractions.put(word, List.of(full.asString().split(" ")));
          contractions.putIfAbsent(word.replace("'", ""), List.of(full.asString().split(" ")));
        });
    // Without apostrophe these are words of their own.
    List.of("well", "were", "shell", "hell", "ill", "id", "wed", "its")
        .forEach(contractions::remove);
    Map<String, String> spellings = new HashMap<>();
    DataFile.entries(file.section("spellings"))
        .forEach((from, to) -> spellings.put(from, to.asString()));
    return new Normalizer(
        contractions,
        spellings,
        numbers,
        Set.copyOf(DataFile.texts(file.section("noise"))),
        Set.copyOf(DataFile.texts(file.section("twice"))));
  }

  Map<String, PhraseTrie<Boolean>> sets() {
    Map<String, PhraseTrie<Boolean>> sets = new HashMap<>();
    PHRASE_SETS.forEach(key -> sets.put(key, set(file.section(key))));
    DataFile.entries(file.section("pronouns"))
        .forEach((key, node) -> sets.put("pronoun_" + key, set(node)));
    sets.put("other_one", set(file.section("other_one")));
    return sets;
  }

  Map<String, Set<String>> wordSets() {
    Map<String, Set<String>> sets = new HashMap<>();
    for (String key : WORD_SETS) {
      Set<String> words = new HashSet<>();
      DataFile.texts(file.section(key)).forEach(word -> words.addAll(words(word)));
      sets.put(key, words);
    }
    return sets;
  }

  Map<String, Double> steps() {
    Map<String, Double> steps = new HashMap<>();
    DataFile.entries(file.section("steps")).forEach((key, n) -> steps.put(key, n.asDouble()));
    return steps;
  }

  Set<String> everythingWithout() {
    return Set.copyOf(DataFile.texts(file.section("everything_without")));
  }

  PhraseTrie<Quantifier> quantifiers() {
    PhraseTrie<Quantifier> trie = new PhraseTrie<>();
    DataFile.entries(file.section("quantifiers"))
        .forEach((key, node) -> {
          Quantifier quantifier = Quantifier.valueOf(key.toUpperCase(Locale.ROOT));
          DataFile.texts(node).forEach(text -> trie.add(words(text), quantifier));
        });
    return trie;
  }

  PhraseTrie<Integer> ordinals() {
    PhraseTrie<Integer> trie = new PhraseTrie<>();
    DataFile.entries(file.section("ordinals"))
        .forEach((word, n) -> trie.add(words(word), n.asInt()));
    for (int i = 1; i <= 5; i++) {
      trie.add(List.of(String.valueOf(i)), i);
    }
    return trie;
  }

  PhraseTrie<Integer> rooms() {
    PhraseTrie<Integer> trie = new PhraseTrie<>();
    int room = 0;
    for (JsonNode names : file.section("rooms")) {
      int number = room++;
      DataFile.texts(names)
          .forEach(name -> {
            trie.add(words(name), number);
            trie.add(Plurals.of(words(name)), number);
            trie.add(List.of(String.join("", words(name))), number);
          });
    }
    return trie;
  }

  PhraseTrie<ThingWord> things() {
    Set<String> together = Set.copyOf(DataFile.texts(file.section("together")));
    PhraseTrie<ThingWord> trie = new PhraseTrie<>();
    DataFile.entries(file.section("things"))
        .forEach((id, node) -> {
          List<Thing.Kin> kin = new ArrayList<>();
          node.get("of").forEach(entry -> kin.add(kin(entry)));
          boolean whole =
              kin.stream().anyMatch(k -> k.type().filter(together::contains).isPresent());
          Thing thing = new Thing(id, kin, whole);
          thingsById.put(id, thing);
          new ThingWords(thing, node).addTo(trie);
        });
    return trie;
  }

  private static Thing.Kin kin(JsonNode node) {
    Function<String, java.util.Optional<String>> text =
        key -> java.util.Optional.ofNullable(node.get(key)).map(JsonNode::asString);
    JsonNode named = node.get("named");
    return new Thing.Kin(
        text.apply("type"),
        text.apply("kind"),
        named == null ? List.of() : DataFile.texts(named),
        text.apply("trait"),
        text.apply("mode"));
  }

  /** The words of one thing. */
  private final class ThingWords {
    private final Thing thing;
    private final List<String> names;
    private final Set<String> collective;
    private final Set<String> weak;

    ThingWords(Thing thing, JsonNode node) {
      this.thing = thing;
      names = DataFile.texts(node.get("words"));
      collective = optional(node, "collective");
      weak = optional(node, "weak");
    }

    private static Set<String> optional(JsonNode node, String key) {
      JsonNode list = node.get(key);
      return list == null ? Set.of() : new java.util.LinkedHashSet<>(DataFile.texts(list));
    }

    void addTo(PhraseTrie<ThingWord> trie) {
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        boolean many = collective.contains(name);
        ThingWord one = new ThingWord(thing, name, many, i == 0 || many, weak.contains(name));
        add(trie, words(name), one);
        if (!many) {
          ThingWord several = new ThingWord(thing, name, true, i == 0, weak.contains(name));
          add(trie, Plurals.of(words(name)), several);
        }
      }
      collective.stream()
          .filter(word -> !names.contains(word))
          .forEach(word -> add(trie, words(word), new ThingWord(thing, word, true, true, false)));
    }

    private void add(PhraseTrie<ThingWord> trie, List<String> phrase, ThingWord word) {
      vocabulary.addAll(phrase);
      trie.add(phrase, word);
      if (phrase.size() == 2) {
        trie.add(List.of(String.join("", phrase)), word);
      }
    }
  }

  Map<String, SlotReader> slotReaders() {
    return new SlotReaders(file, this).all();
  }

  Map<Long, List<List<String>>> timeUnits() {
    Map<Long, List<List<String>>> units = new HashMap<>();
    UNIT_SECONDS.forEach((unit, seconds) ->
        units.put(
            seconds,
            DataFile.texts(file.section("units", unit)).stream().map(this::words).toList()));
    return units;
  }

  PhraseTrie<Boolean> set(JsonNode list) {
    PhraseTrie<Boolean> trie = new PhraseTrie<>();
    DataFile.texts(list).forEach(text -> trie.add(words(text), Boolean.TRUE));
    return trie;
  }

  /** The words of a phrase, noted as known. */
  List<String> words(String text) {
    List<String> words = normalizer.words(text);
    vocabulary.addAll(words);
    return words;
  }

  static Value value(JsonNode node) {
    if (node.isBoolean()) {
      return Value.of(node.asBoolean());
    }
    return node.isNumber() ? Value.of(node.asDouble()) : Value.of(node.asString());
  }
}
