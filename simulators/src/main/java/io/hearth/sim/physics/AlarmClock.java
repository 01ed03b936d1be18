package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An alarm clock keeps its alarms and rings at their time until somebody stops or snoozes it. */
final class AlarmClock implements Behaviour {

  private static final String ALARMS = "alarms";
  private static final String RINGING = "ringing";
  private static final Duration SNOOZE = Duration.ofMinutes(9);
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final ZoneId timezone;
  private Optional<Instant> snoozedUntil = Optional.empty();
  private Instant ringingSince = Instant.MIN;
  private int lastId;

  AlarmClock(ZoneId timezone) {
    this.timezone = timezone;
  }

  @Override
  public void begin(Body body) {
    body.begin(ALARMS, new Value.Items(List.of()));
    body.begin(RINGING, Value.of(false));
    ringingSince = body.now();
  }

  @Override
  public Optional<Answer> act(Body body, String action, Map<String, Value> arguments) {
    return switch (action) {
      case "setAlarm" -> Optional.of(setAlarm(body, arguments));
      case "cancelAlarm" -> Optional.of(cancel(body, arguments));
      case "snooze" -> Optional.of(snooze(body));
      default -> Optional.empty();
    };
  }

  @Override
  public void given(Body body, String property, Value value) {
    if (property.equals(RINGING)) {
      ringingSince = body.now();
    }
  }

  @Override
  public void advance(Body body, Duration passed) {
    Instant before = body.now().minus(passed);
    if (snoozedUntil.filter(until -> !until.isAfter(body.now())).isPresent()) {
      ring(body);
    }
    Entries alarms = new Entries(body, ALARMS);
    for (Map<String, Value> alarm : alarms.all()) {
      if (isEnabled(alarm) && isDue(alarm, before, body.now())) {
        ring(body);
        if (days(alarm).isEmpty()) {
          alarms.replace(a -> a.equals(alarm) ? Entries.with(a, "enabled", Value.of(false)) : a);
        }
      }
    }
    if (body.isTrue(RINGING) && ringingSince.plus(PATIENCE).isBefore(body.now())) {
      body.set(RINGING, Value.of(false));
    }
  }

  private void ring(Body body) {
    snoozedUntil = Optional.empty();
    ringingSince = body.now();
    body.set(RINGING, Value.of(true));
  }

  private Answer setAlarm(Body body, Map<String, Value> arguments) {
    Optional<String> text = Arguments.text(arguments, "time", "value");
    if (text.isEmpty()) {
      return Answer.badCommand("argument time is missing");
    }
    Optional<LocalTime> time = time(text.get());
    if (time.isEmpty()) {
      return Answer.badCommand("time must be like 07:00 but is " + text.get());
    }
    Entries alarms = new Entries(body, ALARMS);
    Map<String, Value> alarm = new LinkedHashMap<>();
    alarm.put("id", Value.of(freeId(alarms)));
    alarm.put("time", Value.of(time.get().toString()));
    for (String optional : List.of("days", "label")) {
      Arguments.any(arguments, optional).ifPresent(value -> alarm.put(optional, value));
    }
    alarm.put("enabled", Value.of(true));
    alarms.add(alarm);
    return Answer.accepted();
  }

  /**
   * Stops the ringing; otherwise takes away the alarm named by id or time, or else the only one.
   */
  private Answer cancel(Body body, Map<String, Value> arguments) {
    Entries alarms = new Entries(body, ALARMS);
    Optional<String> wanted = Arguments.text(arguments, "id", "time", "label");
    if (wanted.isEmpty() && (body.isTrue(RINGING) || snoozedUntil.isPresent())) {
      snoozedUntil = Optional.empty();
      body.set(RINGING, Value.of(false));
      return Answer.accepted();
    }
    List<Map<String, Value>> meant =
        alarms.all().stream().filter(alarm -> isMeant(alarm, wanted)).toList();
    if (meant.isEmpty()) {
      return Answer.notNow("no such alarm");
    }
    if (wanted.isEmpty() && meant.size() > 1) {
      return Answer.notNow("more than one alarm is set");
    }
    alarms.remove(meant::contains);
    return Answer.accepted();
  }

  private Answer snooze(Body body) {
    if (!body.isTrue(RINGING)) {
      return Answer.notNow("not ringing");
    }
    snoozedUntil = Optional.of(body.now().plus(SNOOZE));
    body.set(RINGING, Value.of(false));
    return Answer.accepted();
  }

  private boolean isDue(Map<String, Value> alarm, Instant before, Instant now) {
    Optional<LocalTime> time = Arguments.text(alarm, "time").flatMap(AlarmClock::time);
    if (time.isEmpty()) {
      return false;
    }
    ZonedDateTime due = before.atZone(timezone).with(time.get());
    if (!due.toInstant().isAfter(before)) {
      due = due.plusDays(1);
    }
    return !due.toInstant().isAfter(now) && isOn(due, days(alarm));
  }

  private static boolean isOn(ZonedDateTime due, List<String> days) {
    String day = due.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    String start = day.toLowerCase(Locale.ROOT);
    return days.isEmpty()
        || days.stream().anyMatch(d -> d.toLowerCase(Locale.ROOT).startsWith(start));
  }

  private static List<String> days(Map<String, Value> alarm) {
    return alarm.get("days") instanceof Value.Items(List<Value> days)
        ? days.stream().map(day -> String.valueOf(day.raw())).toList()
        : List.of();
  }

  private static boolean isEnabled(Map<String, Value> alarm) {
    return !(alarm.get("enabled") instanceof Value.Bool(boolean enabled)) || enabled;
  }

  private static boolean isMeant(Map<String, Value> alarm, Optional<String> wanted) {
    return wanted
        .map(text ->
            Entries.isText(alarm, "id", text)
                || Entries.isText(alarm, "time", text)
                || Entries.isText(alarm, "label", text))
        .orElse(true);
  }

  private String freeId(Entries alarms) {
    String id;
    do {
      lastId++;
      id = String.valueOf(lastId);
    } while (isTaken(alarms, id));
    return id;
  }

  private static boolean isTaken(Entries alarms, String id) {
    return alarms.first(alarm -> Entries.isText(alarm, "id", id)).isPresent();
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
