package io.hearth.language.words;

import java.time.Duration;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something is to happen: "in ten minutes", "at nine", "every weekday at 7", "for an hour".
 */
final class Whens implements SlotReader {

  private static final double VAGUE = 0.9;
  private static final double BARE = 0.9;
  private static final double SPAN = 0.95;

  private final TimeWords words;
  private final Durations durations;
  private final Clocks clocks;
  private final Recurrences recurrences;

  Whens(TimeWords words, Durations durations, Clocks clocks, Recurrences recurrences) {
    this.words = words;
    this.durations = durations;
    this.clocks = clocks;
    this.recurrences = recurrences;
  }

  @Override
  public List<Reading> read(Sentence sentence, int at) {
    List<Reading> found = new ArrayList<>(2);
    add(found, delayed(sentence, at));
    add(found, lasting(sentence, at));
    add(found, recurrences.at(sentence, at));
    add(found, atTime(sentence, at));
    add(found, until(sentence, at));
    add(found, between(sentence, at));
    if (found.isEmpty()) {
      add(found, day(sentence, at));
    }
    add(found, date(sentence, at));
    return found;
  }

  private static void add(List<Reading> found, @Nullable Reading reading) {
    if (reading != null) {
      found.add(reading);
    }
  }

  private @Nullable Reading delayed(Sentence sentence, int at) {
    int next = words.after.longestEnd(sentence, at);
    Reading span = span(sentence, next);
    if (span == null) {
      return null;
    }
    int end = words.fromNow.longestEnd(sentence, span.end());
    boolean said = next > at || end > span.end();
    return said ? new Reading(end, new When.After(length(span)), 1) : null;
  }

  private @Nullable Reading lasting(Sentence sentence, int at) {
    int next = words.lasting.longestEnd(sentence, at);
    if (next == at) {
      return null;
    }
    Reading span = span(sentence, next);
    Reading meant = span == null ? durations.unit(sentence, next) : span;
    return meant == null ? null : new Reading(meant.end(), new When.Lasting(length(meant)), 1);
  }

  private @Nullable Reading until(Sentence sentence, int at) {
    int next = words.until.longestEnd(sentence, at);
    Clocks.Found clock = next > at ? clocks.at(sentence, next) : null;
    return clock == null ? null : new Reading(clock.end(), new When.Until(clock.time()), 1);
  }

  /** "from 6 to 8", "between 7 and 9 in the evening". */
  private @Nullable Reading between(Sentence sentence, int at) {
    int next = words.spanFrom.longestEnd(sentence, at);
    Clocks.Found from = next > at ? clocks.first(sentence, next) : null;
    int joint = from == null ? at : words.spanTo.longestEnd(sentence, from.end());
    Clocks.Found to = from != null && joint > from.end() ? clocks.at(sentence, joint) : null;
    if (from == null || to == null || isOther(sentence, to.end())) {
      return null;
    }
    return new Reading(to.end(), new When.Between(from.time(), to.time()), SPAN);
  }

  /** "from 20 to 30 percent" is no time. */
  private static boolean isOther(Sentence sentence, int at) {
    return sentence.is(at, "percent") || sentence.is(at, "degrees") || sentence.is(at, "kelvin");
  }

  /** "on march 5th", "on the 5th of march". */
  private @Nullable Reading date(Sentence sentence, int at) {
    int next = sentence.is(at, "on") || sentence.is(at, "by") ? at + 1 : at;
    next = sentence.is(next, "the") ? next + 1 : next;
    PhraseTrie.Match<Integer> month = words.months.longest(sentence, next);
    if (month != null) {
      int number = sentence.is(month.end(), "the") ? month.end() + 1 : month.end();
      return date(sentence, number, month.value(), number + 1);
    }
    int named = sentence.is(next + 1, "of") ? next + 2 : next + 1;
    PhraseTrie.Match<Integer> after = words.months.longest(sentence, named);
    return after == null ? null : date(sentence, next, after.value(), after.end());
  }

  private @Nullable Reading date(Sentence sentence, int at, int month, int end) {
    Integer day = at < sentence.size() ? words.dayOfMonth(sentence.word(at)) : null;
    boolean exists = day != null && day <= Month.of(month).maxLength();
    return day == null || !exists
        ? null
        : new Reading(end, new When.OnDate(MonthDay.of(month, day)), 1);
  }

  private @Nullable Reading day(Sentence sentence, int at) {
    PhraseTrie.Match<DayWord> day = words.day(sentence, at);
    return day == null
        ? null
        : new Reading(
            day.end(), new When.OnDay(day.value().daysAhead(), day.value().weekday()), VAGUE);
  }

  private @Nullable Reading atTime(Sentence sentence, int at) {
    int next = words.at.longestEnd(sentence, at);
    int sunAt = sentence.is(next, "when") ? next + 1 : next;
    PhraseTrie.Match<Boolean> sun = words.sun.longest(sentence, sunAt);
    if (sun != null && sunAt > at) {
      return new Reading(sun.end(), new When.AtSun(sun.value()), 1);
    }
    Clocks.Found clock = clocks.at(sentence, next);
    if (clock == null) {
      return part(sentence, at);
    }
    boolean dated = clock.time().daysAhead().isPresent() || clock.time().weekday().isPresent();
    if (next == at && !dated && !(clock.time().exact() && clock.end() > at + 1)) {
      return null;
    }
    return new Reading(clock.end(), new When.At(clock.time()), clock.quality() < 1 ? BARE : 1);
  }

  /** "in the evening" without a clock time. */
  private @Nullable Reading part(Sentence sentence, int at) {
    if (!sentence.is(at, "in") && !sentence.is(at, "at")) {
      return null;
    }
    var part = words.parts.longest(sentence, at + 1);
    return part == null
        ? null
        : new Reading(part.end(), new When.At(ClockTime.of(part.value(), true)), VAGUE);
  }

  private @Nullable Reading span(Sentence sentence, int at) {
    List<Reading> spans = durations.read(sentence, at);
    return spans.isEmpty() ? null : spans.getFirst();
  }

  private static Duration length(Reading reading) {
    return ((Span) reading.meaning()).duration();
  }
}
