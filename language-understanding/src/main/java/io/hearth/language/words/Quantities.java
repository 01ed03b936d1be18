package io.hearth.language.words;

import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.List;

/** Readers of numbers with their units: percents, temperatures, colour temperatures, changes. */
final class Quantities {

  /** A number without unit that is no percentage and no temperature of a room. */
  private static final double LEAST_KELVIN = 1000;

  private static final double BARE = 0.96;
  private static final double CLOCK_LIKE = 0.25;
  private static final double HOURS = 24;

  /**
   * So much sooner a bare number is a temperature than a share: rooms are warmer than 12 degrees.
   */
  private static final double HOURS_OF_TEMPERATURE = 12;

  private static final double FAHRENHEIT_STEP = 5.0 / 9.0;

  private final Numerals numerals;
  private final PhraseTrie<String> units;
  private final PhraseTrie<Double> shares;
  private final PhraseTrie<Double> steps;
  private final PhraseTrie<Double> factors;

  Quantities(
      Numerals numerals,
      PhraseTrie<String> units,
      PhraseTrie<Double> shares,
      PhraseTrie<Double> steps,
      PhraseTrie<Double> factors) {
    this.numerals = numerals;
    this.units = units;
    this.shares = shares;
    this.steps = steps;
    this.factors = factors;
  }

  /** "40 percent", "40", "half", "the maximum". */
  List<Reading> percents(Sentence sentence, int at) {
    List<Reading> found = new ArrayList<>(2);
    PhraseTrie.Match<Double> share = shares.longest(sentence, at);
    if (share != null) {
      found.add(new Reading(share.end(), said(share.value(), "%"), 1));
    }
    Numerals.Numeral number = numerals.at(sentence, at);
    if (number != null) {
      String unit = unitAt(sentence, number.end());
      if (unit.equals("percent")) {
        found.add(new Reading(unitEnd(sentence, number.end()), said(number.number(), "%"), 1));
      } else if (unit.isEmpty() || unit.equals("second") || unit.equals("minute")) {
        found.add(
            new Reading(
                number.end(), said(number.number(), "%"), bare(sentence, at, number.number())));
      }
    }
    return found;
  }

  /** "21 degrees", "70 fahrenheit", "21"; Fahrenheit becomes Celsius. */
  List<Reading> temperatures(Sentence sentence, int at) {
    Numerals.Numeral number = numerals.at(sentence, at);
    if (number == null) {
      return List.of();
    }
    int end = unitEnd(sentence, number.end());
    return switch (unitAt(sentence, number.end())) {
      case "degrees" -> List.of(new Reading(end, said(number.number(), "°C"), 1));
      case "fahrenheit" -> {
        double celsius = Math.round((number.number() - 32) * FAHRENHEIT_STEP * 10) / 10.0;
        yield List.of(new Reading(end, said(celsius, "°C"), 1));
      }
      case "" -> {
        double quality = bare(sentence, at, number.number() + HOURS_OF_TEMPERATURE);
        yield List.of(new Reading(number.end(), said(number.number(), "°C"), quality));
      }
      default -> List.of();
    };
  }

  /** "2700 kelvin". */
  List<Reading> kelvins(Sentence sentence, int at) {
    Numerals.Numeral number = numerals.at(sentence, at);
    if (number == null) {
      return List.of();
    }
    if (unitAt(sentence, number.end()).equals("kelvin")) {
      return List.of(new Reading(unitEnd(sentence, number.end()), said(number.number(), "K"), 1));
    }
    return number.number() >= LEAST_KELVIN
        ? List.of(new Reading(number.end(), said(number.number(), "K"), BARE))
        : List.of();
  }

  /** "20 percent", "2 degrees", "a bit", "a lot", "half". */
  List<Reading> amounts(Sentence sentence, int at) {
    List<Reading> found = new ArrayList<>(2);
    PhraseTrie.Match<Double> step = steps.longest(sentence, at);
    if (step != null) {
      found.add(new Reading(step.end(), new Amount(Amount.Kind.STEPS, step.value()), 1));
    }
    if (sentence.is(at, "half")) {
      found.add(new Reading(at + 1, new Amount(Amount.Kind.FACTOR, 0.5), 1));
    }
    Numerals.Numeral number = numerals.at(sentence, at);
    if (number != null) {
      String unit = unitAt(sentence, number.end());
      double factor = unit.equals("fahrenheit") ? FAHRENHEIT_STEP : 1;
      Amount amount = new Amount(Amount.Kind.ABSOLUTE, number.number() * factor);
      switch (unit) {
        case "" -> found.add(new Reading(number.end(), amount, BARE));
        case "percent", "degrees", "fahrenheit", "kelvin" ->
            found.add(new Reading(unitEnd(sentence, number.end()), amount, 1));
        default -> {
          // a length of time is no amount
        }
      }
    }
    return found;
  }

  /** "twice as", "half as". */
  List<Reading> factors(Sentence sentence, int at) {
    PhraseTrie.Match<Double> factor = factors.longest(sentence, at);
    return factor == null
        ? List.of()
        : List.of(new Reading(factor.end(), new Amount(Amount.Kind.FACTOR, factor.value()), 1));
  }

  /** "at 9" is rather a time than an amount. */
  private static double bare(Sentence sentence, int at, double number) {
    return sentence.is(at - 1, "at") && number <= HOURS ? CLOCK_LIKE : BARE;
  }

  private String unitAt(Sentence sentence, int at) {
    PhraseTrie.Match<String> unit = units.longest(sentence, at);
    return unit == null ? "" : unit.value();
  }

  private int unitEnd(Sentence sentence, int at) {
    return units.longestEnd(sentence, at);
  }

  private static Said said(double number, String unit) {
    return new Said(Value.of(number), unit);
  }
}
