package io.hearth.gateway;

import static io.hearth.gateway.Readings.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.RiskClass;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.state.Command;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlannerTest {

  private final DemoScene scene = new DemoScene();

  @Test
  void settingBrightnessOfALightThatIsOffAlsoTurnsItOn() {
    // Given
    scene.state("lamp.living_room", Map.of("on", false));

    // When
    Draft draft =
        scene.draft(request(Intent.SET_BRIGHTNESS, Map.of("value", 40), "lamp.living_room"));

    // Then
    assertThat(commands(draft))
        .containsExactly(
            new Command(
                new DeviceId("lamp.living_room"),
                "setBrightness",
                Map.of("brightness", Value.of(40))));
    assertThat(draft.effects())
        .containsExactly(
            effect("lamp.living_room", "brightness", 40), effect("lamp.living_room", "on", true));
  }

  @Test
  void settingBrightnessToZeroTurnsOff() {
    // When
    Draft draft = scene.draft(request(Intent.SET_BRIGHTNESS, Map.of("value", 0), "light.kitchen"));

    // Then
    assertThat(draft.effects())
        .containsExactly(
            effect("light.kitchen", "brightness", 0), effect("light.kitchen", "on", false));
  }

  @Test
  void relativeChangesComeFromLiveStateAndStayInRange() {
    // Given
    scene.state("light.kitchen", Map.of("brightness", 90));

    // When
    Draft draft =
        scene.draft(request(Intent.ADJUST_BRIGHTNESS, Map.of("delta", 20), "light.kitchen"));

    // Then
    assertThat(draft.effects()).containsExactly(effect("light.kitchen", "brightness", 100));
    assertThat(commands(draft).getFirst().arguments()).containsEntry("delta", Value.of(20));
  }

  @Test
  void atTheLimitNothingIsLeftToDo() {
    // Given
    scene.state("light.kitchen", Map.of("brightness", 100));

    // When
    Draft draft =
        scene.draft(request(Intent.ADJUST_BRIGHTNESS, Map.of("delta", 20), "light.kitchen"));

    // Then
    assertThat(draft.hasCommands()).isFalse();
    assertThat(draft.plan().answers().getFirst().reply())
        .isEqualTo("The kitchen light is already as bright as it can be.");
  }

  @Test
  void aGroupCommandsOnlyThoseThatNeedIt() {
    // Given
    scene.state("lamp.bedside", Map.of("on", false));

    // When
    Draft draft =
        scene.draft(
            request(
                Intent.TURN_OFF,
                Grounding.AREA,
                Map.of("deviceType", "light"),
                "light.bedroom",
                "lamp.bedside"));

    // Then
    assertThat(draft.effects()).containsExactly(effect("light.bedroom", "on", false));
    assertThat(draft.plan().answers()).isEmpty();
  }

  @Test
  void whatIsTrueAlreadyIsAnsweredWithoutCommand() {
    // When
    Draft draft = scene.draft(request(Intent.TURN_OFF, "oven.kitchen"));

    // Then
    assertThat(draft.hasCommands()).isFalse();
    assertThat(draft.plan().answers().getFirst().value()).contains(Value.of(false));
    assertThat(draft.plan().answers().getFirst().reply()).isEqualTo("The oven is already off.");
  }

  @Test
  void whatIsStaleIsCommandedAllTheSame() {
    // Given
    DemoScene stale = new DemoScene();
    stale.engine.accept(
        new io.hearth.model.HomeEvent.StateChanged(
            stale.engine.home().id(),
            stale.moment().state(new DeviceId("oven.kitchen")).asStale(),
            List.of(),
            stale.clock.instant()));

    // When
    Draft draft = stale.draft(request(Intent.TURN_OFF, "oven.kitchen"));

    // Then
    assertThat(draft.hasCommands()).isTrue();
  }

  @Test
  void aPartOnlyAskedToBeDoneLaterIsPlannedThoughItHoldsNow() {
    // When
    Draft draft =
        scene.draft(
            Readings.at(
                request(Intent.TURN_OFF, "oven.kitchen"),
                new io.hearth.model.speech.Schedule.After(
                    java.time.Duration.ofMinutes(5), java.util.Optional.empty())));

    // Then
    assertThat(draft.hasCommands()).isTrue();
    assertThat(draft.now()).isEmpty();
  }

  @Test
  void whatIsSoAlreadyButShallEndByItselfIsBroughtToItsEnd() {
    // When
    Draft draft =
        scene.draft(
            Readings.at(
                request(Intent.TURN_ON, "light.kitchen"),
                new io.hearth.model.speech.Schedule.NowFor(java.time.Duration.ofMinutes(10))));

    // Then
    assertThat(draft.plan().commands().getFirst().undo())
        .containsExactly(Command.of(new DeviceId("light.kitchen"), "turnOff"));
  }

  @Test
  void laterPartsSeeTheEffectsOfEarlierOnes() {
    // When
    Draft draft =
        scene.draft(
            request(Intent.TURN_ON, "light.garage"), request(Intent.TURN_ON, "light.garage"));

    // Then
    assertThat(draft.plan().commands()).hasSize(1);
  }

  @Test
  void aToggleComesToTheOpposite() {
    // When
    Draft draft = scene.draft(request(Intent.TOGGLE, "light.kitchen"));

    // Then
    assertThat(draft.effects()).containsExactly(effect("light.kitchen", "on", false));
  }

  @Test
  void whatADeviceCannotDoIsUnsupported() {
    // When
    Draft draft = scene.draft(request(Intent.OPEN, "light.garage"));

    // Then
    assertThat(draft.isImpossible()).isTrue();
    assertThat(draft.plan().problems())
        .containsExactly(new Problem(Problem.Kind.UNSUPPORTED, "Garage light"));
  }

  @Test
  void everythingMeansWhatCanBeTurnedOff() {
    // When
    Draft draft =
        scene.draft(
            request(
                Intent.TURN_OFF,
                Grounding.FLOOR,
                Map.of("floor", "ground"),
                "light.kitchen",
                "sensor.kitchen_temperature"));

    // Then
    assertThat(draft.plan().problems()).isEmpty();
    assertThat(commands(draft))
        .extracting(Command::device)
        .containsExactly(new DeviceId("light.kitchen"));
  }

  @Test
  void anUnreachableDeviceIsAProblemAndTheRestIsDone() {
    // Given
    scene.offline("light.kitchen");

    // When
    Draft draft = scene.draft(request(Intent.TURN_OFF, "light.kitchen", "light.hallway"));

    // Then
    assertThat(draft.plan().problems())
        .containsExactly(new Problem(Problem.Kind.UNAVAILABLE, "Kitchen light"));
    assertThat(draft.effects()).containsExactly(effect("light.hallway", "on", false));
  }

  @Test
  void aValueOutOfRangeIsRefusedWithTheRange() {
    // When
    Draft draft =
        scene.draft(request(Intent.SET_TEMPERATURE, Map.of("value", 400), "oven.kitchen"));

    // Then
    assertThat(draft.plan().problems())
        .containsExactly(
            new Problem(
                Problem.Kind.OUT_OF_RANGE,
                "the oven takes 50 to 250 degrees for target temperature, not 400 degrees"));
  }

  @Test
  void dangerousActionsAreOfHighRiskAndTheirOppositesAreNot() {
    // Given
    scene.state("garage_door", Map.of("position", 50));

    // When
    Draft open = scene.draft(request(Intent.OPEN, "garage_door"));
    Draft close = scene.draft(request(Intent.CLOSE, "garage_door"));

    // Then
    assertThat(open.plan().risk()).isEqualTo(RiskClass.HIGH);
    assertThat(open.plan().confirm()).isTrue();
    assertThat(close.plan().risk()).isEqualTo(RiskClass.MEDIUM);
    assertThat(close.plan().confirm()).isFalse();
  }

  @Test
  void undoBringsBackTheLevelAndThenTheSwitch() {
    // Given
    scene.state("lamp.living_room", Map.of("on", false, "brightness", 70));

    // When
    Draft draft =
        scene.draft(request(Intent.SET_BRIGHTNESS, Map.of("value", 40), "lamp.living_room"));

    // Then
    assertThat(draft.plan().commands().getFirst().undo())
        .containsExactly(
            new Command(
                new DeviceId("lamp.living_room"),
                "setBrightness",
                Map.of("brightness", Value.of(70))),
            Command.of(new DeviceId("lamp.living_room"), "turnOff"));
  }

  @Test
  void undoOfOpeningIsClosing() {
    // When
    Draft draft = scene.draft(request(Intent.OPEN, "garage_door"));

    // Then
    assertThat(draft.plan().commands().getFirst().undo())
        .containsExactly(Command.of(new DeviceId("garage_door"), "close"));
  }

  @Test
  void aRelativeChangeOfSeveralIsForThoseThatAreOn() {
    // Given
    scene.state("lamp.living_room", Map.of("on", false));

    // When
    Draft draft =
        scene.draft(
            request(
                Intent.ADJUST_BRIGHTNESS,
                Grounding.HERE,
                Map.of("delta", 20, "deviceType", "light"),
                "light.living_room",
                "lamp.living_room"));

    // Then
    assertThat(draft.effects()).containsExactly(effect("light.living_room", "brightness", 80));
  }

  @Test
  void dimmingWhatIsOffIsAnsweredTruly() {
    // Given
    scene.state("light.kitchen", Map.of("on", false));

    // When
    Draft draft =
        scene.draft(request(Intent.ADJUST_BRIGHTNESS, Map.of("delta", -20), "light.kitchen"));

    // Then
    assertThat(draft.hasCommands()).isFalse();
    assertThat(draft.plan().answers().getFirst().reply())
        .isEqualTo("The kitchen light is already off.");
  }

  @Test
  void playingATitleIsNeverDoneAlready() {
    // Given
    scene.state("tv.living_room", Map.of("playback", "playing"));

    // When
    Draft draft =
        scene.draft(
            request(
                Intent.PLAY,
                Map.of("media", "Hunger Games", "mediaType", "movie"),
                "tv.living_room"));

    // Then
    assertThat(commands(draft).getFirst().arguments())
        .containsEntry("title", Value.of("Hunger Games"))
        .containsEntry("type", Value.of("movie"));
  }

  @Test
  void anOptionIsTakenInTheSpellingOfTheDevice() {
    // When
    Draft draft =
        scene.draft(request(Intent.SELECT_SOURCE, Map.of("value", "hdmi 2"), "tv.living_room"));

    // Then
    assertThat(draft.effects()).containsExactly(effect("tv.living_room", "source", "HDMI 2"));
  }

  @Test
  void aDeviceThatCannotBeAdjustedIsSet() {
    // Given
    DemoScene small =
        DemoScene.with(
            """
            - {id: lamp, name: Lamp, area: kitchen, type: light, without: [adjustBrightness], state: {on: true, brightness: 30}}
            """);

    // When
    Draft draft = small.draft(request(Intent.ADJUST_BRIGHTNESS, Map.of("delta", 20), "lamp"));

    // Then
    assertThat(commands(draft))
        .containsExactly(
            new Command(new DeviceId("lamp"), "setBrightness", Map.of("brightness", Value.of(50))));
  }

  @Test
  void whatNoDeviceServesIsUnsupported() {
    // When
    Draft draft = scene.draft(request(Intent.SET_TIMER, Map.of("duration", "PT5M")));

    // Then
    assertThat(draft.plan().problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.UNSUPPORTED);
  }

  @Test
  void aTimerIsFoundWhereThereIsOne() {
    // Given
    DemoScene small = DemoScene.with("- {id: timer, name: Timer, area: kitchen, type: timer}\n");

    // When
    Draft draft = small.draft(request(Intent.SET_TIMER, Map.of("duration", "PT5M")));

    // Then
    assertThat(commands(draft))
        .containsExactly(
            new Command(new DeviceId("timer"), "start", Map.of("duration", Value.of("PT5M"))));
  }

  private static List<Command> commands(Draft draft) {
    return draft.plan().commands().stream().map(planned -> planned.command()).toList();
  }

  private static ExpectedEffect effect(String device, String property, Object value) {
    return new ExpectedEffect(new DeviceId(device), property, Value.ofRaw(value));
  }
}
