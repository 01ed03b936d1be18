package io.hearth.app.home;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The real clock, moved to another time of the day; goes on from there. */
final class MovableClock implements InstantSource {

  private volatile Duration offset = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(offset);
  }

  /** Makes it that time in that zone, today or tomorrow, never back in time. */
  void moveTo(LocalTime time, ZoneId zone) {
    ZonedDateTime now = instant().atZone(zone);
    ZonedDateTime wanted = now.with(time);
    offset = offset.plus(Duration.between(now, wanted.isBefore(now) ? wanted.plusDays(1) : wanted));
  }

  void move(Duration by) {
    offset = offset.plus(by);
  }
}
