package io.hearth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.decision.Decision;
import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scenes a home must get right, through the real chain without devices. */
final class ScenesTest {

  private final Chain chain = new Chain();

  @Test
  void theTemperatureIsThatOfTheOvenWhenItIsOn() {
    // Given
    chain.earlier(Duration.ofMinutes(5), "oven.kitchen", Map.of("on", true, "temperature", 180));

    // When
    TurnRecord turn = chain.say("what is the temperature");
    TurnRecord why = chain.say("why did you do that?");

    // Then
    assertThat(turn.reply()).isEqualTo("The oven is at 180 degrees.");
    assertThat(why.reply()).startsWith("Because the oven is on");
  }

  @Test
  void theTemperatureIsThatOfTheRoomOtherwise() {
    assertThat(chain.say("what is the temperature").reply())
        .isEqualTo("It is 21.5 degrees in the kitchen.");
    assertThat(new Chain().in("bedroom").say("what is the temperature").reply())
        .isEqualTo("It is 19 degrees in the bedroom.");
  }

  @Test
  void aTitleIsTheFilmWhereThereIsAScreenAndSomethingToHearWhereThereIsNone() {
    // When
    TurnRecord screen = new Chain().in("living_room").say("Play Hunger Games");
    TurnRecord speaker = new Chain().in("kitchen").say("Play Hunger Games");

    // Then
    assertThat(screen.reply()).isEqualToIgnoringCase("Playing the film Hunger Games on the TV.");
    assertThat(speaker.reply())
        .isEqualToIgnoringCase("Playing the audiobook Hunger Games on the kitchen speaker.");
  }

  @Test
  void brewingIsCoffeeInTheMorningAfterTheAlarm() {
    // Given
    chain
        .earlier(Duration.ofMinutes(4), "alarm.bedroom", Map.of("ringing", true))
        .earlier(Duration.ofMinutes(3), "alarm.bedroom", Map.of("ringing", false));

    // When
    TurnRecord turn = chain.say("start brewing");

    // Then
    assertThat(Chain.effects(turn))
        .containsExactly(effect("coffee_maker.kitchen", "operation", "running"));
    assertThat(turn.why()).contains("the alarm rang");
  }

  @Test
  void brewingIsNotCoffeeInTheAfternoonAfterTheKettle() {
    // Given
    chain
        .at("2026-03-02T15:00:00Z")
        .earlier(Duration.ofMinutes(6), "kettle.kitchen", Map.of("operation", "running"))
        .earlier(Duration.ofMinutes(2), "kettle.kitchen", Map.of("operation", "done"));

    // When
    TurnRecord turn = chain.say("start brewing");

    // Then
    assertThat(Chain.effects(turn))
        .doesNotContain(effect("coffee_maker.kitchen", "operation", "running"));
    assertThat(turn.why()).contains("kettle");
  }

  @Test
  void theGarageDoorOpensOnlyAfterAYes() {
    // When
    TurnRecord asked = chain.say("open the garage door");
    TurnRecord done = chain.say("yes");
    TurnRecord state = chain.say("is the garage door open?");

    // Then
    assertThat(asked.decision()).isInstanceOf(Decision.Confirm.class);
    assertThat(asked.reply()).isEqualTo("Shall I open the garage door?");
    assertThat(done.decision()).isInstanceOf(Decision.Act.class);
    assertThat(Chain.effects(done)).containsExactly(effect("garage_door", "position", 100));
    assertThat(state.reply()).isEqualTo("Yes, the garage door is open.");
  }

  @Test
  void theLightsAreThoseOfTheRoom() {
    // When
    TurnRecord turn = chain.in("bedroom").say("turn off the lights");

    // Then
    assertThat(Chain.effects(turn))
        .containsExactlyInAnyOrder(
            effect("light.bedroom", "on", false), effect("lamp.bedside", "on", false));
    assertThat(turn.reply()).isEqualTo("The bedroom lights are off.");
  }

  @Test
  void aCompoundIsDoneInItsOrderAndCanBeReferredTo() {
    // When
    TurnRecord both =
        chain.in("living_room").say("set the lamp to 40 percent and close the blinds");

    // Then
    assertThat(Chain.effects(both))
        .containsExactly(
            effect("lamp.living_room", "brightness", 40),
            effect("blinds.living_room", "position", 0));
    assertThat(both.reply()).isEqualTo("The lamp is at 40 percent. The blinds are closed.");
  }

  @Test
  void everythingOfAFloorButWhatIsExceptedGoesOff() {
    // When
    TurnRecord turn =
        chain.in("bedroom").say("turn off everything downstairs except the hallway light");

    // Then
    assertThat(Chain.effects(turn))
        .extracting(effect -> effect.device().value())
        .contains("light.kitchen", "light.living_room", "lamp.living_room")
        .doesNotContain("light.hallway", "light.bedroom");
  }

  @Test
  void whatWasDoneIsAdjustedReferredToAndUndone() {
    // Given
    chain.in("living_room").say("set the lamp to 40 percent and close the blinds");

    // When
    TurnRecord brighter = chain.say("a bit brighter");
    TurnRecord off = chain.say("turn it off");
    TurnRecord undone = chain.say("undo that");

    // Then
    assertThat(brighter.reply()).isEqualTo("The lamp is at 50 percent.");
    assertThat(off.reply()).isEqualTo("The lamp is off.");
    assertThat(undone.reply()).isEqualTo("The lamp is on.");
  }

  @Test
  void windowsAreAskedAfter() {
    assertThat(chain.say("is any window open?").reply()).isEqualTo("No, none is open.");
  }

  @Test
  void whatIsHeardSecondIsTakenWhereTheFirstMakesNoSense() {
    // When
    TurnRecord turn =
        chain.hear(
            new Transcript(
                List.of(
                    new Transcript.Alternative("open the garage lights", 0.52),
                    new Transcript.Alternative("open the garage door", 0.48))));

    // Then
    assertThat(turn.reply()).isEqualTo("Shall I open the garage door?");
  }

  @Test
  void whatIsNotForTheHomeIsLeftAlone() {
    assertThat(chain.say("I switched off during the meeting").decision())
        .isInstanceOf(Decision.Decline.class);
  }

  private static ExpectedEffect effect(String device, String property, Object value) {
    return new ExpectedEffect(new DeviceId(device), property, Value.ofRaw(value));
  }
}
