package io.hearth.sim.physics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplianceTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void coffeeTakesItsTimeIsDoneAndThenForgotten() {
    // Given
    Lab maker = Lab.demo("coffee_maker.kitchen");

    // When
    Answer answer = maker.command("start", "program", "espresso");
    List<Object> seen = maker.watch("operation", Duration.ofSeconds(120), SECOND);

    // Then
    assertThat(answer).isEqualTo(Answer.accepted());
    assertThat(seen).containsExactly("running", "done", "idle");
    assertThat(maker.raw("program")).isEqualTo("espresso");
  }

  @Test
  void tellsTheTimeLeftInSteps() {
    // Given
    Lab maker = Lab.demo("coffee_maker.kitchen");

    // When
    maker.command("start");
    List<Object> left = maker.watch("remaining", Duration.ofSeconds(50), SECOND);

    // Then
    assertThat(left).containsExactly(40L, 35L, 30L, 25L, 20L, 15L, 10L, 5L, 0L);
  }

  @Test
  void refusesToStartWhatRuns() {
    // Given
    Lab kettle = Lab.demo("kettle.kitchen");
    kettle.command("start");

    // When
    Answer again = kettle.command("start");

    // Then
    assertThat(again).isEqualTo(Answer.notNow("already running"));
  }

  @Test
  void refusesAProgramThatItLacks() {
    // Given
    Lab maker = Lab.demo("coffee_maker.kitchen");

    // When
    Answer answer = maker.command("start", "program", "cappuccino");

    // Then
    assertThat(answer).isInstanceOf(Answer.Rejected.class);
    assertThat(maker.raw("operation")).isEqualTo("idle");
  }

  @Test
  void aPauseStopsTheClock() {
    // Given
    Lab washer = Lab.device("type: washer");
    washer.command("start");
    washer.pass(Duration.ofMinutes(40));

    // When
    washer.command("pause");
    washer.pass(Duration.ofHours(2));
    washer.command("resume");

    // Then
    assertThat(washer.raw("operation")).isEqualTo("running");
    assertThat(washer.raw("remaining")).isEqualTo(300L);
  }

  @Test
  void theWaterOfAKettleBoilsAndCools() {
    // Given
    Lab kettle = Lab.demo("kettle.kitchen");

    // When
    kettle.command("start");
    kettle.seconds(31);

    // Then
    assertThat((long) kettle.raw("temperature")).isBetween(99L, 100L);
    kettle.pass(Duration.ofHours(3));
    assertThat(kettle.raw("temperature")).isEqualTo(21L);
  }

  @Test
  void aLockTurnsItsBoltForAMoment() {
    // Given
    Lab lock = Lab.demo("lock.front_door");

    // When
    lock.command("unlock");

    // Then
    assertThat(lock.raw("locked")).isEqualTo(true);
    lock.seconds(1.2);
    assertThat(lock.raw("locked")).isEqualTo(false);
  }

  @Test
  void anObstructedBoltJamsAndStaysWhereItIs() {
    // Given
    Lab lock = Lab.device("type: lock, state: {locked: false}");
    lock.model().obstruct(true);

    // When
    lock.command("lock");
    lock.seconds(2);

    // Then
    assertThat(lock.raw("jammed")).isEqualTo(true);
    assertThat(lock.raw("locked")).isEqualTo(false);
  }

  @Test
  void aVacuumCleansAndReturnsByItself() {
    // Given
    Lab vacuum = Lab.demo("vacuum");

    // When
    vacuum.command("start");
    List<Object> seen = vacuum.watch("cleaning", Duration.ofMinutes(25), SECOND);

    // Then
    assertThat(seen).containsExactly("cleaning", "returning", "docked");
    assertThat((long) vacuum.raw("battery")).isBetween(80L, 95L);
  }

  @Test
  void aVacuumSentHomeIsOnItsWayFirst() {
    // Given
    Lab vacuum = Lab.demo("vacuum");
    vacuum.command("start");
    vacuum.seconds(30);

    // When
    vacuum.command("dock");
    List<Object> seen = vacuum.watch("cleaning", Duration.ofMinutes(1), SECOND);

    // Then
    assertThat(seen).containsExactly("returning", "docked");
  }

  @Test
  void aLampSwitchesOnWhenItsBrightnessIsSet() {
    // Given
    Lab lamp = Lab.device("type: light, state: {on: false, brightness: 20}");

    // When
    lamp.command("setBrightness", "brightness", 40);

    // Then
    assertThat(lamp.model().state())
        .containsEntry("on", Value.of(true))
        .containsEntry("brightness", Value.of(40));
  }

  @Test
  void aLampDimmedToNothingIsOffAndComesBackBright() {
    // Given
    Lab lamp = Lab.device("type: light, state: {on: true, brightness: 15}");

    // When
    lamp.command("adjustBrightness", "delta", -20);

    // Then
    assertThat(lamp.raw("on")).isEqualTo(false);
    lamp.command("turnOn");
    assertThat(lamp.raw("brightness")).isEqualTo(100L);
  }

  @Test
  void aLampTakesAColour() {
    // Given
    Lab lamp = Lab.demo("lamp.living_room");

    // When
    lamp.command("setColor", "color", Map.of("hue", 240, "saturation", 100));

    // Then
    assertThat(lamp.raw("color")).isEqualTo(Map.of("hue", 240L, "saturation", 100L));
  }
}
