package io.hearth.sim.physics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alarm clocks, timers, lists and calendars. */
class KeepersTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Just before seven in the morning by the clock of the home. */
  private static Lab alarmClock() {
    return Lab.device(
        "type: alarm_clock", PhysicsConfig.demo(), 1, Instant.parse("2026-03-20T05:59:50Z"));
  }

  @Test
  void anAlarmRingsAtItsTimeOnce() {
    // Given
    Lab clock = alarmClock();

    // When
    Answer answer = clock.command("setAlarm", "time", "07:00");
    clock.seconds(5);
    Object before = clock.raw("ringing");
    clock.seconds(6);

    // Then
    assertThat(answer).isEqualTo(Answer.accepted());
    assertThat(before).isEqualTo(false);
    assertThat(clock.raw("ringing")).isEqualTo(true);
    assertThat(clock.raw("alarms"))
        .isEqualTo(List.of(Map.of("id", "1", "time", "07:00", "enabled", false)));
  }

  @Test
  void anAlarmOfWeekdaysDoesNotRingOnSaturday() {
    // Given
    Lab clock = alarmClock(); // a Friday
    clock
        .model()
        .command(
            "setAlarm",
            Map.of("time", Value.of("07:00"), "days", Value.ofRaw(List.of("mon", "friday"))));

    // When
    clock.seconds(20);
    Object friday = clock.raw("ringing");
    clock.command("cancelAlarm");
    List<Object> weekend = clock.watch("ringing", Duration.ofHours(50), Duration.ofSeconds(30));

    // Then
    assertThat(friday).isEqualTo(true);
    assertThat(weekend).containsExactly(false);
  }

  @Test
  void aSnoozedAlarmRingsAgainNineMinutesLater() {
    // Given
    Lab clock = alarmClock();
    clock.model().set("ringing", Value.of(true));

    // When
    clock.command("snooze");
    Object snoozed = clock.raw("ringing");
    clock.pass(Duration.ofMinutes(9));

    // Then
    assertThat(snoozed).isEqualTo(false);
    assertThat(clock.raw("ringing")).isEqualTo(true);
  }

  @Test
  void anAlarmGivesUpAfterAQuarterOfAnHour() {
    // Given
    Lab clock = alarmClock();
    clock.model().set("ringing", Value.of(true));

    // When
    clock.pass(Duration.ofMinutes(16));

    // Then
    assertThat(clock.raw("ringing")).isEqualTo(false);
  }

  @Test
  void anAlarmIsCancelledByItsTime() {
    // Given
    Lab clock = alarmClock();
    clock.command("setAlarm", "time", "07:00");
    clock.command("setAlarm", "time", "08:30");

    // When
    Answer which = clock.command("cancelAlarm");
    Answer answer = clock.command("cancelAlarm", "id", "07:00");

    // Then
    assertThat(which).isEqualTo(Answer.notNow("more than one alarm is set"));
    assertThat(answer).isEqualTo(Answer.accepted());
    clock.seconds(20);
    assertThat(clock.raw("ringing")).isEqualTo(false);
    assertThat(clock.raw("alarms"))
        .isEqualTo(List.of(Map.of("id", "2", "time", "08:30", "enabled", true)));
  }

  @Test
  void anAlarmNeedsATimeOfDay() {
    // Given
    Lab clock = alarmClock();

    // When
    Answer answer = clock.command("setAlarm", "time", "soon");

    // Then
    assertThat(answer).isEqualTo(Answer.badCommand("time must be like 07:00 but is soon"));
  }

  @Test
  void aTimerCountsDownFinishesAndIsForgotten() {
    // Given
    Lab timer = Lab.device("type: timer");

    // When
    timer.model().command("start", Map.of("duration", Value.of(20), "name", Value.of("eggs")));
    List<Object> seen = timer.watch("timers", Duration.ofSeconds(90), SECOND);

    // Then
    assertThat(seen)
        .containsExactly(
            List.of(eggs(20, "running")),
            List.of(eggs(15, "running")),
            List.of(eggs(10, "running")),
            List.of(eggs(5, "running")),
            List.of(eggs(0, "finished")),
            List.of());
  }

  @Test
  void aPausedTimerWaitsAndAnAdjustedOneTakesLonger() {
    // Given
    Lab timer = Lab.device("type: timer");
    timer.model().command("start", Map.of("duration", Value.of(20), "name", Value.of("eggs")));

    // When
    timer.command("pause");
    timer.pass(Duration.ofMinutes(5));
    timer.command("adjust", "delta", 60);
    timer.command("resume", "name", "eggs");
    timer.seconds(70);

    // Then
    assertThat(timer.raw("timers")).isEqualTo(List.of(eggs(10, "running")));
  }

  @Test
  void aListKeepsTicksOffAndTakesAway() {
    // Given
    Lab list = Lab.device("type: todo_list");

    // When
    list.command("add", "name", "milk");
    list.command("add", "name", "bread");
    list.command("complete", "name", "Milk");
    list.command("remove", "name", "bread");
    Answer unknown = list.command("remove", "name", "butter");

    // Then
    assertThat(list.raw("items")).isEqualTo(List.of(Map.of("name", "milk", "done", true)));
    assertThat(unknown).isEqualTo(Answer.notNow("not on the list"));
  }

  @Test
  void aCalendarKeepsEvents() {
    // Given
    Lab calendar = Lab.device("type: calendar");

    // When
    calendar
        .model()
        .command(
            "add",
            Map.of("title", Value.of("dentist"), "start", Value.of("2026-03-21T09:00:00+01:00")));

    // Then
    assertThat(calendar.raw("events"))
        .isEqualTo(List.of(Map.of("title", "dentist", "start", "2026-03-21T09:00:00+01:00")));
  }

  private static Map<String, Object> eggs(long remaining, String state) {
    return Map.of(
        "id", "1", "name", "eggs", "duration", 20L, "remaining", remaining, "state", state);
  }
}
