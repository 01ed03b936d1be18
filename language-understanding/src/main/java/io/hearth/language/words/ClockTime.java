package io.hearth.language.words;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A time of day that was said.
 *
 * @param exact whether morning or afternoon is known; otherwise twelve hours later may be meant
 * @param daysAhead 0 for today, 1 for tomorrow; empty when no day was said
 * @param weekday the day of the week said
 */
public record ClockTime(
    LocalTime time, boolean exact, Optional<Integer> daysAhead, Optional<DayOfWeek> weekday)
    implements Meaning {

  static ClockTime of(LocalTime time, boolean exact) {
    return new ClockTime(time, exact, Optional.empty(), Optional.empty());
  }

  ClockTime afternoon() {
    return time.getHour() < 12
        ? new ClockTime(time.plusHours(12), true, daysAhead, weekday)
        : new ClockTime(time, true, daysAhead, weekday);
  }

  ClockTime morning() {
    LocalTime early = time.getHour() == 12 ? time.minusHours(12) : time;
    return new ClockTime(early, true, daysAhead, weekday);
  }

  ClockTime on(DayWord day) {
    ClockTime dated = new ClockTime(time, exact, day.daysAhead(), day.weekday());
    if (dated.exact) {
      return dated;
    }
    if (day.late()) {
      return dated.afternoon();
    }
    return day.early() ? dated.morning() : dated;
  }
}
