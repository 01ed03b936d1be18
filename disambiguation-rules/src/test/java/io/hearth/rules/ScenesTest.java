package io.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.decision.Ranked;
import io.hearth.model.decision.Ranking;
import io.hearth.model.device.DeviceId;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same words, another moment, another meaning: the scenes that Hearth is for. */
class ScenesTest {

  private static final Reranker RERANKER = new Reranker();

  @Test
  void anOvenThatIsOnIsWhatTheTemperatureIsAskedOf() {
    // Given
    Scene scene =
        Scene.ofDemoHome()
            .in("kitchen")
            .with("oven.kitchen", "on", true)
            .with("oven.kitchen", "temperature", 180);

    // When
    Ranking ranking = RERANKER.rerank(whatIsTheTemperature(), scene.now());

    // Then
    assertThat(target(ranking.best())).isEqualTo("oven.kitchen");
    assertThat(ranking.best().probability()).isGreaterThan(.8);
    assertThat(reasons(ranking.best())).contains("the oven is on");
  }

  @Test
  void anOvenThatIsOffLeavesTheQuestionToTheRoom() {
    // Given
    Scene scene = Scene.ofDemoHome().in("kitchen").with("oven.kitchen", "on", false);

    // When
    Ranking ranking = RERANKER.rerank(whatIsTheTemperature(), scene.now());

    // Then
    assertThat(target(ranking.best())).isEqualTo("sensor.kitchen_temperature");
    assertThat(ranking.best().probability()).isGreaterThan(.8);
    assertThat(reasons(ranking.best()))
        .contains("the speaker is in the kitchen with the kitchen temperature");
  }

  @Test
  void inTheBedroomTheTemperatureIsTheBedroomsAlsoWhileTheOvenIsOn() {
    // Given
    Scene scene = Scene.ofDemoHome().in("bedroom").with("oven.kitchen", "on", true);

    // When
    Ranking ranking = RERANKER.rerank(whatIsTheTemperature(), scene.now());

    // Then
    assertThat(target(ranking.best())).isEqualTo("sensor.bedroom_temperature");
    assertThat(ranking.best().probability()).isGreaterThan(.8);
  }

  @Test
  void aFilmIsShownOnTheScreenOfTheRoom() {
    // When
    Ranking ranking =
        RERANKER.rerank(playHungerGames(), Scene.ofDemoHome().in("living_room").now());

    // Then
    assertThat(target(ranking.best())).isEqualTo("tv.living_room");
    assertThat(mediaType(ranking.best())).isEqualTo("movie");
    assertThat(ranking.best().probability()).isGreaterThan(.8);
    assertThat(reasons(ranking.best())).contains("the TV has a screen");
  }

  @Test
  void whereThereIsOnlyASpeakerTheFilmIsItsAudiobook() {
    // When
    Ranking ranking = RERANKER.rerank(playHungerGames(), Scene.ofDemoHome().in("kitchen").now());

    // Then
    assertThat(target(ranking.best())).isEqualTo("speaker.kitchen");
    assertThat(mediaType(ranking.best())).isEqualTo("audiobook");
    assertThat(ranking.best().probability()).isGreaterThan(.6);
    assertThat(ranking.entries().get(1).probability()).isLessThan(.3);
  }

  @Test
  void brewingAfterTheAlarmOnAMorningIsCoffee() {
    // Given
    Scene scene =
        Scene.ofDemoHome()
            .in("kitchen")
            .time("07:05")
            .changed("alarm.bedroom", "ringing", false, Duration.ofMinutes(5));

    // When
    Ranking ranking = RERANKER.rerank(startBrewing(), scene.now());

    // Then
    assertThat(target(ranking.best())).isEqualTo("coffee_maker.kitchen");
    assertThat(ranking.best().probability()).isGreaterThan(.85);
    assertThat(reasons(ranking.best())).contains("the alarm rang 5 minutes ago", "it is morning");
  }

  @Test
  void brewingInTheAfternoonWithTheKettleJustUsedIsTea() {
    // Given
    Scene scene =
        Scene.ofDemoHome()
            .in("kitchen")
            .time("15:30")
            .changed("kettle.kitchen", "operation", "idle", Duration.ofMinutes(4));

    // When
    Ranking ranking = RERANKER.rerank(startBrewing(), scene.now());

    // Then
    assertThat(target(ranking.best())).isEqualTo("kettle.kitchen");
    assertThat(reasons(ranking.best())).contains("the kettle was just used");
  }

