package io.hearth.language.reference;

import io.hearth.language.words.Lexicon;
import io.hearth.language.words.PhraseTrie;
import io.hearth.language.words.Sentence;
import io.hearth.language.words.Thing;
import io.hearth.language.words.ThingWord;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Home;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sorts of things in a home: the language's own, and device types that it does not know. */
final class Things {

  private final Lexicon lexicon;
  private final String language;
  private final Home home;
  private final PhraseTrie<ThingWord> extra = new PhraseTrie<>();
  private final Set<DeviceType> seen = new HashSet<>();
  private final Set<String> seenKinds = new HashSet<>();
  private final Map<String, List<Device>> devices = new ConcurrentHashMap<>();

  Things(Lexicon lexicon, String language, Home home) {
    this.lexicon = lexicon;
    this.language = language;
    this.home = home;
    home.devices().forEach(this::learn);
  }

  private void learn(Device device) {
    DeviceType type = device.type();
    if (seen.add(type)) {
      learn(type.id(), Optional.empty(), type.names(), false);
      learn(type.id(), Optional.empty(), type.collective(), true);
    }
    device
        .kind()
        .ifPresent(kind -> {
          DeviceType.Kind data = type.kinds().get(kind);
          if (data != null && seenKinds.add(type.id() + "/" + kind)) {
            learn(type.id(), device.kind(), data.names(), false);
            learn(type.id(), device.kind(), data.collective(), true);
          }
        });
  }

  private void learn(
      String type, Optional<String> kind, Map<String, List<String>> names, boolean many) {
    Thing.Kin kin =
        new Thing.Kin(Optional.of(type), kind, List.of(), Optional.empty(), Optional.empty());
    Thing thing = new Thing(type + kind.map(k -> "/" + k).orElse(""), List.of(kin), false);
    boolean usual = true;
    for (String name : names.getOrDefault(language, List.of())) {
      List<String> words = lexicon.normalizer().words(name);
      if (!words.isEmpty() && !lexicon.things().contains(words)) {
        extra.add(words, new ThingWord(thing, name, many, usual, false));
        extra.add(lexicon.plural(words), new ThingWord(thing, name, true, usual, false));
      }
      usual = false;
    }
  }

  /** The words for things that begin at a word. */
  List<PhraseTrie.Match<ThingWord>> at(Sentence sentence, int at) {
    List<PhraseTrie.Match<ThingWord>> own = extra.at(sentence, at);
    List<PhraseTrie.Match<ThingWord>> found = lexicon.things().at(sentence, at);
    if (own.isEmpty()) {
      return found;
    }
    List<PhraseTrie.Match<ThingWord>> all = new ArrayList<>(found);
    all.addAll(own);
    return all;
  }

  /** The devices of the home that are such a thing, in the order of the home. */
  List<Device> devices(Thing thing) {
    return devices.computeIfAbsent(
        thing.id(), id -> home.devices().stream().filter(d -> isOne(d, thing)).toList());
  }

  /** The single words that name a sort of thing which the device is. */
  Set<String> wordsFor(Device device) {
    Set<String> words = new HashSet<>();
    device.typeNames(language).forEach(name -> words.addAll(lexicon.normalizer().words(name)));
    lexicon
        .thingWords()
        .forEach((id, names) ->
            lexicon
                .thing(id)
                .filter(thing -> !id.equals("appliance") && isOne(device, thing))
                .ifPresent(
                    thing -> names.forEach(n -> words.addAll(lexicon.normalizer().words(n)))));
    return words;
  }

  static boolean isOne(Device device, Thing thing) {
    for (Thing.Kin kin : thing.of()) {
      if (isOne(device, kin)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOne(Device device, Thing.Kin kin) {
    return kin.type().filter(type -> !type.equals(device.type().id())).isEmpty()
        && kin.kind().filter(kind -> !device.kind().equals(Optional.of(kind))).isEmpty()
        && (kin.named().isEmpty() || isNamed(device, kin.named()))
        && kin.trait()
            .filter(trait -> device.traits().stream().noneMatch(t -> t.word().equals(trait)))
            .isEmpty()
        && kin.mode().filter(mode -> !canMode(device, mode)).isEmpty();
  }

  private static boolean canMode(Device device, String mode) {
    return device.options().containsKey("mode")
        && device.property("mode").filter(p -> p.options().contains(mode)).isPresent();
  }

  static boolean isNamed(Device device, List<String> anyOf) {
    return hasWord(device.name(), anyOf)
        || device.aliases().stream().anyMatch(alias -> hasWord(alias, anyOf));
  }

  private static boolean hasWord(String name, List<String> anyOf) {
    for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (anyOf.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
