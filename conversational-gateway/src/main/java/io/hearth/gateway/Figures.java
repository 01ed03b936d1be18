package io.hearth.gateway;

import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers, units, spans and moments as they are spoken in English. */
final class Figures {

  private static final DateTimeFormatter FULL_HOUR = DateTimeFormatter.ofPattern("h a", Locale.US);
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);

  private Figures() {}

  /** A value with its unit, rounded as far as anybody wants to hear it: "21.4 degrees". */
  static String say(Value value, Unit unit) {
    return switch (value) {
      case Value.Number(double number) when unit == Unit.SECOND -> span(seconds(number));
      case Value.Number(double number) -> number(number) + wordOf(unit, number);
      case Value.Bool(boolean yes) -> yes ? "yes" : "no";
      case Value.Text(String text) -> text.replace('_', ' ');
      case Value.Items(List<Value> values) ->
          and(values.stream().map(entry -> say(entry, Unit.NONE)).toList());
      case Value.Fields(Map<String, Value> fields) -> named(fields);
    };
  }

  private static String named(Map<String, Value> fields) {
    for (String key : List.of("name", "title", "text")) {
      if (fields.get(key) instanceof Value.Text(String name)) {
        return name.replace('_', ' ');
      }
    }
    if (fields.get("hue") instanceof Value.Number(double hue)) {
      return fields.get("saturation") instanceof Value.Number(double s) && s < 10
          ? "white"
          : hueName(hue);
    }
    return and(fields.values().stream().map(entry -> say(entry, Unit.NONE)).toList());
  }

  private static String hueName(double hue) {
    String[] names = {
      "red",
      "orange",
      "yellow",
      "green",
      "green",
      "turquoise",
      "turquoise",
      "blue",
      "blue",
      "purple",
      "pink",
      "pink",
      "red"
    };
    return names[(int) Math.round(hue / 30)];
  }

  /** One decimal at most, none above 100 or where it is zero. */
  static String number(double number) {
    double rounded = Math.abs(number) >= 100 ? Math.rint(number) : Math.rint(number * 10) / 10;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  private static String wordOf(Unit unit, double number) {
    return switch (unit) {
      case NONE, SECOND -> "";
      case PERCENT -> " percent";
      case CELSIUS, DEGREE -> number == 1 ? " degree" : " degrees";
      case KELVIN -> " kelvin";
      case LUX -> " lux";
      case HECTOPASCAL -> " hectopascals";
      case PARTS_PER_MILLION -> " parts per million";
      case MICROGRAM_PER_CUBIC_METRE -> " micrograms per cubic metre";
      case WATT -> number == 1 ? " watt" : " watts";
      case KILOWATT_HOUR -> number == 1 ? " kilowatt hour" : " kilowatt hours";
    };
  }

  /** A span in its two largest parts: "1 hour and 5 minutes". */
  static String span(Duration span) {
    if (span.toSeconds() < 1) {
      return "no time";
    }
    List<String> parts = new ArrayList<>();
    add(parts, span.toDays(), "day");
    add(parts, span.toHoursPart(), "hour");
    add(parts, span.toMinutesPart(), "minute");
    add(parts, span.toSecondsPart(), "second");
    return and(parts.subList(0, Math.min(2, parts.size())));
  }

  /** How long ago, roughly: "just now", "20 minutes ago", "3 hours ago". */
  static String ago(Duration age) {
    if (age.toSeconds() < 10) {
      return "just now";
    }
    List<String> parts = new ArrayList<>();
    if (age.toDays() > 0) {
      add(parts, age.toDays(), "day");
    } else if (age.toHours() > 0) {
      add(parts, age.toHours(), "hour");
    } else if (age.toMinutes() > 0) {
      add(parts, age.toMinutes(), "minute");
    } else {
      add(parts, age.toSeconds(), "second");
    }
    return parts.getFirst() + " ago";
  }

  static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static void add(List<String> parts, long count, String word) {
    if (count > 0) {
      parts.add(count + " " + word + (count == 1 ? "" : "s"));
    }
  }

  /** "9 pm", "7:30 am". */
  static String clock(ZonedDateTime time) {
    DateTimeFormatter format = time.getMinute() == 0 ? FULL_HOUR : MINUTES;
    return format.format(time).toLowerCase(Locale.ROOT);
  }

  /** "Sunday, November 22". */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** The clock, with "tomorrow" or the day where it is not today's. */
  static String moment(ZonedDateTime time, ZonedDateTime now) {
    LocalDate today = now.toLocalDate();
    LocalDate day = time.withZoneSameInstant(now.getZone()).toLocalDate();
    String clock = clock(time.withZoneSameInstant(now.getZone()));
    if (day.equals(today)) {
      return clock;
    }
    return day.equals(today.plusDays(1)) ? clock + " tomorrow" : clock + " on " + day(day);
  }

  static Duration between(Instant from, Instant to) {
    return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
  }

  /** "a", "a and b", "a, b and c". */
  static String and(List<String> words) {
    return joined(words, " and ");
  }

  /** "a", "a or b", "a, b or c". */
  static String or(List<String> words) {
    return joined(words, " or ");
  }

  private static String joined(List<String> words, String last) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1)) + last + words.getLast();
  }

  /** With a capital letter, as a sentence begins. */
  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
