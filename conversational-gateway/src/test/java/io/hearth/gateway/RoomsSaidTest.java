package io.hearth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.decision.Decision;
import io.hearth.model.decision.Plan;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.decision.TurnRecord;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** A room that was said is never passed over, whatever is said of it and wherever. */
class RoomsSaidTest {

  @Property(tries = 250, shrinking = ShrinkingMode.OFF)
  void whatIsSaidOfOneRoomNeverHappensInAnother(
      @ForAll("verbs") String verb,
      @ForAll("rooms") String room,
      @ForAll("things") String thing,
      @ForAll("areas") String speaker) {
    // Given
    FullHouse house = new FullHouse(speaker);

    // When
    TurnRecord turn = house.hear(verb.replace("%", room + " " + thing));

    // Then
    assertThat(commands(turn))
        .as(FullHouse.told(turn))
        .allSatisfy(command ->
            assertThat(FullHouse.areaOf(command.command().device().value()))
                .isEqualTo(room.replace(' ', '_')));
  }

  private static List<PlannedCommand> commands(TurnRecord turn) {
    return switch (turn.decision()) {
      case Decision.Act(Plan plan) -> plan.commands();
      case Decision.Confirm(Plan plan, String reason) -> plan.commands();
      default -> List.of();
    };
  }

  @Provide
  Arbitrary<String> verbs() {
    return Arbitraries.of(
        "turn % on",
        "turn % off",
        "turn on %",
        "turn off the %",
        "switch % off",
        "% on",
        "% off",
        "set % to 40 percent",
        "turn % up",
        "turn % down",
        "put the % on",
        "open %",
        "close %",
        "dim %",
        "start %",
        "stop %",
        "shut off %",
        "set % to red");
  }

  /** Rooms that the house has, by their ids, and one that it has not. */
  @Provide
  Arbitrary<String> rooms() {
    return Arbitraries.of(
        "kitchen",
        "living room",
        "hall",
        "rec room",
        "garage",
        "bedroom",
        "kids room",
        "bathroom",
        "office",
        "garden",
        "balcony",
        "attic");
  }

  @Provide
  Arbitrary<String> things() {
    return Arbitraries.of(
        "light",
        "lights",
        "lamp",
        "fan",
        "blinds",
        "shade",
        "curtains",
        "tv",
        "speaker",
        "radio",
        "heating",
        "window",
        "outlet",
        "awning",
        "humidifier",
        "vacuum");
  }

  @Provide
  Arbitrary<String> areas() {
    return Arbitraries.of("living_room", "bedroom", "kitchen");
  }
}
