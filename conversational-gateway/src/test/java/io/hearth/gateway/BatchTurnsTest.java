package io.hearth.gateway;

import static io.hearth.gateway.Readings.reading;
import static io.hearth.gateway.Readings.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.decision.Decision;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class BatchTurnsTest {

  private final DemoScene scene = new DemoScene();
  private final AtomicReference<List<Hypothesis>> understood = new AtomicReference<>(List.of());
  private final BatchTurns batch =
      new BatchTurns(
          scene.engine,
          new Turns(
              (utterance, moment) -> understood.get(),
              (hypotheses, moment) -> Readings.ranked(hypotheses),
              PolicyConfig.standard()));
  private final Request off = request(Intent.TURN_OFF, "light.kitchen");
  private final Hypothesis openGarage = reading(1, request(Intent.OPEN, "garage_door"));

  @Test
  void effectsHoldForLaterLinesOfTheSameDialogueOnly() {
    // When
    say("d1", reading(1, off));
    TurnRecord again = say("d1", reading(1, off));
    TurnRecord other = say("d2", reading(1, off));

    // Then
    assertThat(again.reply()).isEqualTo("The kitchen light is already off.");
    assertThat(other.reply()).isEqualTo("The kitchen light is off.");
  }

  @Test
  void linesWithoutDialogueStandAlone() {
    // When
    say(reading(1, off));
    TurnRecord again = say(reading(1, off));

    // Then
    assertThat(again.decision()).isInstanceOf(Decision.Act.class);
  }

  @Test
  void aConfirmationCarriesWhatAYesWillDo() {
    // When
    TurnRecord asked = say("d", openGarage);
    TurnRecord done = say("d", Readings.marked(openGarage, DecisionPolicy.CONFIRMED));
    TurnRecord state = say("d", reading(1, request(Intent.OPEN, "garage_door")));

    // Then
    assertThat(asked.decision())
        .isInstanceOfSatisfying(
            Decision.Confirm.class,
            confirm -> assertThat(confirm.plan().commands().getFirst().effects()).hasSize(1));
    assertThat(done.reply()).isEqualTo("The garage door is open.");
    assertThat(state.reply()).isEqualTo("The garage door is already open.");
  }

  @Test
  void undoRestoresInABatch() {
    // When
    say("d", reading(1, request(Intent.SET_BRIGHTNESS, Map.of("value", 10), "light.kitchen")));
    TurnRecord undone = say("d", reading(1, Request.of(Intent.UNDO)));

    // Then
    assertThat(undone.reply()).isEqualTo("The kitchen light is at 80 percent.");
  }

  @Test
  void whatIsScheduledDoesNotHoldYet() {
    // Given
    Request later = Readings.at(off, new Schedule.After(Duration.ofMinutes(10), Optional.empty()));

    // When
    TurnRecord kept = say("d", reading(1, later));
    TurnRecord now = say("d", reading(1, off));

    // Then
    assertThat(kept.reply()).isEqualTo("In 10 minutes I will turn off the kitchen light.");
    assertThat(((Decision.Act) kept.decision()).plan().commands()).hasSize(1);
    assertThat(now.reply()).isEqualTo("The kitchen light is off.");
  }

  @Test
  void factsOfALineHoldForItAndForTheRestOfItsDialogue() {
    // Given
    BatchTurns.Facts dark =
        new BatchTurns.Facts(
            List.of(
                new StateReport(
                    new DeviceId("light.kitchen"),
                    Map.of("on", Value.of(false)),
                    Source.REPORTED,
                    scene.clock.instant(),
                    Optional.empty())),
            Map.of(new DeviceId("light.hallway"), false));

    // When
    understood.set(List.of(reading(1, off, request(Intent.TURN_OFF, "light.hallway"))));
    TurnRecord first = batch.take(scene.utterance("1"), dark, Optional.of("d"));
    TurnRecord second = batch.take(scene.utterance("2"), BatchTurns.Facts.none(), Optional.of("d"));

    // Then
    assertThat(first.reply())
        .isEqualTo("The kitchen light is already off. The hallway light is not reachable.");
    assertThat(second.reply()).isEqualTo(first.reply());
  }

  @Test
  void clarifiesAndTakesTheChoice() {
    // Given
    Hypothesis oven = temperature(0.5, "oven.kitchen");
    Hypothesis thermostat = temperature(0.49, "thermostat.living_room");

    // When
    TurnRecord asked = say("d", oven, thermostat);
    TurnRecord chosen = say("d", Readings.marked(oven, DecisionPolicy.CHOSEN));

    // Then
    assertThat(asked.reply()).isEqualTo("The oven or the living room?");
    assertThat(chosen.reply()).isEqualTo("The oven is at 22 degrees.");
    assertThat(chosen.answers()).contains(asked.id());
  }

  private static Hypothesis temperature(double confidence, String device) {
    return reading(
        confidence, request(Intent.QUERY_STATE, Map.of("property", "temperature"), device));
  }

  private TurnRecord say(String dialogue, Hypothesis... hypotheses) {
    understood.set(List.of(hypotheses));
    return batch.take(
        scene.utterance("u" + hypotheses.length), BatchTurns.Facts.none(), Optional.of(dialogue));
  }

  private TurnRecord say(Hypothesis hypothesis) {
    understood.set(List.of(hypothesis));
    return batch.take(scene.utterance("alone"), BatchTurns.Facts.none(), Optional.empty());
  }
}
