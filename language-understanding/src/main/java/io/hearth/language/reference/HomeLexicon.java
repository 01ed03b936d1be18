package io.hearth.language.reference;

import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Reading;
import io.hearth.language.words.Sentence;
import io.hearth.language.words.SlotReader;
import io.hearth.language.words.Thing;
import io.hearth.language.words.Token;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of one home: names of devices, areas and floors, ready to be looked up; immutable.
 * Deriving it anew after devices came or went touches only their names.
 */
public final class HomeLexicon {

  private static final String LANGUAGE = "en";

  private final Home home;
  private final Lexicon lexicon;
  private final Things things;
  private final PropertyWords properties;
  private final Map<DeviceId, List<Name>> deviceNames;
  private final NameIndex names;
  private final Map<String, SlotReader> readers;
  private final Set<String> vocabulary;
  private final Map<DeviceId, Integer> order = new HashMap<>();
  private final Map<String, Set<DeviceId>> able = new ConcurrentHashMap<>();
  private final Map<DeviceId, Set<String>> ownWords = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> sortWords = new ConcurrentHashMap<>();

  private HomeLexicon(
      Home home,
      Lexicon lexicon,
      Things things,
      Map<DeviceId, List<Name>> deviceNames,
      NameIndex names) {
    this.home = home;
    this.lexicon = lexicon;
    this.things = things;
    this.deviceNames = deviceNames;
    this.names = names;
    this.properties = new PropertyWords(lexicon, LANGUAGE, home);
    this.vocabulary = new HashSet<>(names.vocabulary());
    this.readers = newReaders();
    vocabulary.addAll(properties.vocabulary());
    home.devices().forEach(device -> order.put(device.id(), order.size()));
  }

  /** Builds the words of a home. */
  public static HomeLexicon of(Home home, Lexicon lexicon) {
    Things things = new Things(lexicon, LANGUAGE, home);
    Namer namer = new Namer(lexicon, things);
    Map<DeviceId, List<Name>> deviceNames = new LinkedHashMap<>();
    List<Name> all = new ArrayList<>();
    home.areas().forEach(area -> all.addAll(namer.names(area)));
    home.floors().forEach(floor -> all.addAll(namer.names(floor)));
    for (Device device : home.devices()) {
      List<Name> names = namer.names(device, home);
      deviceNames.put(device.id(), names);
      all.addAll(names);
    }
    return new HomeLexicon(home, lexicon, things, deviceNames, NameIndex.of(all));
  }

  /** The words of the same home later; what did not change is shared. */
  public HomeLexicon updatedTo(Home newHome) {
    if (newHome == home) {
      return this;
    }
    boolean samePlaces =
        List.copyOf(newHome.areas()).equals(List.copyOf(home.areas()))
            && List.copyOf(newHome.floors()).equals(List.copyOf(home.floors()));
    return samePlaces ? withDevicesOf(newHome) : of(newHome, lexicon);
  }

  private HomeLexicon withDevicesOf(Home newHome) {
    Things newThings = new Things(lexicon, LANGUAGE, newHome);
    Namer namer = new Namer(lexicon, newThings);
    Map<DeviceId, List<Name>> next = new LinkedHashMap<>();
    List<Name> added = new ArrayList<>();
    List<Name> removed = new ArrayList<>();
    Map<DeviceId, List<Name>> gone = new HashMap<>(deviceNames);
    for (Device device : newHome.devices()) {
      List<Name> known = gone.remove(device.id());
      boolean same = known != null && home.device(device.id()).filter(device::equals).isPresent();
      List<Name> current = same && known != null ? known : namer.names(device, newHome);
      if (!same) {
        added.addAll(current);
        removed.addAll(known == null ? List.of() : known);
      }
      next.put(device.id(), current);
    }
    gone.values().forEach(removed::addAll);
    return new HomeLexicon(newHome, lexicon, newThings, next, names.with(added, removed));
  }

  private Map<String, SlotReader> newReaders() {
    Map<String, SlotReader> all = new HashMap<>(lexicon.readers());
    PlaceReader places = new PlaceReader(lexicon, this);
    TargetReader targets = new TargetReader(lexicon, this, places);
    all.put("place", places.bare());
    all.put("place_adjunct", places.adjunct());
    all.put("target", targets);
    all.put("device_adjunct", new DeviceAdjunctReader(lexicon, targets, places));
    SlotReader asked = all.getOrDefault("property", (sentence, at) -> List.of());
    all.put("property", properties.asked(asked));
    all.put("own_asked", properties.own());
    all.put("own_property", properties.settable());
    OptionReader options = new OptionReader(lexicon, LANGUAGE, home);
    vocabulary.addAll(options.vocabulary());
    all.put("option", options.any());
    all.put("source", options.of("source"));
    Map.of(
            "scene", "scene",
            "script", "script",
            "list", "todo_list",
            "calendar", "calendar",
            "weather_device", "weather")
        .forEach((slot, type) -> all.put(slot, new TypedNameReader(this, type)));
    all.put("person", new TypedNameReader(this, "person"));
    return Map.copyOf(all);
  }

  public Home home() {
    return home;
  }

  public Lexicon lexicon() {
    return lexicon;
  }

  /** The readers of all slots, those of the language included. */
  public Map<String, SlotReader> readers() {
    return readers;
  }

  /** The devices that are such a thing, in the order of the home. */
  public List<Device> devices(Thing thing) {
    return things.devices(thing);
  }

  /** The names of all things and places of the home, in normal words. */
  public List<List<String>> nameWords() {
    return names.words();
  }

  /** Every single word of a name in the home. */
  public Set<String> vocabulary() {
    return vocabulary;
  }

  Things things() {
    return things;
  }

  NameIndex names() {
    return names;
  }

  /** Reads a noun phrase that begins at a word. */
  public List<Reading> targets(Sentence sentence, int at) {
    SlotReader reader = readers.get("target");
    return reader == null ? List.of() : reader.read(sentence, at);
  }

  /** The devices with an action for an intent, worked out once. */
  public Set<DeviceId> able(String intent) {
    return able.computeIfAbsent(
        intent,
        word -> {
          Set<DeviceId> ids = new HashSet<>();
          for (Device device : home.devices()) {
            if (device.actionFor(word).isPresent()) {
              ids.add(device.id());
            }
          }
          return ids;
        });
  }

  /** Devices in the order of the home. */
  List<Device> ordered(Set<Device> devices) {
    List<Device> sorted = new ArrayList<>(devices);
    sorted.sort(Comparator.comparingInt(device -> order.getOrDefault(device.id(), 0)));
    return sorted;
  }

  /** The words of a device's own name and aliases. */
  Set<String> ownWordsOf(Device device) {
    return ownWords.computeIfAbsent(
        device.id(),
        id -> {
          Set<String> words = new HashSet<>(lexicon.normalizer().words(device.name()));
          device.aliases().forEach(alias -> words.addAll(lexicon.normalizer().words(alias)));
          return words;
        });
  }

  /** All names of a device, as sets of words. */
  public Set<String> wordsOf(Device device) {
    Set<String> words = new HashSet<>();
    deviceNames.getOrDefault(device.id(), List.of()).forEach(name -> words.addAll(name.words()));
    return words;
  }

  /** All words for the sorts of thing that a device is. */
  public Set<String> sortWordsOf(Device device) {
    return sortWords.computeIfAbsent(
        device.type().id() + device.kind().map(k -> "/" + k).orElse("") + device.traits(),
        key -> things.wordsFor(device));
  }

  static Sentence sentence(List<String> words) {
    return new Sentence(words.stream().map(word -> new Token(word, word)).toList());
  }
}
