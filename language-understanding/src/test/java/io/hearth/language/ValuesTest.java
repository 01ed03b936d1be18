package io.hearth.language;

import static io.hearth.language.Room.ids;
import static io.hearth.language.Room.slot;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

  @ParameterizedTest
  @CsvSource({
    "set the lamp to 40 percent, 40",
    "set the lamp to forty percent, 40",
    "dim the lamp to a quarter, 25",
    "lamp to half, 50",
    "set the lamp to maximum, 100",
    "set the brightness of the lamp to 65%, 65"
  })
  void sharesOfBrightnessAreSaidInManyWays(String text, long percent) {
    Request request = Room.of("living_room").request(text);

    assertThat(request.intent()).isEqualTo(Intent.SET_BRIGHTNESS);
    assertThat(ids(request)).containsExactly("lamp.living_room");
    assertThat(slot(request, "value")).isEqualTo(percent);
  }

  @Test
  void aBitIsHalfTheUsualStep() {
    Request request = Room.of("kitchen").request("make the light a bit darker");

    assertThat(request.intent()).isEqualTo(Intent.ADJUST_BRIGHTNESS);
    assertThat(slot(request, "delta")).isEqualTo(-10L);
  }

  @Test
  void twiceAsBrightIsWorkedOutFromWhatHoldsNow() {
    Request request = Room.of("bedroom").request("make the bedside lamp twice as bright");

    assertThat(request.intent()).isEqualTo(Intent.SET_BRIGHTNESS);
    assertThat(slot(request, "value")).isEqualTo(40L);
  }

  @Test
  void coloursHaveHueAndSaturation() {
    Request request = Room.of("living_room").request("make the lamp turquoise");

    assertThat(request.intent()).isEqualTo(Intent.SET_COLOR);
    assertThat(slot(request, "color"))
        .isEqualTo(Map.of("hue", 174L, "saturation", 71L, "name", "turquoise"));
  }

  @Test
  void whitesAreColourTemperatures() {
    Request request = Room.of("living_room").request("set the lamp to warm white");

    assertThat(request.intent()).isEqualTo(Intent.SET_COLOR_TEMPERATURE);
    assertThat(slot(request, "value")).isEqualTo(2700L);
  }

  @Test
  void fahrenheitBecomesCelsius() {
    Request request = Room.of("living_room").request("set the heating to 68 fahrenheit");

    assertThat(slot(request, "value")).isEqualTo(20L);
    assertThat(slot(request, "unit")).isEqualTo("°C");
  }

  @Test
  void closingAThirdLeavesTwoThirdsOpen() {
    Request request = Room.of("bedroom").request("close the bedroom blinds to 30 percent");

    assertThat(request.intent()).isEqualTo(Intent.SET_POSITION);
    assertThat(slot(request, "value")).isEqualTo(70L);
  }

  @Test
  void fansHaveNamedSpeeds() {
    Request request = Room.of("bathroom").request("turn the fan to medium");

    assertThat(request.intent()).isEqualTo(Intent.SET_FAN_SPEED);
    assertThat(slot(request, "value")).isEqualTo(66L);
  }

  @Test
  void anOvensStepIsWiderThanAThermostats() {
    assertThat(slot(Room.of("kitchen").request("turn the oven up"), "delta")).isEqualTo(10L);
    assertThat(slot(Room.of("kitchen").request("turn the thermostat up"), "delta")).isEqualTo(1L);
  }

  @Test
  void anAlarmHasItsTimeAsValue() {
    Request request = Room.of("bedroom").request("wake me up at a quarter to seven");

    assertThat(request.intent()).isEqualTo(Intent.SET_ALARM);
    assertThat(slot(request, "value")).isEqualTo("06:45");
    assertThat(request.schedule()).isEmpty();
  }
}
