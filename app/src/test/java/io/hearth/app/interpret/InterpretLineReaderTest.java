package io.hearth.app.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpretLineReaderTest {

  private final InterpretLineReader reader = new InterpretLineReader();

  @Test
  void readsEverythingThatALineMaySay() {
    InterpretLine line =
        reader.read(
            """
            {"id":7,"nbest":[{"text":"a","confidence":0.2},{"text":"b","confidence":0.8}],
             "home":"h","area":"kitchen","device":"mic","user":"ann","dialogue":"d",
             "time":"2026-03-01T07:00:00+01:00","state":{"oven":{"on":true,"temperature":180}},
             "available":{"oven":false},
             "events":[{"time":"2026-03-01T06:59:00+01:00","device":"alarm","property":"ringing","value":true},
                       {"time":"2026-03-01T06:50:00+01:00","device":"alarm","property":"ringing","value":false}]}
            """);

    assertThat(line.id()).isEqualTo(7);
    assertThat(line.transcript().best().text()).isEqualTo("b");
    assertThat(line.home()).contains("h");
    assertThat(line.time()).contains(Instant.parse("2026-03-01T06:00:00Z"));
    assertThat(line.state())
        .isEqualTo(
            Map.of(
                new DeviceId("oven"), Map.of("on", Value.of(true), "temperature", Value.of(180))));
    assertThat(line.available()).isEqualTo(Map.of(new DeviceId("oven"), false));
    assertThat(line.events())
        .extracting(InterpretLine.Event::value)
        .as("in the order of time")
        .containsExactly(Value.of(false), Value.of(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":"x"} | text or nbest is missing
          {"id":"x","text":""} | text must not be blank
          {"id":"x","text":3} | text must be text
          {"id":"x","nbest":[]} | nbest must be a list
          {"id":"x","nbest":[{"text":"a","confidence":7}]} | confidence must be 0 to 1
          {"id":"x","text":"a","time":"noon"} | time must be an ISO-8601 time with offset but is noon
          {"id":"x","text":"a","state":{"a b":{}}} | not allowed
          {"id":"x","text":"a","state":[]} | state must be an object
          {"id":"x","text":"a","available":{"x":1}} | available.x must be true or false
          {"id":"x","text":"a","events":[{"time":"2026-01-01T00:00:00Z"}]} | device is missing in an event
          """)
  void aBadLineIsToldByItsIdAndWhatIsWrong(String line, String message) {
    assertThatThrownBy(() -> reader.read(line))
        .isInstanceOfSatisfying(
            BadLineException.class, e -> assertThat(e.id()).isEqualTo(Optional.of("x")))
        .hasMessageContaining(message);
  }

  @Property(tries = 500)
  void whateverALineIsItIsReadOrRefused(@ForAll String line) {
    try {
      reader.read(line);
    } catch (BadLineException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
