package io.hearth.language.words;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times of day: "9 pm", "21:30", "half past seven", "tomorrow at 7", "noon", "monday morning". */
final class Clocks implements SlotReader {

  private static final double BARE_HOUR = 0.97;
  private static final double DAY_ONLY = 0.9;

  /** A time read, with how surely it is one. */
  record Found(int end, ClockTime time, double quality) {}

  private final Numerals numerals;
  private final TimeWords words;

  Clocks(Numerals numerals, TimeWords words) {
    this.numerals = numerals;
    this.words = words;
  }

  @Override
  public List<Reading> read(Sentence sentence, int at) {
    Found found = at(sentence, at);
    return found == null
        ? List.of()
        : List.of(new Reading(found.end(), found.time(), found.quality()));
  }

  /** The time that begins at a word, with a day before or after it. */
  @Nullable Found at(Sentence sentence, int at) {
    PhraseTrie.Match<DayWord> day = words.day(sentence, at);
    if (day != null) {
      int next = words.at.longestEnd(sentence, day.end());
      Found clock = timed(sentence, next);
      if (clock != null) {
        return new Found(clock.end(), clock.time().on(day.value()), 1);
      }
      return day.value()
          .usual()
          .map(time -> new Found(day.end(), ClockTime.of(time, true).on(day.value()), DAY_ONLY))
          .orElse(null);
    }
    Found clock = timed(sentence, at);
    if (clock == null) {
      return null;
    }
    PhraseTrie.Match<DayWord> after = words.day(sentence, clock.end());
    return after == null ? clock : new Found(after.end(), clock.time().on(after.value()), 1);
  }

  /** The time before "to 8" of "from 6 to 8", which is no "6 to 8". */
  @Nullable Found first(Sentence sentence, int at) {
    PhraseTrie.Match<LocalTime> named = words.named.longest(sentence, at);
    if (named != null) {
      return new Found(named.end(), ClockTime.of(named.value(), true), 1);
    }
    Found core = digits(sentence, at);
    return core == null ? null : withHalfOfDay(sentence, core);
  }

  private @Nullable Found timed(Sentence sentence, int at) {
    PhraseTrie.Match<LocalTime> named = words.named.longest(sentence, at);
    if (named != null) {
      return new Found(named.end(), ClockTime.of(named.value(), true), 1);
    }
    Found relative = relative(sentence, at);
    Found core = relative != null ? relative : digits(sentence, at);
    return core == null ? null : withHalfOfDay(sentence, core);
  }

  private Found withHalfOfDay(Sentence sentence, Found core) {
    if (core.time().exact()) {
      return core;
    }
    int end = words.am.longestEnd(sentence, core.end());
    if (end > core.end()) {
      return new Found(end, core.time().morning(), 1);
    }
    end = words.pm.longestEnd(sentence, core.end());
    return end > core.end() ? new Found(end, core.time().afternoon(), 1) : core;
  }

  /** "half past 7", "quarter to 8", "10 minutes past 8". */
  private @Nullable Found relative(Sentence sentence, int at) {
    int half = words.halfPast.longestEnd(sentence, at);
    if (half > at) {
      Integer hour = hour(sentence, half);
      return hour == null ? null : found(half + 1, hour * 60 + 30);
    }
    int minutes = 15;
    int next = words.quarter.longestEnd(sentence, at);
    if (next == at) {
      Numerals.Numeral number = numerals.at(sentence, at);
      if (number == null || number.number() >= 60 || number.number() != (int) number.number()) {
        return null;
      }
      minutes = (int) number.number();
      next = number.end();
      if (sentence.is(next, "minutes") || sentence.is(next, "minute")) {
        next++;
      }
    }
    int past = words.past.longestEnd(sentence, next);
    int before = words.before.longestEnd(sentence, next);
    Integer hour = hour(sentence, Math.max(past, before));
    if (hour == null || (past == next && before == next)) {
      return null;
    }
    int sign = past > next ? 1 : -1;
    return found(Math.max(past, before) + 1, hour * 60 + sign * minutes);
  }

  private @Nullable Integer hour(Sentence sentence, int at) {
    if (at >= sentence.size() || !sentence.token(at).isNumber()) {
      return null;
    }
    Integer hour = whole(sentence.word(at));
    return hour != null && hour <= 23 ? hour : null;
  }

  private static Found found(int end, int minuteOfDay) {
    LocalTime time = LocalTime.MIN.plusMinutes(minuteOfDay);
    return new Found(end, ClockTime.of(time, time.getHour() > 12), 1);
  }

  /** "7", "7 30", "7:30", "7 oclock". */
  private @Nullable Found digits(Sentence sentence, int at) {
    if (at >= sentence.size() || !sentence.token(at).isNumber()) {
      return null;
    }
    List<Integer> parts = new ArrayList<>();
    for (String part : sentence.word(at).split("[:.]", -1)) {
      Integer number = whole(part);
      if (number == null) {
        return null;
      }
      parts.add(number);
    }
    int hour = parts.getFirst();
    int minute = parts.size() > 1 ? parts.get(1) : 0;
    if (hour > 24 || minute > 59 || parts.size() > 3) {
      return null;
    }
    int end = at + 1;
    boolean precise = parts.size() > 1;
    Numerals.Numeral spoken = precise ? null : spokenMinute(sentence, at + 1);
    if (spoken != null) {
      minute = (int) spoken.number();
      end = spoken.end();
      precise = true;
    }
    int oclock = words.oclock.longestEnd(sentence, end);
    precise |= oclock > end;
    boolean exact = hour > 12 || hour == 0;
    LocalTime time = LocalTime.of(hour % 24, minute);
    return new Found(oclock, ClockTime.of(time, exact), precise ? 1 : BARE_HOUR);
  }

  /** The "thirty" of "nine thirty". */
  private Numerals.@Nullable Numeral spokenMinute(Sentence sentence, int at) {
    Numerals.Numeral spoken = numerals.at(sentence, at);
    boolean minute =
        spoken != null
            && spoken.number() >= 10
            && spoken.number() < 60
            && spoken.number() == (int) spoken.number()
            && !sentence.is(spoken.end(), "percent")
            && !sentence.is(spoken.end(), "degrees");
    return minute ? spoken : null;
  }

  private static @Nullable Integer whole(String digits) {
    if (digits.isEmpty() || digits.length() > 2) {
      return null;
    }
    return digits.chars().allMatch(Character::isDigit) ? Integer.valueOf(digits) : null;
  }
}
