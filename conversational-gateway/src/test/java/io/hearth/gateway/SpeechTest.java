package io.hearth.gateway;

import static io.hearth.gateway.Readings.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SpeechTest {

  private final DemoScene scene = new DemoScene();

  @ParameterizedTest
  @CsvSource({
    "21.37, CELSIUS, 21.4 degrees", "180, CELSIUS, 180 degrees", "1, CELSIUS, 1 degree",
    "40, PERCENT, 40 percent", "1013.25, HECTOPASCAL, 1013 hectopascals",
        "90, SECOND, 1 minute and 30 seconds",
    "0.04, WATT, 0 watts", "-3.2, CELSIUS, -3.2 degrees"
  })
  void numbersAreRoundedForTheEar(double number, Unit unit, String said) {
    assertThat(Figures.say(Value.of(number), unit)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "PT5S, just now",
    "PT42S, 42 seconds ago",
    "PT20M, 20 minutes ago",
    "PT61M, 1 hour ago",
    "P2D, 2 days ago"
  })
  void agesAreRough(Duration age, String said) {
    assertThat(Figures.ago(age)).isEqualTo(said);
  }

  @Test
  void coloursHaveNames() {
    assertThat(Figures.say(Value.ofRaw(Map.of("hue", 240, "saturation", 100)), Unit.NONE))
        .isEqualTo("blue");
    assertThat(Figures.say(Value.ofRaw(Map.of("hue", 0, "saturation", 0)), Unit.NONE))
        .isEqualTo("white");
    assertThat(
            Figures.say(
                Value.ofRaw(Map.of("hue", 51, "saturation", 100, "name", "gold")), Unit.NONE))
        .isEqualTo("gold");
  }

  @Test
  void devicesAreNamedAsPeopleDo() {
    // Given
    Naming naming = new Naming(scene.engine.home());

    // Then
    assertThat(the(naming, "oven.kitchen")).isEqualTo("the oven");
    assertThat(the(naming, "tv.living_room")).isEqualTo("the TV");
    assertThat(the(naming, "person.ann")).isEqualTo("Ann");
    assertThat(the(naming, "light.bedroom", "lamp.bedside")).isEqualTo("the bedroom lights");
    assertThat(the(naming, "light.bedroom", "light.kitchen"))
        .isEqualTo("the bedroom light and the kitchen light");
    assertThat(the(naming, "light.bedroom", "light.kitchen", "lamp.bedside", "light.hallway"))
        .isEqualTo("4 lights");
    assertThat(the(naming, "light.bedroom", "oven.kitchen", "vacuum", "kettle.kitchen"))
        .isEqualTo("4 devices");
    assertThat(the(naming, "light.bedroom", "light.kitchen", "oven.kitchen", "vacuum"))
        .isEqualTo("2 lights, the oven and the vacuum");
  }

  @Test
  void devicesOfTheSameNameAreToldApartByTheirPlace() {
    // Given
    DemoScene small =
        DemoScene.with(
            """
            - {id: a, name: Lamp, area: kitchen, type: light}
            - {id: b, name: Lamp, type: light}
            - {id: c, name: Ann's lamp, type: light}
            """);
    Naming naming = new Naming(small.engine.home());

    // Then
    assertThat(the(naming, "a")).isEqualTo("the kitchen lamp");
    assertThat(the(naming, "b")).isEqualTo("the lamp");
    assertThat(the(naming, "c")).isEqualTo("Ann's lamp");
  }

  @ParameterizedTest
  @EnumSource(Intent.class)
  void everyIntentOfADeviceCanBeSpokenOf(Intent intent) {
    // Given
    if (intent.group() != Intent.Group.DEVICE || intent == Intent.SCHEDULE) {
      return;
    }

    // Then
    assertThat(scene.phrases.has("intents." + intent.word() + ".do")).isTrue();
    assertThat(scene.phrases.has("intents." + intent.word() + ".done")).isTrue();
  }

  @Test
  void everyIntentSaysWhatItDid() {
    // Given
    ActionPhrases actions = new ActionPhrases(scene.phrases);
    Draft draft = scene.draft(request(Intent.TURN_OFF, "light.kitchen"));

    // Then
    Arrays.stream(Intent.values())
        .filter(intent -> intent.group() == Intent.Group.DEVICE)
        .forEach(intent -> {
          var request = request(intent, Map.of("text", "milk", "delta", -1), "light.kitchen");
          assertThat(actions.done(request, draft.plan().commands(), scene.engine.home()))
              .as(intent.word())
              .endsWith(".")
              .doesNotContain("  ")
              .doesNotContain("{");
          assertThat(actions.doing(request, draft.plan().commands(), scene.engine.home()))
              .as(intent.word())
              .isNotBlank()
              .doesNotContain("{");
        });
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void everyEndingCanBeSpokenOf(Ending ending) {
    if (ending != Ending.DONE) {
      assertThat(scene.phrases.has("outcome." + ending.key())).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Problem.Kind.class)
  void everyProblemCanBeSpokenOf(Problem.Kind kind) {
    // When
    List<String> sentences =
        new Problems(scene.phrases)
            .say(List.of(new Problem(kind, "Blinds")), List.of(), scene.engine.home());

    // Then
    assertThat(sentences).hasSize(1);
    assertThat(sentences.getFirst()).endsWith(".");
  }

  @Test
  void namesEverythingThatIsNotReachableInOneSentence() {
    // Given
    scene.offline("light.kitchen").offline("blinds.living_room");

    // Then
    assertThat(
            scene.reply(
                request(Intent.TURN_OFF, "light.kitchen"),
                request(Intent.CLOSE, "blinds.living_room")))
        .isEqualTo("The kitchen light and the blinds are not reachable.");
  }

  @Test
  void saysWhichMediaItPlays() {
    assertThat(
            scene.reply(
                request(
                    Intent.PLAY,
                    Map.of("media", "Hunger Games", "mediaType", "movie"),
                    "tv.living_room")))
        .isEqualTo("Playing the film Hunger Games on the TV.");
  }

  @Test
  void saysTheNewLevelOfARelativeChange() {
    assertThat(
            scene.reply(
                request(
                    Intent.ADJUST_BRIGHTNESS,
                    Map.of("delta", -20),
                    "light.kitchen",
                    "light.hallway")))
        .isEqualTo("The kitchen light and the hallway light are dimmer.");
    assertThat(
            scene.reply(request(Intent.ADJUST_BRIGHTNESS, Map.of("delta", -20), "light.kitchen")))
        .isEqualTo("The kitchen light is at 60 percent.");
  }

  @Test
  void saysTheRangeOfWhatIsOutOfIt() {
    assertThat(
            scene.reply(
                request(Intent.SET_TEMPERATURE, Map.of("value", 40), "thermostat.living_room")))
        .isEqualTo(
            "That is out of range: the thermostat takes 5 to 30 degrees for target temperature, not 40"
                + " degrees.");
  }

  @Test
  void asksBetweenActionsByWhatTheyDo() {
    // Given
    Verdict verdict =
        scene.verdict(
            Readings.reading(0.5, request(Intent.TURN_ON, "light.garage")),
            Readings.reading(0.45, request(Intent.START, "vacuum")));

    // When
    String reply =
        new Replies(scene.phrases).reply(verdict, Run.NOTHING, List.of(), scene.moment());

    // Then
    assertThat(reply).isEqualTo("Turn on the garage light or start the vacuum?");
  }

  private static String the(Naming naming, String... devices) {
    return naming.the(Arrays.stream(devices).map(DeviceId::new).toList());
  }
}
