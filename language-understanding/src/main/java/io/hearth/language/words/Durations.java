package io.hearth.language.words;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lengths of time: "ten minutes", "an hour and a half", "1 hour 30 minutes", "half an hour". */
final class Durations implements SlotReader {

  private static final double LONGEST = Duration.ofDays(3660).toSeconds();

  /** A part of a duration: so many seconds, in a unit of so many. */
  private record Piece(int end, double seconds, long unit) {}

  private final Numerals numerals;
  private final NumberWords words;
  private final PhraseTrie<Long> units = new PhraseTrie<>();

  Durations(Numerals numerals, NumberWords words, Map<Long, List<List<String>>> unitWords) {
    this.numerals = numerals;
    this.words = words;
    unitWords.forEach((seconds, phrases) -> phrases.forEach(phrase -> units.add(phrase, seconds)));
  }

  @Override
  public List<Reading> read(Sentence sentence, int at) {
    Piece total = total(sentence, at);
    if (total == null || total.seconds() <= 0 || total.seconds() > LONGEST) {
      return List.of();
    }
    Duration duration = Duration.ofMillis(Math.round(total.seconds() * 1000));
    return List.of(new Reading(total.end(), new Span(duration), 1));
  }

  /** A unit without number, as in "for the next hour". */
  @Nullable Reading unit(Sentence sentence, int at) {
    PhraseTrie.Match<Long> unit = units.longest(sentence, at);
    return unit == null
        ? null
        : new Reading(unit.end(), new Span(Duration.ofSeconds(unit.value())), 1);
  }

  private @Nullable Piece total(Sentence sentence, int at) {
    Piece sum = piece(sentence, at);
    while (sum != null) {
      int next = words.and.longestEnd(sentence, sum.end());
      if (next == sum.end() && sentence.is(next, Token.PAUSE)) {
        next++;
      }
      Piece more = piece(sentence, next);
      if (more == null || more.unit() >= sum.unit()) {
        break;
      }
      sum = new Piece(more.end(), sum.seconds() + more.seconds(), more.unit());
    }
    return sum;
  }

  private @Nullable Piece piece(Sentence sentence, int at) {
    Piece half = half(sentence, at);
    if (half != null) {
      return half;
    }
    Numerals.Numeral count = count(sentence, at);
    if (count == null) {
      return null;
    }
    PhraseTrie.Match<Long> unit = units.longest(sentence, count.end());
    if (unit == null) {
      return null;
    }
    double number = count.number();
    int end = unit.end();
    int more = words.halfMore.longestEnd(sentence, end);
    if (more > end) {
      number += 0.5;
      end = more;
    }
    return new Piece(end, number * unit.value(), unit.value());
  }

  private Numerals.@Nullable Numeral count(Sentence sentence, int at) {
    Numerals.Numeral number = numerals.at(sentence, at);
    if (number != null) {
      return number;
    }
    PhraseTrie.Match<Double> counted = words.counts.longest(sentence, at);
    if (counted != null) {
      return new Numerals.Numeral(counted.end(), counted.value());
    }
    int article = words.one.longestEnd(sentence, at);
    return article > at ? new Numerals.Numeral(article, 1) : null;
  }

  /** "half an hour", "a half hour", "a quarter of an hour". */
  private @Nullable Piece half(Sentence sentence, int at) {
    for (PhraseTrie.Match<Double> share : words.shares.at(sentence, at).reversed()) {
      PhraseTrie.Match<Long> unit = units.longest(sentence, share.end());
      if (unit != null) {
        return new Piece(unit.end(), unit.value() * share.value(), unit.value());
      }
    }
    return null;
  }
}
