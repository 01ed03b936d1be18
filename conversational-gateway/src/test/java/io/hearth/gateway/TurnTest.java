package io.hearth.gateway;

import static io.hearth.gateway.Readings.at;
import static io.hearth.gateway.Readings.reading;
import static io.hearth.gateway.Readings.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.model.HomeEvent;
import io.hearth.model.decision.Decision;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.DeviceId;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TurnTest {

  private final LiveScene scene = new LiveScene();
  private final Hypothesis openGarage = reading(1, request(Intent.OPEN, "garage_door"));
  private final Hypothesis kitchenOff = reading(1, request(Intent.TURN_OFF, "light.kitchen"));

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void saysOffWhenTheLightReportedIt() {
    // Given
    scene.dispatcher.doing(() -> scene.report("light.kitchen", Map.of("on", false)));

    // When
    TurnRecord turn = scene.say(kitchenOff);

    // Then
    assertThat(turn.reply()).isEqualTo("The kitchen light is off.");
    assertThat(turn.outcomes()).hasOnlyElementsOfType(CommandOutcome.Acknowledged.class);
    assertThat(turn.why()).isEqualTo("Because you are in the kitchen.");
    assertThat(scene.events.of(HomeEvent.TurnTaken.class))
        .extracting(HomeEvent.TurnTaken::turn)
        .containsExactly(turn);
  }

  @Test
  void asksBeforeTheGarageDoorAndSaysOpenOnlyWhenItIs() {
    // Given
    TurnRecord asked = scene.say(openGarage);
    scene.dispatcher.doing(() -> {
      scene.report("garage_door", Map.of("moving", "opening"));
      scene.report("garage_door", Map.of("position", 50));
      scene.report("garage_door", Map.of("position", 100, "moving", "stopped"));
    });

    // When
    TurnRecord done = scene.yesTo(openGarage);

    // Then
    assertThat(asked.decision()).isInstanceOf(Decision.Confirm.class);
    assertThat(asked.reply()).isEqualTo("Shall I open the garage door?");
    assertThat(done.reply()).isEqualTo("The garage door is open.");
    assertThat(done.answers()).contains(asked.id());
    assertThat(done.why()).isEqualTo("Because you said yes when I asked.");
  }

  @Test
  void nothingIsCommandedBeforeTheYesAndNothingAfterANo() {
    // When
    scene.say(openGarage);
    String reply = scene.reply(reading(1, Request.of(Intent.CANCEL)));

    // Then
    assertThat(reply).isEqualTo("All right, I will not open the garage door.");
    assertThat(scene.dispatcher.commands).isEmpty();
  }

  @Test
  void saysThatTheDoorStoppedHalfWay() {
    // Given
    scene.say(openGarage);
    scene.dispatcher.doing(() -> {
      scene.report("garage_door", Map.of("moving", "opening"));
      scene.report("garage_door", Map.of("position", 35, "moving", "stopped", "obstructed", true));
    });

    // When
    TurnRecord turn = scene.yesTo(openGarage);

    // Then
    assertThat(turn.reply())
        .isEqualTo("The garage door stopped half-way; something is in the way.");
  }

  @Test
  void aDeviceThatOnlyTellsItsPositionStoppedHalfWayToo() {
    // Given
    scene.dispatcher.doing(
        () -> scene.report("blinds.living_room", Map.of("position", 70, "moving", "stopped")));

    // When
    String reply = scene.reply(reading(1, request(Intent.CLOSE, "blinds.living_room")));

    // Then
    assertThat(reply).isEqualTo("The blinds stopped half-way.");
  }

  @Test
  void doesNotWaitForWhatALaterCommandChangesAgain() {
    // Given
    obedientLights();

    // When
    String reply =
        scene.reply(
            reading(
                1,
                request(Intent.SET_BRIGHTNESS, Map.of("value", 40), "light.kitchen"),
                request(Intent.SET_BRIGHTNESS, Map.of("value", 20), "light.kitchen")));

    // Then
    assertThat(reply).endsWith("The kitchen light is at 20 percent.").doesNotContain("reported");
  }

  @Test
  void saysThatTheDoorCameBack() {
    // Given
    scene.report("garage_door", Map.of("position", 100));
    scene.dispatcher.doing(() -> {
      scene.report("garage_door", Map.of("moving", "closing"));
      scene.report("garage_door", Map.of("position", 35, "moving", "opening", "obstructed", true));
      scene.report("garage_door", Map.of("position", 100, "moving", "stopped"));
    });

    // When
    String reply = scene.reply(reading(1, request(Intent.CLOSE, "garage_door")));

    // Then
    assertThat(reply)
        .isEqualTo("The garage door is back where it started; something is in the way.");
  }

  @Test
  void tellsThatTheDoorIsOnItsWayBeforeItIsThere() {
    // Given
    scene.say(openGarage);
    scene.dispatcher.doing(() -> scene.report("garage_door", Map.of("moving", "opening")));
    CompletableFuture<TurnRecord> turn =
        CompletableFuture.supplyAsync(() -> scene.yesTo(openGarage));

    // When
    await().until(() -> !scene.progress().isEmpty());
    scene.report("garage_door", Map.of("position", 100, "moving", "stopped"));

    // Then
    assertThat(scene.progress()).containsExactly("The garage door is opening.");
    assertThat(turn.join().reply()).isEqualTo("The garage door is open.");
  }

  @Test
  void saysThatItIsStillOnTheWayWhenTheTimeIsOver() {
    // Given
    scene.say(openGarage);
    scene.dispatcher.doing(() -> scene.report("garage_door", Map.of("moving", "opening")));

    // When
    TurnRecord turn = scene.yesTo(openGarage);

    // Then
    assertThat(turn.reply()).isEqualTo("The garage door is still on the way.");
  }

  @Test
  void saysThatNothingWasReported() {
    // When
    String reply = scene.reply(kitchenOff);

    // Then
    assertThat(reply)
        .isEqualTo(
            "I sent the command to turn off the kitchen light, but it has not reported back.");
  }

  @Test
  void saysThatItGotLost() {
    // Given
    scene.dispatcher.doing(() -> scene.offline("light.kitchen"));

    // When
    String reply = scene.reply(kitchenOff);

    // Then
    assertThat(reply)
        .isEqualTo(
            "The kitchen light can no longer be reached, so I cannot say whether it did it.");
  }

  @Test
  void saysThatAKnownUnreachableDeviceIsNotReachableWithoutTrying() {
    // Given
    scene.offline("garage_door");

    // When
    TurnRecord turn = scene.say(openGarage);

    // Then
    assertThat(turn.decision()).isInstanceOf(Decision.Decline.class);
    assertThat(turn.reply()).isEqualTo("The garage door is not reachable.");
    assertThat(scene.dispatcher.commands).isEmpty();
  }

  @Test
  void saysWhyADeviceRefused() {
    // Given
    scene.dispatcher.answering(command -> new CommandOutcome.Rejected(command, "child lock"));

    // When
    String reply = scene.reply(kitchenOff);

    // Then
    assertThat(reply).isEqualTo("The kitchen light did not do it: child lock.");
  }

  @Test
  void saysThatSomethingIsInTheWayOfADeviceThatRefused() {
    // Given
    scene.say(openGarage);
    scene.dispatcher.answering(command -> new CommandOutcome.Rejected(command, "obstructed"));

    // When
    TurnRecord turn = scene.yesTo(openGarage);

    // Then
    assertThat(turn.reply()).isEqualTo("The garage door did not move; something is in the way.");
  }

  @Test
  void endsTrulyWhenTheBrokerIsGone() {
    // Given
    scene.dispatcher.answering(command -> new CommandOutcome.Unreachable(command, "no broker"));

    // When
    String unreachable = scene.reply(kitchenOff);
    scene.dispatcher.answering(
        command -> new CommandOutcome.TimedOut(command, Duration.ofSeconds(1)));
    String unheard = scene.reply(kitchenOff);

    // Then
    assertThat(unreachable).isEqualTo("The kitchen light is not reachable.");
    assertThat(unheard).isEqualTo("I tried to turn off the kitchen light, but got no answer.");
  }

  @Test
  void aReportCountsAlsoWhenTheAnswerToTheCommandWasLost() {
    // Given
    scene.dispatcher.answering(command -> {
      scene.report("light.kitchen", Map.of("on", false));
      return new CommandOutcome.TimedOut(command, Duration.ofSeconds(1));
    });

    // When
    String reply = scene.reply(kitchenOff);

    // Then
    assertThat(reply).isEqualTo("The kitchen light is off.");
  }

  @Test
  void aDispatcherThatThrowsEndsTheTurnAllTheSame() {
    // Given
    scene.dispatcher.answering(command -> {
      throw new IllegalStateException("broken");
    });

    // When
    String reply = scene.reply(kitchenOff);

    // Then
    assertThat(reply).isEqualTo("The kitchen light is not reachable.");
  }

  @Test
  void neverPretendsThatWhatNobodyCanConfirmWasDone() {
    // Given
    scene.dispatcher.answering(command ->
        command.device().value().equals("light.kitchen")
            ? done(command)
            : new CommandOutcome.Unconfirmed(command, "it has no state"));

    // When
    TurnRecord one = scene.say(reading(1, request(Intent.TURN_OFF, "light.hallway")));
    String some =
        scene.reply(reading(1, request(Intent.TURN_OFF, "light.kitchen", "light.hallway")));

    // Then
    String untold =
        "I sent the command to turn off the hallway light, but it never reports back, so I can't"
            + " tell whether it did.";
    assertThat(one.reply()).isEqualTo(untold);
    assertThat(one.outcomes()).hasOnlyElementsOfType(CommandOutcome.Unconfirmed.class);
    assertThat(some).isEqualTo("The kitchen light is off. " + untold);
  }

  @Test
  void saysThatADeviceIsAsleepAndForHowLongItIsWaitedFor() {
    // Given
    scene.dispatcher.answering(
        command -> new CommandOutcome.Postponed(command, Duration.ofMinutes(10)));

    // When
    String one = scene.reply(reading(1, request(Intent.TURN_OFF, "light.kitchen")));
    String two =
        scene.reply(reading(1, request(Intent.TURN_OFF, "light.kitchen", "light.hallway")));

    // Then
    assertThat(one)
        .isEqualTo(
            "The kitchen light is asleep. I will turn off the kitchen light when it wakes up, if"
                + " that is within 10 minutes.");
    assertThat(two)
        .isEqualTo(
            "The kitchen light and the hallway light are asleep. I will turn off the kitchen light"
                + " and the hallway light when they wake up, if that is within 10 minutes.");
  }

  @Test
  void whatSeveralCannotConfirmIsOneSentence() {
    // Given
    scene.dispatcher.answering(command -> new CommandOutcome.Unconfirmed(command, "no state"));

    // When
    String reply =
        scene.reply(reading(1, request(Intent.TURN_OFF, "light.kitchen", "light.hallway")));

    // Then
    assertThat(reply)
        .isEqualTo(
            "I sent the command to turn off the kitchen light and the hallway light, but they never"
                + " report back, so I can't tell whether they did.");
  }

  @Test
  void aReportCountsAlsoWhereNoneWasPromised() {
    // Given
    scene.dispatcher.answering(command -> {
      scene.report("light.kitchen", Map.of("on", false));
      return new CommandOutcome.Unconfirmed(command, "it has no state");
    });

    // When
    String reply = scene.reply(kitchenOff);

    // Then
    assertThat(reply).isEqualTo("The kitchen light is off.");
  }

  private CommandOutcome done(Command command) {
    scene.report(command.device().value(), Map.of("on", false));
    return new CommandOutcome.Acknowledged(command, Duration.ZERO);
  }

  @Test
  void saysForEachDeviceHowItEnded() {
    // Given
    scene.dispatcher.answering(command -> {
      if (command.device().value().equals("light.kitchen")) {
        scene.report("light.kitchen", Map.of("on", false));
        return new CommandOutcome.Acknowledged(command, Duration.ZERO);
      }
      return new CommandOutcome.Rejected(command, "busy");
    });

    // When
    String reply =
        scene.reply(reading(1, request(Intent.TURN_OFF, "light.kitchen", "light.hallway")));

    // Then
    assertThat(reply).isEqualTo("The kitchen light is off. The hallway light did not do it: busy.");
  }

  @Test
  void aStopDoesNotWaitForTheDoor() {
    // Given
    scene.report("blinds.living_room", Map.of("position", 100));
    scene.dispatcher.answering(command -> {
      scene.report(
          "blinds.living_room",
          command.action().equals("stop")
              ? Map.of("moving", "stopped", "position", 60)
              : Map.of("moving", "closing", "position", 90));
      return new CommandOutcome.Acknowledged(command, Duration.ZERO);
    });
    CompletableFuture<TurnRecord> closing =
        CompletableFuture.supplyAsync(
            () -> scene.say(reading(1, request(Intent.CLOSE, "blinds.living_room"))));
    await().until(() -> scene.dispatcher.commands.size() == 1);

    // When
    String stopped = scene.reply(reading(1, request(Intent.STOP, "blinds.living_room")));

    // Then
    assertThat(stopped).isEqualTo("The blinds have stopped.");
    assertThat(closing.join().reply()).isEqualTo("The blinds stopped half-way.");
  }

  @Test
  void undoesTheLastActionAndThenTheOneBefore() {
    // Given
    obedientLights();
    scene.say(kitchenOff);
    scene.say(reading(1, request(Intent.SET_BRIGHTNESS, Map.of("value", 10), "light.hallway")));
    Hypothesis undo = reading(1, Request.of(Intent.UNDO));

    // When
    String first = scene.reply(undo);
    String second = scene.reply(undo);
    String third = scene.reply(undo);

    // Then
    assertThat(first).isEqualTo("The hallway light is at 50 percent.");
    assertThat(second).isEqualTo("The kitchen light is on.");
    assertThat(third).isEqualTo("I am not sure what to undo.");
  }

  @Test
  void aRiskyUndoAsks() {
    // Given
    scene.report("garage_door", Map.of("position", 100));
    scene.dispatcher.doing(() -> scene.report("garage_door", Map.of("position", 0)));
    scene.say(reading(1, request(Intent.CLOSE, "garage_door")));

    // When
    String reply = scene.reply(reading(1, Request.of(Intent.UNDO)));

    // Then
    assertThat(reply).isEqualTo("Shall I open the garage door?");
  }

  @Test
  void nothingIsUndoneAfterTenMinutes() {
    // Given
    obedientLights();
    scene.say(kitchenOff);
    scene.clock.move(Duration.ofMinutes(11));

    // When
    String reply = scene.reply(reading(1, Request.of(Intent.UNDO)));

    // Then
    assertThat(reply).isEqualTo("I am not sure what to undo.");
  }

  @Test
  void explainsAndRepeatsTheLastTurn() {
    // Given
    obedientLights();
    scene.say(kitchenOff);

    // When
    String repeated = scene.reply(reading(1, Request.of(Intent.REPEAT)));
    String why = scene.reply(reading(1, Request.of(Intent.EXPLAIN)));

    // Then
    assertThat(repeated).isEqualTo("The kitchen light is off.");
    assertThat(why).isEqualTo("Because you are in the kitchen.");
  }

  @Test
  void keepsARequestAndCarriesItOutAtItsTime() {
    // Given
    obedientLights();
    Request later =
        at(
            request(Intent.TURN_OFF, "light.kitchen"),
            new Schedule.After(Duration.ofMillis(300), Optional.empty()));

    // When
    String reply = scene.reply(reading(1, later));
    int atOnce = scene.dispatcher.commands.size();
    await().until(() -> !scene.dispatcher.commands.isEmpty());

    // Then
    assertThat(reply).endsWith("I will turn off the kitchen light.");
    assertThat(atOnce).isZero();
    assertThat(scene.dispatcher.commands)
        .containsExactly(Command.of(new DeviceId("light.kitchen"), "turnOff"));
  }

  @Test
  void whatEndsByItselfIsUndoneAtItsEnd() {
    // Given
    obedientLights();
    Request forNow =
        at(request(Intent.TURN_OFF, "light.kitchen"), new Schedule.NowFor(Duration.ofMillis(1500)));

    // When
    String reply = scene.reply(reading(1, forNow));
    await().until(() -> scene.dispatcher.commands.size() == 2);

    // Then
    assertThat(reply).isEqualTo("The kitchen light is off. It goes back as it was after 1 second.");
    assertThat(scene.dispatcher.commands)
        .extracting(Command::action)
        .containsExactly("turnOff", "turnOn");
  }

  @Test
  void undoDropsWhatWasKept() {
    // Given
    Request later =
        at(
            request(Intent.TURN_OFF, "light.kitchen"),
            new Schedule.After(Duration.ofMillis(400), Optional.empty()));
    scene.say(reading(1, later));

    // When
    String reply = scene.reply(reading(1, Request.of(Intent.UNDO)));

    // Then
    assertThat(reply).isEqualTo("All right.");
    await()
        .during(Duration.ofMillis(600))
        .atMost(Duration.ofSeconds(2))
        .until(() -> scene.dispatcher.commands.isEmpty());
  }

  @Test
  void aDangerousRequestForLaterAsksNow() {
    // Given
    Request later =
        at(
            request(Intent.UNLOCK, "lock.front_door"),
            new Schedule.At(
                DemoScene.MORNING.atZone(scene.engine.home().timezone()).withHour(21).withMinute(0),
                Optional.empty()));

    // When
    String asked = scene.reply(reading(1, later));
    String kept = scene.yesTo(reading(1, later)).reply();

    // Then
    assertThat(asked).isEqualTo("Shall I unlock the front door at 9 pm?");
    assertThat(kept).isEqualTo("At 9 pm I will unlock the front door.");
  }

  /** Lights that do and report what they are told. */
  private void obedientLights() {
    scene.dispatcher.answering(command -> {
      Map<String, Object> state =
          switch (command.action()) {
            case "turnOn" -> Map.of("on", true);
            case "turnOff" -> Map.of("on", false);
            default ->
                Map.of("brightness", command.arguments().get("brightness").raw(), "on", true);
          };
      scene.report(command.device().value(), state);
      return new CommandOutcome.Acknowledged(command, Duration.ZERO);
    });
  }
}
