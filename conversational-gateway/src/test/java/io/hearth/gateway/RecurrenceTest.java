package io.hearth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecurrenceTest {

  private static final ZonedDateTime MONDAY =
      ZonedDateTime.parse("2026-03-02T08:30:00+01:00[Europe/Stockholm]");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=DAILY;BYHOUR=7|2026-03-03T07:00+01:00[Europe/Stockholm]|Every day at 7 am",
        "FREQ=DAILY;BYHOUR=21;BYMINUTE=30|2026-03-02T21:30+01:00[Europe/Stockholm]|Every day at 9:30 pm",
        "FREQ=WEEKLY;BYDAY=SA,SU;BYHOUR=9|2026-03-07T09:00+01:00[Europe/Stockholm]|Every Saturday and Sunday at 9 am",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8|2026-03-03T08:00+01:00[Europe/Stockholm]|Every weekday at 8 am",
        "FREQ=WEEKLY;BYDAY=MO;BYHOUR=8|2026-03-09T08:00+01:00[Europe/Stockholm]|Every Monday at 8 am",
        "FREQ=HOURLY|2026-03-02T09:00+01:00[Europe/Stockholm]|Every hour"
      })
  void knowsTheNextTimeAndSaysTheRule(String rule, ZonedDateTime next, String said) {
    // When
    Recurrence recurrence = Recurrence.of(rule).orElseThrow();

    // Then
    assertThat(recurrence.next(MONDAY)).isEqualTo(next);
    assertThat(recurrence.said()).isEqualTo(said);
  }

  @Test
  void keepsTheHourOverTheChangeToSummerTime() {
    // Given
    ZonedDateTime before = ZonedDateTime.parse("2026-03-28T08:00:00+01:00[Europe/Stockholm]");

    // When
    ZonedDateTime next = Recurrence.of("FREQ=DAILY;BYHOUR=7").orElseThrow().next(before);

    // Then
    assertThat(next).isEqualTo(ZonedDateTime.parse("2026-03-29T07:00+02:00[Europe/Stockholm]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "daily",
        "FREQ=MONTHLY;BYHOUR=7",
        "FREQ=DAILY",
        "FREQ=DAILY;BYHOUR=25",
        "FREQ=DAILY;BYHOUR=x",
        "FREQ=WEEKLY;BYDAY=XX;BYHOUR=7",
        "FREQ=DAILY;INTERVAL=2;BYHOUR=7"
      })
  void doesNotPretendToKnowOtherRules(String rule) {
    assertThat(Recurrence.of(rule)).isEmpty();
  }
}
