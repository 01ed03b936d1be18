package io.hearth.language.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of a language, ready to be looked up; immutable and shared by all homes. */
public final class Lexicon {

  private final Normalizer normalizer;
  private final Map<String, PhraseTrie<Boolean>> sets;
  private final Map<String, Set<String>> wordSets;
  private final Map<String, SlotReader> readers;
  private final PhraseTrie<ThingWord> things;
  private final Map<String, Thing> thingsById;
  private final Map<String, List<String>> thingWords;
  private final PhraseTrie<Quantifier> quantifiers;
  private final PhraseTrie<Integer> rooms;
  private final PhraseTrie<Integer> ordinals;
  private final Map<String, Double> steps;
  private final Set<String> everythingWithout;
  private final Set<String> vocabulary;

  Lexicon(LexiconReader reader) {
    normalizer = reader.normalizer();
    sets = reader.sets();
    wordSets = reader.wordSets();
    readers = reader.slotReaders();
    things = reader.things();
    thingsById = reader.thingsById();
    thingWords = reader.thingWords();
    quantifiers = reader.quantifiers();
    rooms = reader.rooms();
    ordinals = reader.ordinals();
    steps = reader.steps();
    everythingWithout = reader.everythingWithout();
    vocabulary = reader.vocabulary();
  }

  /**
   * Reads the lexicon of a language.
   *
   * @param language its tag, e.g. {@code en}
   * @throws IllegalStateException when the language has no lexicon or a section is missing
   */
  public static Lexicon of(String language) {
    return new Lexicon(new LexiconReader(DataFile.read(language + "/lexicon.yaml")));
  }

  public Normalizer normalizer() {
    return normalizer;
  }

  /** A set of phrases of the lexicon, e.g. {@code fillers}. */
  public PhraseTrie<Boolean> set(String key) {
    PhraseTrie<Boolean> set = sets.get(key);
    if (set == null) {
      throw new IllegalArgumentException("the lexicon has no set of phrases " + key);
    }
    return set;
  }

  /** Whether a single word is in a set of words of the lexicon, e.g. {@code talk}. */
  public boolean isIn(String key, String word) {
    return wordSets.getOrDefault(key, Set.of()).contains(word);
  }

  /** The readers of slots that need no home, by slot. */
  public Map<String, SlotReader> readers() {
    return readers;
  }

  /** What a slot that needs no home can read from a word on. */
  public List<Reading> readings(String slot, Sentence sentence, int at) {
    SlotReader reader = readers.get(slot);
    return reader == null ? List.of() : reader.read(sentence, at);
  }

  public PhraseTrie<ThingWord> things() {
    return things;
  }

  public Optional<Thing> thing(String id) {
    return Optional.ofNullable(thingsById.get(id));
  }

  /** The words for each thing, by its id. */
  public Map<String, List<String>> thingWords() {
    return thingWords;
  }

  public PhraseTrie<Quantifier> quantifiers() {
    return quantifiers;
  }

  /** Words for rooms; words with the same number mean the same room. */
  public PhraseTrie<Integer> rooms() {
    return rooms;
  }

  /** Places in a row: 1 for the first, −1 for the last. */
  public PhraseTrie<Integer> ordinals() {
    return ordinals;
  }

  /** The usual step of a relative change, for a type of device or in general. */
  public double step(String intent, String type) {
    Double ofType = steps.get(intent + "." + type);
    return ofType != null ? ofType : steps.getOrDefault(intent, 10.0);
  }

  /** Types of devices that "everything" does not mean. */
  public Set<String> everythingWithout() {
    return everythingWithout;
  }

  /** Every single word of the lexicon. */
  public Set<String> vocabulary() {
    return vocabulary;
  }

  /** The plural of a name. */
  public List<String> plural(List<String> words) {
    return Plurals.of(words);
  }

  /** The singular of a name, or the name itself. */
  public List<String> singular(List<String> words) {
    return Plurals.singular(words);
  }
}
