package io.hearth.language.grammar;

import io.hearth.language.words.Reading;
import io.hearth.language.words.Sentence;
import io.hearth.language.words.SlotReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sentence with everything that slots can read in it; each place is read once, when first asked
 * for. For one thread.
 */
public final class Chart {

  /** Below this cost a time, place or condition is surely one and must not be passed over. */
  private static final double MATTERS = 0.25;

  private static final double CHATTER = 0.4;
  private static final double MOST_CHATTER = 0.65;

  /** The slot that takes any words. */
  static final String TEXT = "text";

  private final Sentence sentence;
  private final Map<String, SlotReader> readers;
  private final SkipCosts costs;
  private final Map<String, List<Reading>[]> slots = new HashMap<>();
  private final @Nullable List<Skip>[] skips;

  /**
   * A stretch that a form does not need.
   *
   * @param slot what it is known by when it means something; empty when it means nothing
   */
  record Skip(int end, double cost, String slot, @Nullable Reading reading) {}

  public Chart(Sentence sentence, Map<String, SlotReader> readers, SkipCosts costs) {
    this.sentence = sentence;
    this.readers = readers;
    this.costs = costs;
    this.skips = newSkips(sentence.size());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable List<Skip>[] newSkips(int size) {
    return new List[size];
  }

  public Sentence sentence() {
    return sentence;
  }

  boolean hasWord(Set<String> words, int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.contains(sentence.word(i))) {
        return true;
      }
    }
    return false;
  }

  boolean hasSlot(String type, int from, int to) {
    if (type.equals(TEXT)) {
      return to > from;
    }
    for (int i = from; i < to; i++) {
      for (Reading reading : readings(type, i)) {
        if (reading.end() <= to) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a slot can read from a word on. */
  public List<Reading> readings(String type, int at) {
    List<Reading>[] row = slots.computeIfAbsent(type, t -> newRow());
    List<Reading> known = row[at];
    if (known == null) {
      SlotReader reader = readers.get(type);
      if (reader == null) {
        throw new IllegalStateException("no reader for slot {" + type + "}");
      }
      known = reader.read(sentence, at);
      row[at] = known;
    }
    return known;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private List<Reading>[] newRow() {
    return new List[sentence.size()];
  }

  /** What it costs to leave all words from one place to another; too much if they say something. */
  double chatterCost(int from, int to) {
    if (from > 0 && costs.turns(sentence, from - 1)) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    int at = from;
    while (at < to) {
      Skip best = null;
      for (Skip skip : skips(at)) {
        if (skip.reading() != null && skip.cost() < MATTERS) {
          return Double.POSITIVE_INFINITY;
        }
        if (skip.reading() == null
            && skip.end() <= to
            && (best == null || skip.cost() < best.cost())) {
          best = skip;
        }
      }
      if (best == null || costs.turns(sentence, at) || isValue(at)) {
        return Double.POSITIVE_INFINITY;
      }
      sum += best.cost();
      at = best.end();
    }
    return Math.min(MOST_CHATTER, sum * CHATTER);
  }

  /** Whether a value begins at a word, which no request may lose. */
  private boolean isValue(int at) {
    return !readings("color", at).isEmpty()
        || !readings("kelvin", at).isEmpty()
        || !readings("percent", at).isEmpty();
  }

  /** What can be passed over at a word. */
  List<Skip> skips(int at) {
    List<Skip> known = skips[at];
    if (known == null) {
      known = new ArrayList<>();
      for (Reading filler : costs.fillers(sentence, at)) {
        known.add(new Skip(filler.end(), SkipCosts.FILLER, "", null));
      }
      for (String type : SkipCosts.ADJUNCTS) {
        for (Reading reading : readings(type, at)) {
          double cost = SkipCosts.ADJUNCT - Math.log(reading.quality());
          known.add(new Skip(reading.end(), cost, type, reading));
        }
      }
      known.add(new Skip(at + 1, costs.of(sentence, at), SkipCosts.UNEXPLAINED, null));
      skips[at] = known;
    }
    return known;
  }
}