  @Test
  void brewingWithNoHintIsLeftToAQuestion() {
    // When
    Ranking ranking =
        RERANKER.rerank(startBrewing(), Scene.ofDemoHome().in("kitchen").time("14:00").now());

    // Then
    double margin = ranking.entries().get(0).probability() - ranking.entries().get(1).probability();
    assertThat(margin).isLessThan(.45);
  }

  @Test
  void lightsDoNotOpenSoTheDoorWasMeant() {
    // Given
    List<Hypothesis> heard =
        Readings.of("open the garage lights")
            .failing(.52, Intent.OPEN, Grounding.NAMED, Problem.Kind.UNSUPPORTED, "light.garage")
            .orHeard("open the garage door")
            .add(.48, Intent.OPEN, Grounding.NAMED, Map.of(), "garage_door")
            .orNone(.02);

    // When
    Ranking ranking = RERANKER.rerank(heard, Scene.ofDemoHome().in("hallway").now());

    // Then
    assertThat(target(ranking.best())).isEqualTo("garage_door");
    assertThat(ranking.best().probability()).isGreaterThan(.95);
    assertThat(reasons(ranking.entries().getLast())).contains("the garage light cannot do that");
  }

  @Test
  void theLightsWithoutAPlaceAreThoseOfTheRoom() {
    // Given
    List<Hypothesis> heard =
        Readings.of("turn off the lights")
            .add(.45, Intent.TURN_OFF, Grounding.HERE, Map.of(), "light.bedroom", "lamp.bedside")
            .add(
                .45,
                Intent.TURN_OFF,
                Grounding.EVERYWHERE,
                Map.of(),
                "light.kitchen",
                "light.living_room",
                "lamp.living_room",
                "light.hallway",
                "light.bedroom",
                "lamp.bedside")
            .orNone(.05);

    // When
    Ranking ranking = RERANKER.rerank(heard, Scene.ofDemoHome().in("bedroom").now());

    // Then
    assertThat(ranking.best().hypothesis().requests().getFirst().targets()).hasSize(2);
    assertThat(ranking.best().probability()).isGreaterThan(.9);
    assertThat(reasons(ranking.best())).contains("the speaker is in the bedroom with the lights");
  }

  static List<Hypothesis> whatIsTheTemperature() {
    Readings readings = Readings.of("what is the temperature");
    for (String device :
        List.of(
            "oven.kitchen",
            "sensor.kitchen_temperature",
            "thermostat.living_room",
            "sensor.bedroom_temperature",
            "sensor.garden_temperature")) {
      readings.add(
          .5, Intent.QUERY_STATE, Grounding.IMPLIED, Map.of("property", "temperature"), device);
    }
    return readings.orNone(.05);
  }

  static List<Hypothesis> playHungerGames() {
    Readings readings = Readings.of("play hunger games");
    play(readings, "tv.living_room", Map.of("movie", 1.0, "show", .8, "video", .5, "song", .4));
    play(
        readings,
        "speaker.kitchen",
        Map.of("song", .9, "audiobook", .85, "album", .85, "artist", .8, "playlist", .7));
    return readings.orNone(.05);
  }

  private static void play(Readings readings, String device, Map<String, Double> types) {
    types.forEach((type, likely) ->
        readings.add(
            likely,
            Intent.PLAY,
            Grounding.IMPLIED,
            Map.of("media", "hunger games", "mediaType", type),
            device));
  }

  static List<Hypothesis> startBrewing() {
    return Readings.of("start brewing")
        .add(.5, Intent.START, Grounding.IMPLIED, Map.of("text", "coffee"), "coffee_maker.kitchen")
        .add(.5, Intent.START, Grounding.IMPLIED, Map.of("text", "tea"), "kettle.kitchen")
        .orNone(.05);
  }

  private static String target(Ranked ranked) {
    return ranked.hypothesis().requests().getFirst().targets().stream()
        .map(DeviceId::value)
        .findFirst()
        .orElse("");
  }

  private static String mediaType(Ranked ranked) {
    return ranked.hypothesis().requests().getFirst().word("mediaType").orElse("");
  }

  private static List<String> reasons(Ranked ranked) {
    return ranked.evidence().stream().map(evidence -> evidence.name()).toList();
  }
}
