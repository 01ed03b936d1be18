package io.hearth.language.words;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lengths of time: "ten minutes", "an hour and a half", "1 hour 30 minutes", "half an hour". */
final class Durations implements SlotReader {

  private static final double COUPLE = 2;
  private static final double FEW = 3;
  private static final double LONGEST = Duration.ofDays(3660).toSeconds();

  /** A part of a duration: so many seconds, in a unit of so many. */
  private record Piece(int end, double seconds, long unit) {}

  private final Numerals numerals;
  private final PhraseTrie<Long> units = new PhraseTrie<>();

  Durations(Numerals numerals, Map<Long, List<List<String>>> unitWords) {
    this.numerals = numerals;
    unitWords.forEach((seconds, phrases) -> phrases.forEach(words -> units.add(words, seconds)));
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
      int next = sum.end();
      if (sentence.is(next, "and") || sentence.is(next, Token.PAUSE)) {
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
    if (sentence.is(end, "and") && sentence.is(end + 1, "a") && sentence.is(end + 2, "half")) {
      number += 0.5;
      end += 3;
    }
    return new Piece(end, number * unit.value(), unit.value());
  }

  private Numerals.@Nullable Numeral count(Sentence sentence, int at) {
    Numerals.Numeral number = numerals.at(sentence, at);
    if (number != null) {
      return number;
    }
    int word = sentence.is(at, "a") ? at + 1 : at;
    if (sentence.is(word, "couple")) {
      return new Numerals.Numeral(sentence.is(word + 1, "of") ? word + 2 : word + 1, COUPLE);
    }
    if (sentence.is(word, "few")) {
      return new Numerals.Numeral(word + 1, FEW);
    }
    boolean article = sentence.is(at, "a") || sentence.is(at, "an");
    return article ? new Numerals.Numeral(at + 1, 1) : null;
  }

  /** "half an hour", "a half hour", "a quarter of an hour". */
  private @Nullable Piece half(Sentence sentence, int at) {
    int word = sentence.is(at, "a") ? at + 1 : at;
    boolean half = sentence.is(word, "half");
    if (!half && !sentence.is(word, "quarter")) {
      return null;
    }
    int next = sentence.is(word + 1, "of") ? word + 2 : word + 1;
    if (sentence.is(next, "a") || sentence.is(next, "an")) {
      next++;
    }
    PhraseTrie.Match<Long> unit = units.longest(sentence, next);
    double share = half ? 0.5 : 0.25;
    return unit == null ? null : new Piece(unit.end(), unit.value() * share, unit.value());
  }
}
