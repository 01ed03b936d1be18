package io.hearth.language.reference;

import io.hearth.language.reference.TargetPhrase.Referent;
import io.hearth.language.reference.TargetPhrase.Unit;
import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Reading;
import io.hearth.language.words.Sentence;
import io.hearth.language.words.SlotReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads noun phrases: units joined by "and", with exceptions. */
final class TargetReader implements SlotReader {

  private static final int MOST_UNITS = 4;
  private static final int MOST_CHOICES = 4;
  private static final double JOINT = 0.99;

  private final Lexicon lexicon;
  private final UnitReader units;

  TargetReader(Lexicon lexicon, HomeLexicon home, PlaceReader places) {
    this.lexicon = lexicon;
    this.units = new UnitReader(lexicon, home, places);
  }

  @Override
  public List<Reading> read(Sentence sentence, int at) {
    if (sentence.token(at).isPause()) {
      return List.of();
    }
    Map<Integer, List<Target.Choice>> byEnd = new TreeMap<>();
    for (Group group : groups(sentence, at, MOST_UNITS)) {
      add(byEnd, group.end(), group.units(), List.of(), group.quality(), sentence, at);
      int next = pause(sentence, group.end());
      int except = lexicon.set("except").longestEnd(sentence, next);
      except = except > next ? pastPreposition(sentence, except) : except;
      if (except > next) {
        for (Group excepted : best(groups(sentence, except, 2))) {
          double quality = group.quality() * excepted.quality();
          add(byEnd, excepted.end(), group.units(), excepted.units(), quality, sentence, at);
        }
      }
    }
    List<Reading> readings = new ArrayList<>();
    byEnd.forEach((end, choices) -> {
      choices.sort(Comparator.comparingDouble(Target.Choice::quality).reversed());
      List<Target.Choice> kept = choices.subList(0, Math.min(MOST_CHOICES, choices.size()));
      readings.add(new Reading(end, new Target(kept), kept.getFirst().quality()));
    });
    return readings;
  }

  /** Units joined so far. */
  private record Group(int end, List<Unit> units, double quality) {}

  private static void add(
      Map<Integer, List<Target.Choice>> byEnd,
      int end,
      List<Unit> units,
      List<Unit> except,
      double quality,
      Sentence sentence,
      int at) {
    TargetPhrase phrase = new TargetPhrase(units, except, sentence.heard(at, end));
    byEnd.computeIfAbsent(end, e -> new ArrayList<>()).add(new Target.Choice(phrase, quality));
  }

  private List<Group> groups(Sentence sentence, int at, int most) {
    if (at >= sentence.size()) {
      return List.of();
    }
    List<Group> groups = new ArrayList<>();
    for (UnitReader.Found first : units.read(sentence, at)) {
      groups.add(new Group(first.end(), List.of(first.unit()), first.quality()));
    }
    if (most <= 1) {
      return groups;
    }
    List<Group> joined = new ArrayList<>();
    for (Group first : best(groups)) {
      int next = joint(sentence, first.end());
      if (next > first.end() && canJoin(first.units().getFirst())) {
        for (Group rest : best(groups(sentence, next, most - 1))) {
          if (rest.units().stream().allMatch(TargetReader::canJoin)) {
            joined.add(join(first, rest));
          }
        }
      }
    }
    groups.addAll(joined);
    return groups;
  }

  private static boolean canJoin(Unit unit) {
    return !(unit.referent() instanceof Referent.Unknown)
        && !(unit.referent() instanceof Referent.Pronoun);
  }

  /** The place said last is the place of all: "the lamp and the fan in the bedroom". */
  private static Group join(Group first, Group rest) {
    Unit head = first.units().getFirst();
    Optional<Place> place = rest.units().getLast().place();
    boolean bare = head.place().isEmpty() && head.referent() instanceof Referent.Sort;
    boolean after = rest.units().getLast().text().contains(" in ");
    if (bare && after && place.isPresent()) {
      head = head.in(place.get(), head.text());
    }
    List<Unit> all = new ArrayList<>();
    all.add(head);
    all.addAll(rest.units());
    return new Group(rest.end(), all, first.quality() * rest.quality() * JOINT);
  }

  /** Only the likeliest few are worth going on with. */
  private static List<Group> best(List<Group> groups) {
    return groups.stream()
        .sorted(Comparator.comparingDouble((Group g) -> g.quality() + 0.01 * g.end()).reversed())
        .limit(6)
        .toList();
  }

  /** "except in the bedroom" is said of a place. */
  private int pastPreposition(Sentence sentence, int at) {
    return lexicon.set("place_prepositions").longestEnd(sentence, at);
  }

  private int joint(Sentence sentence, int at) {
    int next = pause(sentence, at);
    int joint = lexicon.set("coordinators").longestEnd(sentence, next);
    return Math.max(joint, next);
  }

  private static int pause(Sentence sentence, int at) {
    return at < sentence.size() && sentence.token(at).isPause() ? at + 1 : at;
  }
}
