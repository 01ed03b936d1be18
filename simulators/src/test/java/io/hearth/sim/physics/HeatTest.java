package io.hearth.sim.physics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.Value;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HeatTest {

  private final Lab oven = Lab.demo("oven.kitchen");

  @Test
  void anOvenHeatsAlongACurve() {
    // When
    oven.command("start");
    oven.seconds(150);

    // Then
    assertThat(oven.raw("on")).isEqualTo(true);
    assertThat((long) oven.raw("temperature")).isBetween(121L, 123L); // 22 + 0.63 · 158

    // When
    oven.pass(Duration.ofMinutes(20));

    // Then
    assertThat(oven.raw("temperature")).isEqualTo(180L);
  }

  @Test
  void anOvenHeatsFasterWhileItIsCold() {
    // Given
    oven.command("start");

    // When
    oven.seconds(30);
    long first = (long) oven.raw("temperature") - 22;
    oven.seconds(120);
    long before = (long) oven.raw("temperature");
    oven.seconds(30);
    long later = (long) oven.raw("temperature") - before;

    // Then
    assertThat(first).isGreaterThan(2 * later);
  }

  @Test
  void anOvenCoolsSlowlyWhenSwitchedOff() {
    // Given
    oven.command("start");
    oven.pass(Duration.ofMinutes(30));

    // When
    oven.command("stop");
    oven.pass(Duration.ofMinutes(15));

    // Then
    assertThat((long) oven.raw("temperature")).isBetween(79L, 81L); // 22 + 0.37 · 158
    oven.pass(Duration.ofHours(3));
    assertThat(oven.raw("temperature")).isEqualTo(22L);
  }

  @Test
  void anOvenThatIsOffStaysColdWhateverItsTarget() {
    // When
    oven.command("setTemperature", "targetTemperature", 220);
    oven.pass(Duration.ofMinutes(10));

    // Then
    assertThat(oven.raw("targetTemperature")).isEqualTo(220L);
    assertThat(oven.raw("temperature")).isEqualTo(22L);
  }

  @Test
  void anOvenRefusesMoreThanItsLimit() {
    // When
    Answer answer = oven.command("setTemperature", "targetTemperature", 400);

    // Then
    assertThat(answer)
        .isEqualTo(Answer.badCommand("targetTemperature must be 50 to 250°C but is 400"));
    assertThat(oven.raw("targetTemperature")).isEqualTo(180L);
  }

  @Test
  void anOvenOfAPlainSwitchHeatsAsWell() {
    // Given
    Lab plain =
        Lab.device("type: oven, capabilities: [OnOff], state: {on: true, temperature: 100}");

    // When
    plain.pass(Duration.ofMinutes(20));

    // Then
    assertThat(plain.raw("temperature")).isEqualTo(180L);
  }

  @Test
  void aRoomFollowsItsThermostatSlowly() {
    // Given
    Lab thermostat = Lab.demo("thermostat.living_room");

    // When
    thermostat.command("setTemperature", "targetTemperature", 24);
    thermostat.pass(Duration.ofMinutes(20));

    // Then
    assertThat(thermostat.raw("temperature")).isEqualTo(22.9); // 21 + 0.63 · 3
  }

  @Test
  void aRoomGetsColdWhenHeatingIsOff() {
    // Given
    Lab thermostat = Lab.demo("thermostat.living_room");

    // When
    thermostat.command("turnOff");
    thermostat.pass(Duration.ofHours(4));

    // Then
    assertThat(thermostat.raw("mode")).isEqualTo("off");
    assertThat(thermostat.raw("temperature")).isEqualTo(17L);
  }

  @Test
  void aRefrigeratorKeepsItsTarget() {
    // Given
    Lab fridge = Lab.device("type: refrigerator, state: {temperature: 9, targetTemperature: 4}");

    // When
    fridge.pass(Duration.ofHours(3));

    // Then
    assertThat(fridge.raw("temperature")).isEqualTo(4L);
  }

  @Test
  void aReadingSetByHandIsWhereHeatingGoesOnFrom() {
    // When
    oven.model().set("temperature", Value.of(120));
    oven.command("start");
    oven.seconds(1);

    // Then
    assertThat(oven.raw("temperature")).isEqualTo(120L);
  }

  @Property
  void manySmallStepsEndWhereOneLongStepEnds(
      @ForAll @IntRange(min = -20, max = 250) int from,
      @ForAll @IntRange(min = -20, max = 250) int bound,
      @ForAll @IntRange(min = 1, max = 600) int seconds) {
    // When
    Duration constant = Duration.ofSeconds(100);
    double once = Lag.approach(from, bound, Duration.ofSeconds(seconds), constant);
    double often = from;
    for (int i = 0; i < seconds; i++) {
      often = Lag.approach(often, bound, Duration.ofSeconds(1), constant);
    }

    // Then
    assertThat(often).isCloseTo(once, org.assertj.core.data.Offset.offset(1e-6));
    assertThat(once).isBetween((double) Math.min(from, bound), (double) Math.max(from, bound));
  }
}
