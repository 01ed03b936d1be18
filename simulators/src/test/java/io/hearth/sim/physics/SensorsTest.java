package io.hearth.sim.physics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensorsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static Lab thermometer(long seed) {
    return Lab.device(
        "type: sensor, kind: temperature, state: {temperature: 21.5}",
        PhysicsConfig.demo(),
        seed,
        Lab.MORNING);
  }

  @Test
  void aTemperatureDriftsGentlyAndTheSameForTheSameSeed() {
    // When
    List<Object> one = thermometer(7).watch("temperature", Duration.ofHours(3), MINUTE);
    List<Object> same = thermometer(7).watch("temperature", Duration.ofHours(3), MINUTE);
    List<Object> other = thermometer(8).watch("temperature", Duration.ofHours(3), MINUTE);

    // Then
    assertThat(one).startsWith(21.5).hasSizeGreaterThan(4).isEqualTo(same).isNotEqualTo(other);
    assertThat(one)
        .allSatisfy(value -> assertThat(((Number) value).doubleValue()).isBetween(20.9, 22.1));
  }

  @Test
  void aTemperatureSetByHandDriftsFromThere() {
    // Given
    Lab sensor = thermometer(7);

    // When
    sensor.model().set("temperature", Value.of(30));
    sensor.seconds(1);

    // Then
    assertThat(sensor.raw("temperature")).isEqualTo(30L);
  }

  @Test
  void itIsDarkAtNightAndBrightAtNoon() {
    // Given
    Lab sensor =
        Lab.device(
            "type: sensor, kind: illuminance",
            PhysicsConfig.demo(),
            1,
            Instant.parse("2026-06-20T23:00:00Z"));

    // When
    Object night = sensor.raw("illuminance");
    sensor.watch("illuminance", Duration.ofHours(12), MINUTE);

    // Then
    assertThat(night).isEqualTo(2L);
    assertThat((long) sensor.raw("illuminance")).isBetween(500L, 600L);
  }

  @Test
  void aCoveredLightSensorStaysDark() {
    // Given
    Lab sensor = Lab.demo("illuminance.living_room");

    // When
    sensor.model().set("illuminance", Value.of(1));
    sensor.watch("illuminance", Duration.ofHours(6), MINUTE);

    // Then
    assertThat(sensor.raw("illuminance")).isEqualTo(1L);
  }

  @Test
  void aMotionIsForgottenAfterAMinuteWithoutAnother() {
    // Given
    Lab sensor = Lab.demo("motion.hallway");
    sensor.model().set("motion", Value.of(true));
    sensor.seconds(40);

    // When
    sensor.model().set("motion", Value.of(true));
    sensor.seconds(40);
    Object stillMoving = sensor.raw("motion");
    sensor.seconds(30);

    // Then
    assertThat(stillMoving).isEqualTo(true);
    assertThat(sensor.raw("motion")).isEqualTo(false);
  }

  @Test
  void aContactStaysAsItWasSet() {
    // Given
    Lab window = Lab.demo("window.kitchen");

    // When
    window.model().set("open", Value.of(true));
    window.pass(Duration.ofMinutes(10));

    // Then
    assertThat(window.raw("open")).isEqualTo(true);
  }

  @Test
  void aSensorOfWhichNothingIsKnownGivesAUsualReading() {
    // When
    Lab humidity = Lab.device("type: sensor, kind: humidity");
    Lab smoke = Lab.device("type: binary_sensor, kind: smoke");

    // Then
    assertThat(humidity.raw("humidity")).isEqualTo(45L);
    assertThat(smoke.raw("smoke")).isEqualTo(false);
  }
}
