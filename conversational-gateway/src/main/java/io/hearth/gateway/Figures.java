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

/** Numbers, units, spans and moments as they are spoken in one language. */
final class Figures {

  private final Phrases phrases;
  private final DateTimeFormatter fullHour;
  private final DateTimeFormatter minutes;
  private final DateTimeFormatter day;

  Figures(Phrases phrases) {
    this.phrases = phrases;
    Locale locale =
        phrases.language().equals("en") ? Locale.US : Locale.forLanguageTag(phrases.language());
    fullHour = DateTimeFormatter.ofPattern(phrases.text("figures.full_hour"), locale);
    minutes = DateTimeFormatter.ofPattern(phrases.text("figures.minutes"), locale);
    day = DateTimeFormatter.ofPattern(phrases.text("figures.date"), locale);
  }

  /** A value with its unit, rounded as far as anybody wants to hear it: "21.4 degrees". */
  String say(Value value, Unit unit) {
    return switch (value) {
      case Value.Number(double number) when unit == Unit.SECOND -> span(seconds(number));
      case Value.Number(double number) -> number(number) + wordOf(unit, number);
      case Value.Bool(boolean yes) -> phrases.text(yes ? "figures.yes" : "figures.no");
      case Value.Text(String text) -> text.replace('_', ' ');
      case Value.Items(List<Value> values) ->
          and(values.stream().map(entry -> say(entry, Unit.NONE)).toList());
      case Value.Fields(Map<String, Value> fields) -> named(fields);
    };
  }

  private String named(Map<String, Value> fields) {
    for (String key : List.of("name", "title", "text")) {
      if (fields.get(key) instanceof Value.Text(String name)) {
        return name.replace('_', ' ');
      }
    }
    if (fields.get("hue") instanceof Value.Number(double hue)) {
      return fields.get("saturation") instanceof Value.Number(double s) && s < 10
          ? phrases.text("figures.white")
          : hueName(hue);
    }
    return and(fields.values().stream().map(entry -> say(entry, Unit.NONE)).toList());
  }

  private String hueName(double hue) {
    return phrases.text("figures.hues." + Math.round(hue / 30));
  }

  /** One decimal at most, none above 100 or where it is zero. */
  String number(double number) {
    double rounded = Math.abs(number) >= 100 ? Math.rint(number) : Math.rint(number * 10) / 10;
    return rounded == Math.rint(rounded)
        ? Long.toString((long) rounded)
        : Double.toString(rounded).replace(".", phrases.text("figures.decimal"));
  }

  private String wordOf(Unit unit, double number) {
    if (unit == Unit.NONE || unit == Unit.SECOND) {
      return "";
    }
    String count = number == 1 ? ".one" : ".many";
    return " " + phrases.text("figures.units." + unit.name().toLowerCase(Locale.ROOT) + count);
  }

  /** A span in its two largest parts: "1 hour and 5 minutes". */
  String span(Duration span) {
    if (span.toSeconds() < 1) {
      return phrases.text("figures.no_time");
    }
    List<String> parts = new ArrayList<>();
    add(parts, span.toDays(), "day");
    add(parts, span.toHoursPart(), "hour");
    add(parts, span.toMinutesPart(), "minute");
    add(parts, span.toSecondsPart(), "second");
    return and(parts.subList(0, Math.min(2, parts.size())));
  }

  /** How long ago, roughly: "just now", "20 minutes ago", "3 hours ago". */
  String ago(Duration age) {
    if (age.toSeconds() < 10) {
      return phrases.text("figures.just_now");
    }
    List<String> parts = new ArrayList<>();
    if (age.toDays() > 0) {
      add(parts, age.toDays(), "past_day");
    } else if (age.toHours() > 0) {
      add(parts, age.toHours(), "past_hour");
    } else if (age.toMinutes() > 0) {
      add(parts, age.toMinutes(), "past_minute");
    } else {
      add(parts, age.toSeconds(), "past_second");
    }
    return phrases.say("figures.ago", Map.of("span", parts.getFirst()));
  }

  static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private void add(List<String> parts, long count, String word) {
    if (count > 0) {
      parts.add(
          count + " " + phrases.text("figures.spans." + word + (count == 1 ? ".one" : ".many")));
    }
  }

  /** "9 pm", "7:30 am". */
  String clock(ZonedDateTime time) {
    DateTimeFormatter format = time.getMinute() == 0 ? fullHour : minutes;
    String clock = format.format(time);
    return phrases.text("figures.small_clock").equals("yes")
        ? clock.toLowerCase(Locale.ROOT)
        : clock;
  }

  /** "Sunday, November 22". */
  String day(LocalDate date) {
    return day.format(date);
  }

  /** The clock, with "tomorrow" or the day where it is not today's. */
  String moment(ZonedDateTime time, ZonedDateTime now) {
    LocalDate today = now.toLocalDate();
    LocalDate then = time.withZoneSameInstant(now.getZone()).toLocalDate();
    String clock = clock(time.withZoneSameInstant(now.getZone()));
    if (then.equals(today)) {
      return clock;
    }
    return then.equals(today.plusDays(1))
        ? phrases.say("figures.tomorrow", Map.of("clock", clock))
        : phrases.say("figures.on_day", Map.of("clock", clock, "day", day(then)));
  }

  static Duration between(Instant from, Instant to) {
    return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
  }

  /** "a", "a and b", "a, b and c". */
  String and(List<String> words) {
    return joined(words, " " + phrases.text("figures.and") + " ");
  }

  /** "a", "a or b", "a, b or c". */
  String or(List<String> words) {
    return joined(words, " " + phrases.text("figures.or") + " ");
  }

  private String joined(List<String> words, String last) {
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
