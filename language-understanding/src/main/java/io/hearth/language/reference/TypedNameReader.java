package io.hearth.language.reference;

import io.hearth.language.words.PhraseTrie;
import io.hearth.language.words.Quantifier;
import io.hearth.language.words.Reading;
import io.hearth.language.words.Sentence;
import io.hearth.language.words.SlotReader;
import io.hearth.language.words.Thing;
import io.hearth.language.words.ThingWord;
import io.hearth.model.device.Device;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the names of devices of one type only: scenes, lists, people. */
final class TypedNameReader implements SlotReader {

  private final HomeLexicon home;
  private final String type;

  TypedNameReader(HomeLexicon home, String type) {
    this.home = home;
    this.type = type;
  }

  @Override
  public List<Reading> read(Sentence sentence, int at) {
    int start = home.lexicon().set("determiners").longestEnd(sentence, at);
    Map<Integer, List<Device>> byEnd = new HashMap<>();
    Map<Integer, Double> quality = new HashMap<>();
    home.names()
        .at(
            sentence,
            start,
            (name, end) -> {
              if (name.bearer() instanceof Name.Bearer.OfDevice(Device device)
                  && device.type().id().equals(type)
                  && !name.open()) {
                List<Device> devices = byEnd.computeIfAbsent(end, e -> new ArrayList<>());
                if (!devices.contains(device)) {
                  devices.add(device);
                }
                quality.merge(end, name.quality(), Math::max);
              }
            });
    List<Reading> found = new ArrayList<>();
    byEnd.forEach((end, devices) ->
        found.add(
            reading(
                sentence,
                at,
                end,
                new TargetPhrase.Referent.Named(devices, false),
                quality.getOrDefault(end, 1.0))));
    sorts(sentence, at, start, found);
    return found;
  }

  /** "the shopping list" where no list has that name: any list. */
  private void sorts(Sentence sentence, int at, int start, List<Reading> found) {
    if (type.equals("scene") || type.equals("script") || type.equals("person")) {
      return;
    }
    List<PhraseTrie.Match<ThingWord>> matches = new ArrayList<>(home.things().at(sentence, start));
    matches.sort(Comparator.comparingInt(match -> rank(match.value().thing())));
    for (PhraseTrie.Match<ThingWord> match : matches) {
      boolean typed =
          match.value().thing().of().stream().anyMatch(kin -> kin.type().equals(Optional.of(type)));
      if (typed && found.stream().noneMatch(r -> r.end() == match.end())) {
        found.add(
            reading(sentence, at, match.end(), new TargetPhrase.Referent.Sort(match.value()), 0.9));
      }
    }
  }

  /** The narrowest sort that the home has comes first: a shopping list before any list. */
  private int rank(Thing thing) {
    int many = home.devices(thing).size();
    return many == 0 ? Integer.MAX_VALUE : many;
  }

  private static Reading reading(
      Sentence sentence, int at, int end, TargetPhrase.Referent referent, double quality) {
    String text = sentence.heard(at, end);
    TargetPhrase.Unit unit =
        new TargetPhrase.Unit(referent, Optional.empty(), Quantifier.NONE, 0, text);
    return new Reading(end, Target.of(TargetPhrase.of(unit)), quality);
  }
}
