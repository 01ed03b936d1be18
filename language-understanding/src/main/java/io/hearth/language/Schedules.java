package io.hearth.language;

import io.hearth.language.grammar.Parse;
import io.hearth.language.words.ClockTime;
import io.hearth.language.words.When;
import io.hearth.model.device.Home;
import io.hearth.model.speech.Schedule;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Places what was said about time on the calendar of the home. */
final class Schedules {

  /** Before this hour a time said without "in the morning" means the afternoon. */
  private static final int EARLIEST = 6;

  private final ZonedDateTime now;
  private final Home home;

  Schedules(ZonedDateTime now, Home home) {
    this.now = now;
    this.home = home;
  }

  /** When a parse is to be carried out; empty for now. */
  Optional<Schedule> of(Parse parse) {
    Optional<Schedule> start = Optional.empty();
    Optional<Duration> lasting = Optional.empty();
    for (Parse.Fill fill : parse.all("when")) {
      switch ((When) fill.meaning()) {
        case When.After(Duration delay) ->
            start = Optional.of(new Schedule.After(delay, Optional.empty()));
        case When.At(ClockTime time) ->
            start = Optional.of(new Schedule.At(next(merged(time, start)), Optional.empty()));
        case When.AtSun(boolean rising) ->
            start = Optional.of(new Schedule.At(new Sun(home).next(now, rising), Optional.empty()));
        case When.Every(String rule, Optional<ClockTime> time) ->
            start = Optional.of(new Schedule.Every(rule + byTime(time), Optional.empty()));
        case When.OnDay day -> start = onDay(day, start);
        case When.OnDate(MonthDay date) -> start = onDate(date, start);
        case When.Between(ClockTime from, ClockTime to) -> {
          ZonedDateTime first = next(merged(sharing(from, to), start));
          start = Optional.of(new Schedule.At(first, Optional.empty()));
          lasting = Optional.of(Duration.between(first, end(first, to)));
        }
        case When.Lasting(Duration duration) -> lasting = Optional.of(duration);
        case When.Until(ClockTime time) -> lasting = Optional.of(Duration.between(now, next(time)));
      }
    }
    return with(start, lasting);
  }

  /** A day said after its time is that time's; a day alone is the same time of that day. */
  private Optional<Schedule> onDay(When.OnDay day, Optional<Schedule> start) {
    ZonedDateTime at =
        start.isPresent() && start.get() instanceof Schedule.At(ZonedDateTime time, var lasting)
            ? time
            : now;
    ZonedDateTime on =
        day.weekday()
            .map(weekday -> now.with(TemporalAdjusters.nextOrSame(weekday)))
            .orElseGet(() -> now.plusDays(day.daysAhead().orElse(0)))
            .with(at.toLocalTime());
    ZonedDateTime next = day.weekday().isPresent() && !on.isAfter(now) ? on.plusWeeks(1) : on;
    return next.isAfter(now) ? Optional.of(new Schedule.At(next, Optional.empty())) : start;
  }

  /** The next such day of the year. */
  private Optional<Schedule> onDate(MonthDay date, Optional<Schedule> start) {
    ZonedDateTime at =
        start.isPresent() && start.get() instanceof Schedule.At(ZonedDateTime time, var lasting)
            ? time
            : now;
    ZonedDateTime on = at.with(date.atYear(now.getYear()));
    return Optional.of(
        new Schedule.At(
            on.isAfter(now) ? on : at.with(date.atYear(now.getYear() + 1)), Optional.empty()));
  }

  /** "between 7 and 9 pm": both are in the evening. */
  private static ClockTime sharing(ClockTime from, ClockTime to) {
    if (to.daysAhead().isPresent() || to.weekday().isPresent()) {
      ClockTime dated = new ClockTime(from.time(), from.exact(), to.daysAhead(), to.weekday());
      return sharing(
          dated, new ClockTime(to.time(), to.exact(), Optional.empty(), Optional.empty()));
    }
    boolean late = !from.exact() && to.exact() && to.time().getHour() >= 12;
    return late && from.time().plusHours(12).isBefore(to.time()) ? later(from) : from;
  }

  private static ClockTime later(ClockTime time) {
    return new ClockTime(time.time().plusHours(12), true, time.daysAhead(), time.weekday());
  }

  /** The first moment after another that a time of day means. */
  private static ZonedDateTime end(ZonedDateTime start, ClockTime to) {
    ZonedDateTime end = start.with(to.time());
    while (!end.isAfter(start)) {
      end = end.plusHours(to.exact() ? 24 : 12);
    }
    return end;
  }

  /** "tomorrow … at seven": the day of the first and the time of the second. */
  private ClockTime merged(ClockTime time, Optional<Schedule> earlier) {
    boolean dated = time.daysAhead().isPresent() || time.weekday().isPresent();
    if (!dated
        && earlier.isPresent()
        && earlier.get() instanceof Schedule.At(ZonedDateTime day, Optional<Duration> lasting)) {
      int ahead = (int) Duration.between(startOfDay(now), startOfDay(day)).toDays();
      return new ClockTime(time.time(), time.exact(), Optional.of(ahead), Optional.empty());
    }
    return time;
  }

  private static ZonedDateTime startOfDay(ZonedDateTime time) {
    return time.toLocalDate().atStartOfDay(time.getZone());
  }

  private static Optional<Schedule> with(Optional<Schedule> start, Optional<Duration> lasting) {
    if (lasting.isEmpty()) {
      return start;
    }
    if (start.isEmpty()) {
      return lasting.map(Schedule.NowFor::new);
    }
    return Optional.of(
        switch (start.get()) {
          case Schedule.At(ZonedDateTime time, Optional<Duration> none) ->
              new Schedule.At(time, lasting);
          case Schedule.After(Duration delay, Optional<Duration> none) ->
              new Schedule.After(delay, lasting);
          case Schedule.Every(String rule, Optional<Duration> none) ->
              new Schedule.Every(rule, lasting);
          case Schedule.NowFor same -> same;
        });
  }

  private static String byTime(Optional<ClockTime> time) {
    return time.map(Schedules::usual)
        .map(t -> ";BYHOUR=" + t.getHour() + ";BYMINUTE=" + t.getMinute())
        .orElse("");
  }

  /** The next moment that a time of day means. */
  ZonedDateTime next(ClockTime time) {
    if (time.weekday().isPresent()) {
      ZonedDateTime day = now.with(TemporalAdjusters.nextOrSame(time.weekday().get()));
      ZonedDateTime at = day.with(usual(time));
      return at.isAfter(now) ? at : at.plusWeeks(1);
    }
    if (time.daysAhead().isPresent()) {
      return dated(time, time.daysAhead().get());
    }
    ZonedDateTime at = now.with(time.time());
    while (!at.isAfter(now) || (!time.exact() && at.getHour() < EARLIEST)) {
      at = time.exact() ? at.plusDays(1) : at.plusHours(12);
    }
    return at;
  }

  private ZonedDateTime dated(ClockTime time, int daysAhead) {
    ZonedDateTime at = now.plusDays(daysAhead).with(daysAhead == 0 ? time.time() : usual(time));
    if (daysAhead == 0 && !time.exact() && !at.isAfter(now)) {
      return at.plusHours(12);
    }
    return at;
  }

  /** A time of day said for another day: hours from one to three are rarely at night. */
  static LocalTime usual(ClockTime time) {
    boolean afternoon = !time.exact() && time.time().getHour() >= 1 && time.time().getHour() <= 3;
    return afternoon ? time.time().plusHours(12) : time.time();
  }
}
