package io.hearth.gateway;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An RFC 5545 recurrence rule of the kinds that people say to a home: FREQ of HOURLY, DAILY or
 * WEEKLY with BYDAY, BYHOUR and BYMINUTE.
 *
 * @param days on which it happens
 * @param hour of the day, or empty for every hour
 */
record Recurrence(Set<DayOfWeek> days, Optional<Integer> hour, int minute) {

  private static final Set<String> KNOWN =
      Set.of("FREQ", "BYDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "INTERVAL");
  private static final int DAYS_AHEAD = 8;

  Recurrence {
    days = Set.copyOf(days);
  }

  /** Empty for what is not one of these kinds. */
  static Optional<Recurrence> of(String rule) {
    Map<String, String> parts = new HashMap<>();
    for (String part : rule.replaceFirst("^RRULE:", "").split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        return Optional.empty();
      }
      parts.put(part.substring(0, equals).toUpperCase(Locale.ROOT), part.substring(equals + 1));
    }
    boolean plain =
        KNOWN.containsAll(parts.keySet()) && parts.getOrDefault("INTERVAL", "1").equals("1");
    try {
      return plain ? of(parts) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Recurrence> of(Map<String, String> parts) {
    int minute = Integer.parseInt(parts.getOrDefault("BYMINUTE", "0"));
    Optional<Integer> hour = Optional.ofNullable(parts.get("BYHOUR")).map(Integer::valueOf);
    LocalTime.of(hour.orElse(0), minute);
    boolean hourly = "HOURLY".equals(parts.get("FREQ"));
    boolean daily = List.of("DAILY", "WEEKLY").contains(parts.getOrDefault("FREQ", ""));
    Set<DayOfWeek> days = days(parts.getOrDefault("BYDAY", ""));
    boolean known = (hourly && hour.isEmpty()) || (daily && hour.isPresent());
    return known && !days.isEmpty()
        ? Optional.of(new Recurrence(days, hour, minute))
        : Optional.empty();
  }

  private static Set<DayOfWeek> days(String list) {
    if (list.isEmpty()) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String word : list.split(",", -1)) {
      days.add(
          Arrays.stream(DayOfWeek.values())
              .filter(day -> day.name().startsWith(word.toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no day " + word)));
    }
    return days;
  }

  /** The first time after a moment. */
  ZonedDateTime next(ZonedDateTime after) {
    if (hour.isEmpty()) {
      ZonedDateTime next = after.withMinute(minute).withSecond(0).withNano(0);
      return next.isAfter(after) ? next : next.plusHours(1);
    }
    for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
      LocalDate day = after.toLocalDate().plusDays(ahead);
      ZonedDateTime next = day.atTime(hour.get(), minute).atZone(after.getZone());
      if (days.contains(day.getDayOfWeek()) && next.isAfter(after)) {
        return next;
      }
    }
    throw new IllegalStateException("no day of " + days + " within a week");
  }

  /** "Every day at 7 am". */
  String said() {
    if (hour.isEmpty()) {
      return "Every hour";
    }
    String time =
        Figures.clock(
            ZonedDateTime.of(LocalDate.EPOCH, LocalTime.of(hour.get(), minute), ZoneOffset.UTC));
    return "Every " + daysSaid() + " at " + time;
  }

  private String daysSaid() {
    if (days.size() == DayOfWeek.values().length) {
      return "day";
    }
    Set<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    if (days.equals(EnumSet.complementOf(EnumSet.copyOf(weekend)))) {
      return "weekday";
    }
    return Figures.and(
        days.stream()
            .sorted()
            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .toList());
  }
}
