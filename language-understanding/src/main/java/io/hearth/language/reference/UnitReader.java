package io.hearth.language.reference;

import io.hearth.language.reference.TargetPhrase.Referent;
import io.hearth.language.reference.TargetPhrase.Unit;
import io.hearth.language.words.Lexicon;
import io.hearth.language.words.PhraseTrie;
import io.hearth.language.words.Quantifier;
import io.hearth.language.words.Reading;
import io.hearth.language.words.Sentence;
import io.hearth.language.words.ThingWord;
import io.hearth.model.device.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one thing of a noun phrase: "the kitchen ceiling light", "all lamps upstairs", "it". */
final class UnitReader {

  private static final double PRONOUN = 0.98;
  private static final double WEAK = 0.8;
  private static final double SPOT = 0.9;
  private static final double UNKNOWN = 0.5;
  private static final double UNKNOWN_BARE = 0.35;
  private static final int LONGEST_UNKNOWN = 3;

  /** A known sort of thing with a name that none has: "the disco lights". */
  private static final double MODIFIED = 0.85;

  private static final double MODIFIER_IGNORED = 0.4;
  private static final double OVERSHADOWED = 0.45;

  /** A unit with where it ends and how well it fits. */
  record Found(int end, Unit unit, double quality) {}

  private final Lexicon lexicon;
  private final HomeLexicon home;
  private final PlaceReader places;

  UnitReader(Lexicon lexicon, HomeLexicon home, PlaceReader places) {
    this.lexicon = lexicon;
    this.home = home;
    this.places = places;
  }

  List<Found> read(Sentence sentence, int at) {
    Collector found = new Collector(sentence, at);
    fixed(sentence, at, found);
    Quantifier quantifier = Quantifier.NONE;
    int start = at;
    var quantified = lexicon.quantifiers().longest(sentence, at);
    if (quantified != null) {
      quantifier = quantified.value();
      start = quantified.end();
    }
    start = determiners(sentence, start);
    body(sentence, start, quantifier, found);
    if (start != at) {
      body(sentence, at, Quantifier.NONE, found);
    }
    if (found.isEmptyOfNames()) {
      unknown(sentence, start, start > at, found);
    }
    return found.withPlaces();
  }

  private int determiners(Sentence sentence, int at) {
    int next = at;
    while (true) {
      int end = lexicon.set("determiners").longestEnd(sentence, next);
      if (end == next) {
        return next;
      }
      next = end;
    }
  }

  /** Pronouns and words for everything, which stand without "the". */
  private void fixed(Sentence sentence, int at, Collector found) {
    int end = lexicon.set("pronoun_one").longestEnd(sentence, at);
    if (end > at) {
      found.add(end, new Referent.Pronoun(false), Quantifier.NONE, PRONOUN);
    }
    end = lexicon.set("pronoun_many").longestEnd(sentence, at);
    if (end > at) {
      found.add(end, new Referent.Pronoun(true), Quantifier.NONE, PRONOUN);
    }
    end = lexicon.set("everything").longestEnd(sentence, at);
    if (end > at) {
      found.add(end, new Referent.Everything(), Quantifier.ALL, 1);
    }
    end = lexicon.set("other_one").longestEnd(sentence, at);
    if (end > at) {
      found.add(end, new Referent.Other(), Quantifier.NONE, 1);
    }
  }

  private void body(Sentence sentence, int at, Quantifier quantifier, Collector found) {
    if (at >= sentence.size()) {
      return;
    }
    names(sentence, at, quantifier, Optional.empty(), 0, found);
    sorts(sentence, at, quantifier, Optional.empty(), 0, found);
    ordinals(sentence, at, quantifier, Optional.empty(), found);
    for (Reading place : places.several(sentence, at)) {
      inPlace(sentence, place, quantifier, found);
    }
  }

  /** What follows a place: "kitchen lights", "the kitchen one", or nothing: "the kitchen". */
  private void inPlace(Sentence sentence, Reading reading, Quantifier quantifier, Collector found) {
    Place place = (Place) reading.meaning();
    int next = reading.end();
    if (sentence.is(next, "s")) {
      next++;
    }
    Optional<Place> in = Optional.of(place);
    if (next < sentence.size()) {
      int start = determiners(sentence, next);
      Quantifier inner = quantifier;
      var quantified = lexicon.quantifiers().longest(sentence, next);
      if (quantified != null && quantified.value() == Quantifier.ALL) {
        inner = Quantifier.ALL;
        start = determiners(sentence, quantified.end());
      }
      found.scale = reading.quality();
      names(sentence, start, inner, in, 0, found);
      sorts(sentence, start, inner, in, 0, found);
      ordinals(sentence, start, inner, in, found);
      int one = lexicon.set("one_words").longestEnd(sentence, next);
      if (one > next) {
        found.add(one, new Referent.Spot(), inner, in, 0, 1);
      }
      found.scale = 1;
    }
    boolean alone = !(place instanceof Place.There);
    if (alone) {
      found.add(reading.end(), new Referent.Spot(), quantifier, in, 0, SPOT * reading.quality());
    }
  }

