package io.hearth.language.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  private final Lexicon lexicon = Lexicon.of("en");

  private Meaning whole(String slot, String text) {
    Sentence sentence = lexicon.normalizer().sentence(text);
    List<Reading> readings = lexicon.readings(slot, sentence, 0);
    assertThat(readings).anyMatch(reading -> reading.end() == sentence.size());
    return readings.stream().filter(r -> r.end() == sentence.size()).findFirst().get().meaning();
  }

  @ParameterizedTest
  @CsvSource({
    "ten minutes, PT10M",
    "an hour and a half, PT1H30M",
    "1 hour 30 minutes and 15 seconds, PT1H30M15S",
    "half an hour, PT30M",
    "two and a half hours, PT2H30M",
    "a couple of minutes, PT2M",
    "a quarter of an hour, PT15M",
    "three days, PT72H"
  })
  void lengthsOfTime(String text, Duration duration) {
    assertThat(whole("duration", text)).isEqualTo(new Span(duration));
  }

  @ParameterizedTest
  @CsvSource({
    "9 pm, 21:00, true",
    "nine thirty, 09:30, false",
    "half past seven, 07:30, false",
    "ten to eight, 07:50, false",
    "quarter past six in the evening, 18:15, true",
    "12 am, 00:00, true",
    "seven o'clock, 07:00, false",
    "noon, 12:00, true",
    "17:45, 17:45, true"
  })
  void timesOfDay(String text, LocalTime time, boolean exact) {
    ClockTime clock = (ClockTime) whole("clock", text);

    assertThat(clock.time()).isEqualTo(time);
    assertThat(clock.exact()).isEqualTo(exact);
  }

  @Test
  void aNumberAloneIsNoMoment() {
    Sentence sentence = lexicon.normalizer().sentence("20");

    assertThat(lexicon.readings("when", sentence, 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "40 percent, 40", "a hundred and five, 105", "one hundred twenty, 120", "sixty five, 65",
    "two thirds, 67", "20.5, 20.5", "eight and a half, 8.5", "minus three, -3"
  })
  void numbers(String text, double number) {
    assertThat(whole("percent", text))
        .isEqualTo(new Said(io.hearth.model.device.Value.of(number), "%"));
  }
}
