package io.hearth.language;

import io.hearth.language.grammar.Chart;
import io.hearth.language.grammar.Parse;
import io.hearth.language.grammar.Sense;
import io.hearth.language.learned.Guess;
import io.hearth.language.reference.Place;
import io.hearth.language.reference.Target;
import io.hearth.language.reference.TargetPhrase.Referent;
import io.hearth.language.words.Meaning;
import io.hearth.language.words.Phrase;
import io.hearth.language.words.Reading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what fills the slots of a learned sense: what the readers of slots can read, above all
 * where the labeller marked it. For one sentence and thread.
 */
final class SlotFinder {

  private static final List<String> BESIDE =
      List.of("negation", "condition", "when", "place_adjunct");
  private static final Map<String, String> LABELS =
      Map.of(
          "list", "target",
          "scene", "target",
          "script", "target",
          "brightness_level", "percent",
          "speed_level", "percent",
          "volume_level", "percent",
          "factor", "amount",
          "place_adjunct", "place");
  private static final String TEXT = "text";
  private static final double MARKED = 1.5;

  private final Chart chart;
  private final List<Guess.Mark> marks;
  private final BitSet taken = new BitSet();
  private final List<Parse.Fill> fills = new ArrayList<>();

  SlotFinder(Chart chart, List<Guess.Mark> marks) {
    this.chart = chart;
    this.marks = marks;
  }

  /** What fills the slots of a sense; empty when something it needs is not said. */
  Optional<List<Parse.Fill>> find(Sense sense) {
    Set<String> filled = new java.util.HashSet<>();
    find("negation", "negation");
    for (Sense.SlotWanted slot : sense.slots()) {
      String label = label(slot.type());
      boolean found =
          !filled.contains(label)
              && (slot.type().equals(TEXT) ? text(slot.name()) : find(slot.type(), slot.name()));
      if (found) {
        filled.add(label);
        filled.add(slot.name());
      }
    }
    for (String type : BESIDE.subList(1, BESIDE.size())) {
      find(type, type);
    }
    fills.sort(java.util.Comparator.comparingInt(Parse.Fill::from));
    return filled.containsAll(sense.needs()) ? Optional.of(fills) : Optional.empty();
  }

  private static String label(String type) {
    return LABELS.getOrDefault(type, type);
  }

  private boolean text(String name) {
    for (Guess.Mark mark : marks) {
      if (mark.label().equals(TEXT)) {
        Phrase phrase = new Phrase(chart.sentence().heard(mark.from(), mark.to()));
        fill(name, phrase, mark.from(), mark.to());
        return true;
      }
    }
    return false;
  }

  /** Takes the reading that explains most, one that is marked before one that is not. */
  private boolean find(String type, String name) {
    Reading best = null;
    int from = 0;
    double most = 0;
    for (int at = 0; at < chart.sentence().size(); at++) {
      for (Reading reading : chart.readings(type, at)) {
        boolean marked = isMarked(label(type), at, reading.end());
        double worth = (reading.end() - at) * reading.quality() * (marked ? MARKED : 1);
        int next = taken.nextSetBit(at);
        boolean free = next < 0 || next >= reading.end();
        if (free && worth > most && isLikely(reading.meaning(), marked)) {
          best = reading;
          from = at;
          most = worth;
        }
      }
    }
    if (best == null) {
      return false;
    }
    fill(name, best.meaning(), from, best.end());
    return true;
  }

  /** Words that may refer to anything are only taken where the labeller says so. */
  private static boolean isLikely(Meaning meaning, boolean marked) {
    return switch (meaning) {
      case Target target ->
          target.choices().getFirst().phrase().units().stream()
              .allMatch(unit ->
                  switch (unit.referent()) {
                    case Referent.Named ignored -> true;
                    case Referent.Sort ignored -> true;
                    case Referent.Implied ignored -> true;
                    case Referent.Unknown ignored -> false;
                    case Referent.Spot ignored -> marked;
                    case Referent.Everything ignored -> marked;
                    case Referent.Pronoun ignored -> marked;
                    case Referent.Other ignored -> marked;
                  });
      case Place.Missing ignored -> marked;
      default -> true;
    };
  }

  private boolean isMarked(String label, int from, int to) {
    return marks.stream()
        .anyMatch(mark -> mark.label().equals(label) && mark.from() < to && from < mark.to());
  }

  /** Whether a device was said that nothing in the home can be. */
  boolean isUnknownSaid() {
    return marks.stream()
        .filter(mark -> mark.label().equals("target"))
        .anyMatch(mark ->
            taken.nextSetBit(mark.from()) < 0 || taken.nextSetBit(mark.from()) >= mark.to());
  }

  private void fill(String name, Meaning meaning, int from, int to) {
    fills.add(new Parse.Fill(name, meaning, from, to, 0));
    taken.set(from, to);
  }
}
