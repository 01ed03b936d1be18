package io.hearth.language.words;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Repetition as RFC 5545 rules: "every weekday at seven", "daily", "every ten minutes". */
final class Recurrences {

  /** A rule without its time of day. */
  private record Rule(int end, String text, Optional<LocalTime> usual, boolean timed) {}

  private final TimeWords words;
  private final Durations durations;
  private final Clocks clocks;

  Recurrences(TimeWords words, Durations durations, Clocks clocks) {
    this.words = words;
    this.durations = durations;
    this.clocks = clocks;
  }

  @Nullable Reading at(Sentence sentence, int at) {
    Rule rule = rule(sentence, at);
    if (rule != null) {
      return withTimeAfter(sentence, rule);
    }
    int next = words.at.longestEnd(sentence, at);
    Clocks.Found clock = next > at ? clocks.at(sentence, next) : null;
    Rule after = clock == null ? null : rule(sentence, clock.end());
    return clock == null || after == null || !after.timed()
        ? null
        : new Reading(after.end(), new When.Every(after.text(), Optional.of(clock.time())), 1);
  }

  private Reading withTimeAfter(Sentence sentence, Rule rule) {
    if (!rule.timed()) {
      return new Reading(rule.end(), new When.Every(rule.text(), Optional.empty()), 1);
    }
    int next = words.at.longestEnd(sentence, rule.end());
    Clocks.Found clock = next > rule.end() ? clocks.at(sentence, next) : null;
    if (clock != null) {
      boolean early = rule.usual().filter(t -> t.isBefore(LocalTime.NOON)).isPresent();
      boolean late = rule.usual().filter(t -> t.isAfter(LocalTime.NOON)).isPresent();
      ClockTime time = clock.time();
      if (!time.exact() && late) {
        time = time.afternoon();
      } else if (!time.exact() && early) {
        time = time.morning();
      }
      return new Reading(clock.end(), new When.Every(rule.text(), Optional.of(time)), 1);
    }
    Optional<ClockTime> usual = rule.usual().map(time -> ClockTime.of(time, true));
    return new Reading(rule.end(), new When.Every(rule.text(), usual), 1);
  }

  private @Nullable Rule rule(Sentence sentence, int at) {
    int daily = words.daily.longestEnd(sentence, at);
    if (daily > at) {
      return new Rule(daily, "FREQ=DAILY", Optional.empty(), true);
    }
    int every = words.every.longestEnd(sentence, at);
    boolean on = every == at && sentence.is(at, "on");
    int next = on ? at + 1 : every;
    if (next == at) {
      return null;
    }
    PhraseTrie.Match<String> set = words.sets.longest(sentence, next);
    if (set != null) {
      return new Rule(set.end(), "FREQ=WEEKLY;BYDAY=" + set.value(), Optional.empty(), true);
    }
    Rule weekly = weekly(sentence, next, on);
    return weekly != null || on ? weekly : interval(sentence, next);
  }

  /** One or several weekdays; "on monday" is once, "on mondays" and "every monday" are not. */
  private @Nullable Rule weekly(Sentence sentence, int at, boolean on) {
    List<String> days = new ArrayList<>();
    int end = at;
    int next = at;
    while (true) {
      PhraseTrie.Match<String> day = words.weekdays.longest(sentence, next);
      if (day == null || (on && !sentence.word(day.end() - 1).endsWith("s"))) {
        break;
      }
      days.add(day.value());
      end = day.end();
      next = sentence.is(end, "and") || sentence.is(end, Token.PAUSE) ? end + 1 : end;
    }
    if (days.isEmpty()) {
      return null;
    }
    PhraseTrie.Match<LocalTime> part = words.parts.longest(sentence, end);
    return new Rule(
        part == null ? end : part.end(),
        "FREQ=WEEKLY;BYDAY=" + String.join(",", days),
        part == null ? Optional.empty() : Optional.of(part.value()),
        true);
  }

  private @Nullable Rule interval(Sentence sentence, int at) {
    PhraseTrie.Match<LocalTime> part = words.parts.longest(sentence, at);
    if (part != null) {
      return new Rule(part.end(), "FREQ=DAILY", Optional.of(part.value()), true);
    }
    if (sentence.is(at, "other") && sentence.is(at + 1, "day")) {
      return new Rule(at + 2, "FREQ=DAILY;INTERVAL=2", Optional.empty(), true);
    }
    for (String[] unit : UNITS) {
      if (sentence.is(at, unit[0])) {
        return new Rule(at + 1, "FREQ=" + unit[1], Optional.empty(), !unit[2].isEmpty());
      }
    }
    List<Reading> spans = durations.read(sentence, at);
    if (spans.isEmpty()) {
      return null;
    }
    long seconds = ((Span) spans.getFirst().meaning()).duration().toSeconds();
    return new Rule(spans.getFirst().end(), frequency(seconds), Optional.empty(), false);
  }

  private static final String[][] UNITS = {
    {"hour", "HOURLY", ""}, {"minute", "MINUTELY", ""}, {"week", "WEEKLY", "timed"}
  };

  private static String frequency(long seconds) {
    if (seconds % 86400 == 0) {
      return "FREQ=DAILY;INTERVAL=" + seconds / 86400;
    }
    if (seconds % 3600 == 0) {
      return "FREQ=HOURLY;INTERVAL=" + seconds / 3600;
    }
    return seconds % 60 == 0
        ? "FREQ=MINUTELY;INTERVAL=" + seconds / 60
        : "FREQ=SECONDLY;INTERVAL=" + seconds;
  }
}
