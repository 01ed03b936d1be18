package io.hearth.language.reference;

import io.hearth.language.words.Lexicon;
import io.hearth.language.words.PhraseTrie;
import io.hearth.language.words.Reading;
import io.hearth.language.words.Sentence;
import io.hearth.language.words.SlotReader;
import io.hearth.model.device.Area;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Floor;
import io.hearth.model.device.FloorId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads places: rooms, storeys, "here", "upstairs", "the kitchen and the hall". */
final class PlaceReader {

  private static final double OTHER_WORD = 0.93;
  private static final double MISSING = 0.9;
  private static final double BARE_WORD = 0.9;

  /** A room without preposition that is no part of a noun phrase: "lights off bathroom". */
  private static final double LOOSE = 0.75;

  private final Lexicon lexicon;
  private final HomeLexicon home;
  private final Map<Integer, List<AreaId>> areasByRoom = new HashMap<>();

  PlaceReader(Lexicon lexicon, HomeLexicon home) {
    this.lexicon = lexicon;
    this.home = home;
    for (Area area : home.home().areas()) {
      addRoom(area.name(), area.id());
      area.aliases().forEach(alias -> addRoom(alias, area.id()));
    }
  }

  private void addRoom(String name, AreaId area) {
    List<String> words = lexicon.normalizer().words(name);
    Sentence sentence = HomeLexicon.sentence(words);
    for (PhraseTrie.Match<Integer> match : lexicon.rooms().at(sentence, 0)) {
      if (match.end() == words.size()) {
        List<AreaId> areas = areasByRoom.computeIfAbsent(match.value(), r -> new ArrayList<>());
        if (!areas.contains(area)) {
          areas.add(area);
        }
      }
    }
  }

  /** A place as the thing spoken about: "the kitchen", "upstairs". */
  SlotReader bare() {
    return (sentence, at) -> {
      int start = lexicon.set("determiners").longestEnd(sentence, at);
      List<Reading> found = new ArrayList<>(several(sentence, at));
      if (start > at) {
        found.addAll(several(sentence, start));
      }
      return found;
    };
  }

  /** A place that stands anywhere: "in the kitchen", "upstairs", "here". */
  SlotReader adjunct() {
    return (sentence, at) -> {
      List<Reading> found = new ArrayList<>(withPreposition(sentence, at));
      single(sentence, at, new ArrayList<>(2)).stream()
          .filter(reading -> reading.meaning() instanceof Place.Areas)
          .forEach(r -> found.add(new Reading(r.end(), r.meaning(), r.quality() * LOOSE)));
      return found;
    };
  }

  List<Reading> withPreposition(Sentence sentence, int at) {
    List<Reading> found = new ArrayList<>(2);
    words(sentence, at, true, found);
    for (PhraseTrie.Match<Boolean> match : lexicon.set("place_prepositions").at(sentence, at)) {
      int next = lexicon.set("determiners").longestEnd(sentence, match.end());
      found.addAll(several(sentence, next));
    }
    return found;
  }

  /** One place, or several joined by "and". */
  List<Reading> several(Sentence sentence, int at) {
    List<Reading> singles = new ArrayList<>(2);
    single(sentence, at, singles);
    List<Reading> found = new ArrayList<>(singles);
    for (Reading first : singles) {
      if (first.meaning() instanceof Place.Areas areas) {
        Reading joined = joined(sentence, first, areas);
        if (joined != null) {
          found.add(joined);
        }
      }
    }
    return found;
  }

  private @org.jspecify.annotations.Nullable Reading joined(
      Sentence sentence, Reading first, Place.Areas areas) {
    int next = first.end();
    if (next < sentence.size() && sentence.token(next).isPause()) {
      next++;
    }
    int joint = lexicon.set("coordinators").longestEnd(sentence, next);
    if (joint == first.end()) {
      return null;
    }
    int start = lexicon.set("place_prepositions").longestEnd(sentence, joint);
    start = lexicon.set("determiners").longestEnd(sentence, start);
    for (Reading second : several(sentence, start).reversed()) {
      if (second.meaning() instanceof Place.Areas more) {
        List<AreaId> all = new ArrayList<>(areas.areas());
        more.areas().stream().filter(area -> !all.contains(area)).forEach(all::add);
        double quality = first.quality() * second.quality();
        Place both = new Place.Areas(all, areas.text() + " and " + more.text());
        return new Reading(second.end(), both, quality);
      }
    }
    return null;
  }

  /** The rooms, storeys and other places that begin at a word. */
  List<Reading> single(Sentence sentence, int at, List<Reading> found) {
    int before = found.size();
    names(sentence, at, found);
    boolean named = found.size() > before;
    words(sentence, at, false, found);
    rooms(sentence, at, named, found);
    return found;
  }

