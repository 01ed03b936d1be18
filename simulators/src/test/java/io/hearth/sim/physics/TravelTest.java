package io.hearth.sim.physics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TravelTest {

  private final Lab door = Lab.demo("garage_door");

  @Test
  void aGarageDoorTakesItsTimeToOpen() {
    // When
    Answer answer = door.command("open");
    door.seconds(3);

    // Then
    assertThat(answer).isEqualTo(Answer.accepted());
    assertThat(door.raw("position")).isEqualTo(50L);
    assertThat(door.raw("moving")).isEqualTo("opening");

    // When
    door.seconds(3.2);

    // Then
    assertThat(door.raw("position")).isEqualTo(100L);
    assertThat(door.raw("moving")).isEqualTo("stopped");
  }

  @Test
  void stopsHalfWayWhenToldTo() {
    // Given
    door.command("open");
    door.seconds(3);

    // When
    door.command("stop");
    door.seconds(10);

    // Then
    assertThat(door.raw("position")).isEqualTo(50L);
    assertThat(door.raw("moving")).isEqualTo("stopped");
  }

  @Test
  void turnsRoundOnTheWay() {
    // Given
    door.command("open");
    door.seconds(3);

    // When
    door.command("close");

    // Then
    assertThat(door.raw("moving")).isEqualTo("closing");
    door.seconds(3.2);
    assertThat(door.raw("position")).isEqualTo(0L);
  }

  @Test
  void anObstructedDoorAcceptsBeginsToOpenAndStopsHalfWay() {
    // Given
    door.model().obstruct(true);

    // When
    Answer answer = door.command("open");
    door.seconds(1);

    // Then
    assertThat(answer).isEqualTo(Answer.accepted());
    assertThat(door.raw("moving")).isEqualTo("opening");

    // When
    door.seconds(20);

    // Then
    assertThat(door.raw("position")).isEqualTo(35L);
    assertThat(door.raw("moving")).isEqualTo("stopped");
    assertThat(door.raw("obstructed")).isEqualTo(true);
  }

  @Test
  void aDoorThatStandsAtAnObstacleRefusesToGoOn() {
    // Given
    door.model().obstruct(true);
    door.command("open");
    door.seconds(20);

    // When
    Answer further = door.command("open");
    Answer back = door.command("close");

    // Then
    assertThat(further).isEqualTo(Answer.notNow("obstructed"));
    assertThat(back).isEqualTo(Answer.accepted());
    door.seconds(5);
    assertThat(door.raw("position")).isEqualTo(0L);
    assertThat(door.raw("obstructed")).isEqualTo(false);
  }

  @Test
  void aDoorThatClosesUponSomethingOpensAgain() {
    // Given
    door.command("open");
    door.seconds(7);
    door.model().obstruct(true);

    // When
    door.command("close");
    List<Object> ways = door.watch("moving", Duration.ofSeconds(20), Duration.ofMillis(200));

    // Then
    assertThat(ways).containsExactly("closing", "opening", "stopped");
    assertThat(door.raw("position")).isEqualTo(100L);
    assertThat(door.raw("obstructed")).isEqualTo(true);
  }

  @Test
  void aDoorObstructedWhileItOpensStopsWhereItIs() {
    // Given
    door.command("open");
    door.seconds(3);

    // When
    door.model().obstruct(true);
    door.seconds(10);

    // Then
    assertThat(door.raw("position")).isEqualTo(50L);
    assertThat(door.raw("moving")).isEqualTo("stopped");
    assertThat(door.raw("obstructed")).isEqualTo(true);
  }

  @Test
  void opensFullyOnceTheWayIsClear() {
    // Given
    door.model().obstruct(true);
    door.command("open");
    door.seconds(10);

    // When
    door.model().obstruct(false);
    door.command("open");
    door.seconds(10);

    // Then
    assertThat(door.raw("position")).isEqualTo(100L);
    assertThat(door.raw("obstructed")).isEqualTo(false);
  }

  @Test
  void aButtonAtTheDoorMovesItLikeACommand() {
    // When
    door.model().press("position", Value.of(100));
    door.seconds(2);

    // Then
    assertThat(door.raw("moving")).isEqualTo("opening");
  }

  @Test
  void blindsTravelToAPositionAndByADifference() {
    // Given
    Lab blinds = Lab.demo("blinds.living_room");

    // When
    blinds.command("setPosition", "position", 40);
    blinds.seconds(5);
    blinds.command("adjustPosition", "delta", -15);
    blinds.seconds(5);

    // Then
    assertThat(blinds.raw("position")).isEqualTo(25L);
    assertThat(blinds.raw("moving")).isEqualTo("stopped");
  }

  @Property(tries = 60)
  void neverLeavesItsRailsAndAlwaysComesToRest(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 5) Integer> deeds,
      @ForAll @IntRange(min = 1, max = 40) int tenths) {
    // Given
    Lab any = Lab.device("type: cover, kind: garage_door");

    // When
    for (int deed : deeds) {
      switch (deed) {
        case 0 -> any.command("open");
        case 1 -> any.command("close");
        case 2 -> any.command("stop");
        case 3 -> any.model().obstruct(true);
        case 4 -> any.model().obstruct(false);
        default -> any.command("setPosition", "position", 60);
      }
      any.seconds(tenths / 10.0);
      assertThat((long) any.raw("position")).isBetween(0L, 100L);
    }
    any.seconds(15);

    // Then
    assertThat(any.raw("moving")).isEqualTo("stopped");
  }
}
