package io.hearth.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulesTest {

  private static Schedule schedule(String text) {
    return Room.of("bedroom").request(text).schedule().orElseThrow();
  }

  @Test
  void inTenMinutesIsNotNow() {
    assertThat(schedule("in ten minutes turn off the light"))
        .isEqualTo(new Schedule.After(Duration.ofMinutes(10), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "turn on the light at nine, 2026-03-04T21:00+01:00[Europe/Stockholm]",
    "turn on the light at nine am, 2026-03-05T09:00+01:00[Europe/Stockholm]",
    "turn on the light at 21:30, 2026-03-04T21:30+01:00[Europe/Stockholm]",
    "tomorrow at half past six turn on the light, 2026-03-05T06:30+01:00[Europe/Stockholm]",
    "turn on the light on friday at noon, 2026-03-06T12:00+01:00[Europe/Stockholm]",
    "close the blinds at midnight, 2026-03-05T00:00+01:00[Europe/Stockholm]"
  })
  void aClockTimeIsTheNextMomentItMeans(String text, String time) {
    assertThat(schedule(text))
        .isEqualTo(new Schedule.At(ZonedDateTime.parse(time), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "turn on the light every weekday at seven | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=7;BYMINUTE=0",
        "every day at 22:15 close the blinds | FREQ=DAILY;BYHOUR=22;BYMINUTE=15",
        "turn on the light every monday and friday at 6 am | FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=6;BYMINUTE=0",
        "turn on the fan every two hours | FREQ=HOURLY;INTERVAL=2"
      })
  void repetitionIsACalendarRule(String text, String rule) {
    assertThat(schedule(text)).isEqualTo(new Schedule.Every(rule, Optional.empty()));
  }

  @Test
  void forHalfAnHourBeginsNowAndEnds() {
    assertThat(schedule("turn on the light for half an hour"))
        .isEqualTo(new Schedule.NowFor(Duration.ofMinutes(30)));
  }

  @Test
  void aStartAndALengthBelongTogether() {
    assertThat(schedule("turn on the light in 5 minutes for an hour and a half"))
        .isEqualTo(new Schedule.After(Duration.ofMinutes(5), Optional.of(Duration.ofMinutes(90))));
  }

  @Test
  void sunsetIsTonight() {
    Schedule.At at = (Schedule.At) schedule("close the blinds at sunset");

    assertThat(at.time())
        .isBetween(
            ZonedDateTime.parse("2026-03-05T17:20+01:00"),
            ZonedDateTime.parse("2026-03-05T17:50+01:00"));
  }

  @Test
  void aConditionIsUnderstoodButNothingOfItHappensNow() {
    Request request = Room.of("bedroom").request("turn on the light when it rains");

    assertThat(request.targets()).isEmpty();
    assertThat(request.problems())
        .containsExactly(new Problem(Problem.Kind.UNSUPPORTED, "when it rains"));
  }
}