  private void names(
      Sentence sentence,
      int at,
      Quantifier quantifier,
      Optional<Place> place,
      int ordinal,
      Collector found) {
    Map<Integer, List<Device>> devices = new HashMap<>();
    Map<Integer, Double> quality = new HashMap<>();
    home.names()
        .at(
            sentence,
            at,
            (name, end) -> {
              if (name.bearer() instanceof Name.Bearer.OfDevice(Device device)) {
                if (name.open()) {
                  sortWordAfter(sentence, device, end)
                      .forEach(to -> note(devices, quality, to, device, name.quality()));
                } else {
                  note(devices, quality, end, device, name.quality());
                }
              }
            });
    devices.forEach((end, list) -> {
      boolean many = quantifier == Quantifier.ALL || quantifier == Quantifier.BOTH;
      double best = quality.getOrDefault(end, 1.0);
      found.add(end, new Referent.Named(list, many), quantifier, place, ordinal, best);
    });
  }

  private static void note(
      Map<Integer, List<Device>> devices,
      Map<Integer, Double> quality,
      int end,
      Device device,
      double fit) {
    double best = quality.getOrDefault(end, 0.0);
    if (fit > best + 0.02) {
      devices.put(end, new ArrayList<>());
      quality.put(end, fit);
    } else if (fit < best - 0.02) {
      return;
    }
    List<Device> list = devices.computeIfAbsent(end, e -> new ArrayList<>());
    if (!list.contains(device)) {
      list.add(device);
    }
  }

  private List<Integer> sortWordAfter(Sentence sentence, Device device, int at) {
    List<Integer> ends = new ArrayList<>();
    for (PhraseTrie.Match<ThingWord> match : home.things().at(sentence, at)) {
      if (Things.isOne(device, match.value().thing()) && !ends.contains(match.end())) {
        ends.add(match.end());
      }
    }
    int one = lexicon.set("one_words").longestEnd(sentence, at);
    if (one > at) {
      ends.add(one);
    }
    return ends;
  }

  private void sorts(
      Sentence sentence,
      int at,
      Quantifier quantifier,
      Optional<Place> place,
      int ordinal,
      Collector found) {
    for (PhraseTrie.Match<ThingWord> match : home.things().at(sentence, at)) {
      ThingWord word = match.value();
      double quality = word.weak() ? WEAK : 1;
      found.add(match.end(), new Referent.Sort(word), quantifier, place, ordinal, quality);
      if (place.isEmpty()) {
        compounds(sentence, at, match.end(), found);
      }
    }
  }

  /** "the kettle plug": a sort called after another, of which none here may have the name. */
  private void compounds(Sentence sentence, int at, int end, Collector found) {
    for (PhraseTrie.Match<ThingWord> second : home.things().at(sentence, end)) {
      String name = sentence.heard(at, second.end());
      found.add(second.end(), new Referent.Unknown(name), Quantifier.NONE, MODIFIED);
    }
  }

  /** "the second lamp", "lamp 2", "both lamps". */
  private void ordinals(
      Sentence sentence, int at, Quantifier quantifier, Optional<Place> place, Collector found) {
    for (PhraseTrie.Match<Integer> match : lexicon.ordinals().at(sentence, at)) {
      if (!sentence.token(at).isNumber()) {
        sorts(sentence, match.end(), quantifier, place, match.value(), found);
        names(sentence, match.end(), quantifier, place, match.value(), found);
      }
    }
    for (PhraseTrie.Match<ThingWord> sort : home.things().at(sentence, at)) {
      int end = sort.end();
      if (end < sentence.size() && sentence.token(end).isNumber()) {
        for (PhraseTrie.Match<Integer> number : lexicon.ordinals().at(sentence, end)) {
          found.add(
              number.end(),
              new Referent.Sort(sort.value()),
              quantifier,
              place,
              number.value(),
              0.6);
        }
      }
    }
  }