  private void names(Sentence sentence, int at, List<Reading> found) {
    Map<Integer, List<AreaId>> areas = new HashMap<>();
    Map<Integer, Double> quality = new HashMap<>();
    home.names()
        .at(
            sentence,
            at,
            (name, end) -> {
              switch (name.bearer()) {
                case Name.Bearer.OfArea(AreaId area) -> {
                  areas.computeIfAbsent(end, e -> new ArrayList<>()).add(area);
                  quality.merge(end, name.quality(), Math::max);
                }
                case Name.Bearer.OfFloor(FloorId floor) ->
                    found.add(
                        new Reading(
                            end,
                            new Place.Floors(List.of(floor), sentence.heard(at, end)),
                            name.quality()));
                case Name.Bearer.OfDevice ignored -> {
                  // no place
                }
              }
            });
    areas.forEach((end, ids) ->
        found.add(
            new Reading(
                end,
                new Place.Areas(ids.stream().distinct().toList(), sentence.heard(at, end)),
                quality.getOrDefault(end, 1.0))));
  }

  /** Words for places that every home has. */
  private void words(Sentence sentence, int at, boolean free, List<Reading> found) {
    int end = lexicon.set("here").longestEnd(sentence, at);
    if (end > at && !endsRoom(sentence, at)) {
      found.add(new Reading(end, new Place.Here(sentence.heard(at, end)), 1));
    }
    end = lexicon.set("everywhere").longestEnd(sentence, at);
    boolean oneWord = end == at + 1 && !sentence.is(at, "everywhere");
    if (end > at && !(free && oneWord)) {
      double quality = oneWord ? BARE_WORD : 1;
      found.add(new Reading(end, new Place.Everywhere(sentence.heard(at, end)), quality));
    }
    end = lexicon.set("there").longestEnd(sentence, at);
    if (end > at && !(free && end == at + 1)) {
      found.add(new Reading(end, new Place.There(sentence.heard(at, end)), 1));
    }
    storey(sentence, at, "upstairs", true, found);
    storey(sentence, at, "downstairs", false, found);
    doors(sentence, at, "outside", true, found);
    doors(sentence, at, "inside", false, found);
    if (free) {
      int next = lexicon.set("determiners").longestEnd(sentence, at);
      if (next == at) {
        floorNames(sentence, at, found);
      }
    }
  }

  /** Whether a word ends the name of a room, as "room" in "laundry room" does. */
  boolean endsRoom(Sentence sentence, int at) {
    if (at == 0) {
      return false;
    }
    var room = lexicon.rooms().longest(sentence, at - 1);
    boolean[] ends = {room != null && room.end() > at};
    home.names()
        .at(
            sentence,
            at - 1,
            (name, to) -> ends[0] |= to > at && name.bearer() instanceof Name.Bearer.OfArea);
    return ends[0];
  }

  /** A storey's own name may stand alone, such as the alias "upstairs". */
  private void floorNames(Sentence sentence, int at, List<Reading> found) {
    home.names()
        .at(
            sentence,
            at,
            (name, end) -> {
              if (name.bearer() instanceof Name.Bearer.OfFloor(FloorId floor) && end == at + 1) {
                Place place = new Place.Floors(List.of(floor), sentence.heard(at, end));
                found.add(new Reading(end, place, 1));
              }
            });
  }

  private void storey(Sentence sentence, int at, String set, boolean up, List<Reading> found) {
    int end = lexicon.set(set).longestEnd(sentence, at);
    if (end == at || isFloorName(sentence, at, end)) {
      return;
    }
    String text = sentence.heard(at, end);
    List<FloorId> floors =
        home.home().floors().stream()
            .filter(floor -> up ? floor.level() > 0 : floor.level() == 0)
            .map(Floor::id)
            .toList();
    Place place = floors.isEmpty() ? new Place.Missing(text) : new Place.Floors(floors, text);
    found.add(new Reading(end, place, floors.isEmpty() ? MISSING : OTHER_WORD));
  }

  private boolean isFloorName(Sentence sentence, int at, int end) {
    boolean[] is = new boolean[1];
    home.names()
        .at(
            sentence,
            at,
            (name, to) -> is[0] |= to == end && name.bearer() instanceof Name.Bearer.OfFloor);
    return is[0];
  }

  private void doors(Sentence sentence, int at, String set, boolean outside, List<Reading> found) {
    int end = lexicon.set(set).longestEnd(sentence, at);
    if (end > at) {
      Place place = new Place.Doors(outside, sentence.heard(at, end));
      found.add(new Reading(end, place, BARE_WORD));
    }
  }

  /** Words for rooms: another word for a room of this home, or a room that it does not have. */
  private void rooms(Sentence sentence, int at, boolean named, List<Reading> found) {
    PhraseTrie.Match<Integer> room = lexicon.rooms().longest(sentence, at);
    if (room == null || found.stream().anyMatch(r -> r.end() >= room.end())) {
      return;
    }
    String text = sentence.heard(at, room.end());
    List<AreaId> areas = areasByRoom.getOrDefault(room.value(), List.of());
    if (!areas.isEmpty()) {
      found.add(new Reading(room.end(), new Place.Areas(areas, text), OTHER_WORD));
    } else if (!named) {
      found.add(new Reading(room.end(), new Place.Missing(text), MISSING));
    }
  }
}