  /**
   * Words that name nothing here: "the jacuzzi", "the disco lights". A place is never passed over.
   */
  private void unknown(Sentence sentence, int at, boolean determined, Collector found) {
    if (!determined && at < sentence.size() && lexicon.isIn("imperatives", sentence.word(at))) {
      return;
    }
    boolean placed = false;
    for (int end = at + 1; end <= sentence.size() && end - at <= LONGEST_UNKNOWN; end++) {
      if (!canName(sentence, end - 1)) {
        return;
      }
      placed |= !places.single(sentence, end - 1, new ArrayList<>(2)).isEmpty();
      double quality = determined ? UNKNOWN : UNKNOWN_BARE;
      found.add(end, new Referent.Unknown(sentence.heard(at, end)), Quantifier.NONE, quality);
      for (PhraseTrie.Match<ThingWord> match : home.things().at(sentence, end)) {
        String name = sentence.heard(at, match.end());
        found.add(match.end(), new Referent.Unknown(name), Quantifier.NONE, MODIFIED);
        if (!placed) {
          found.add(
              match.end(), new Referent.Sort(match.value()), Quantifier.NONE, MODIFIER_IGNORED);
        }
      }
    }
  }

  private boolean canName(Sentence sentence, int at) {
    String word = sentence.word(at);
    return !sentence.token(at).isPause()
        && !sentence.token(at).isNumber()
        && !lexicon.isIn("function_words", word)
        && !lexicon.isIn("polarity", word)
        && !lexicon.isIn("talk", word)
        && !lexicon.isIn("turning", word)
        && lexicon.readings("property", sentence, at).isEmpty()
        && lexicon.readings("color", sentence, at).isEmpty()
        && home.things().at(sentence, at).isEmpty();
  }

  /** Gathers units, and the same units with a place after them. */
  private final class Collector {
    private final Sentence sentence;
    private final int start;
    private final List<Found> units = new ArrayList<>();
    private double scale = 1;

    Collector(Sentence sentence, int start) {
      this.sentence = sentence;
      this.start = start;
    }

    void add(int end, Referent referent, Quantifier quantifier, double quality) {
      add(end, referent, quantifier, Optional.empty(), 0, quality);
    }

    void add(
        int end,
        Referent referent,
        Quantifier quantifier,
        Optional<Place> place,
        int ordinal,
        double quality) {
      Unit unit = new Unit(referent, place, quantifier, ordinal, sentence.heard(start, end));
      boolean known = units.stream().anyMatch(f -> f.end() == end && f.unit().equals(unit));
      if (!known) {
        units.add(new Found(end, unit, quality * scale));
      }
    }

    boolean isEmptyOfNames() {
      return units.isEmpty();
    }

    /** A device that is called just so is meant rather than some device of that sort there. */
    private boolean isOvershadowed(Found found) {
      return found.unit().referent() instanceof Referent.Sort(ThingWord word)
          && !word.many()
          && found.unit().place().isPresent()
          && units.stream()
              .anyMatch(other ->
                  other.end() == found.end()
                      && other.quality() >= 1
                      && other.unit().place().isEmpty()
                      && other.unit().referent() instanceof Referent.Named);
    }

    /** A name that nothing has is not worth a thought where something is called so. */
    private boolean isNeedless(Found found) {
      return found.unit().referent() instanceof Referent.Unknown
          && units.stream()
              .anyMatch(other ->
                  other.end() == found.end()
                      && other.quality() > MODIFIER_IGNORED
                      && !(other.unit().referent() instanceof Referent.Unknown));
    }

    private List<Found> weighed() {
      return units.stream()
          .filter(f -> !isNeedless(f))
          .map(
              f -> isOvershadowed(f) ? new Found(f.end(), f.unit(), f.quality() * OVERSHADOWED) : f)
          .toList();
    }

    List<Found> withPlaces() {
      List<Found> all = new ArrayList<>(weighed());
      Map<Integer, List<Reading>> after = new HashMap<>();
      for (Found found : units) {
        if (found.unit().place().isPresent() || found.end() >= sentence.size()) {
          continue;
        }
        for (Reading place :
            after.computeIfAbsent(found.end(), end -> places.withPreposition(sentence, end))) {
          Unit in = found.unit().in((Place) place.meaning(), sentence.heard(start, place.end()));
          all.add(new Found(place.end(), in, found.quality() * place.quality()));
        }
      }
      return all;
    }
  }
}
