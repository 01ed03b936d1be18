package io.hearth.rules;

import static io.hearth.rules.Readings.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.decision.Evidence;
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

/** Each idea by itself: the same readings, a moment that speaks for it and one that does not. */
class IdeasTest {

  private static final Reranker RERANKER = new Reranker();
  private static final String TV = "tv.living_room";
  private static final String SPEAKER = "speaker.kitchen";
  private static final String LAMP = "lamp.living_room";
  private static final String CEILING = "light.living_room";

  @Test
  void peopleAdjustWhatIsOn() {
    // Given
    List<Hypothesis> brighter = either(Intent.ADJUST_BRIGHTNESS, LAMP, CEILING);
    Scene lampOn = living().with(LAMP, "on", true).with(CEILING, "on", false);
    Scene ceilingOn = living().with(LAMP, "on", false).with(CEILING, "on", true);

    // When
    double whenOn = probability(brighter, lampOn, LAMP);
    double whenOff = probability(brighter, ceilingOn, LAMP);

    // Then
    assertThat(whenOn).isGreaterThan(.85);
    assertThat(whenOff).isLessThan(.15);
  }

  @Test
  void onlyWhatPlaysIsPaused() {
    // Given
    List<Hypothesis> pause = either(Intent.PAUSE, TV, SPEAKER);

    // When
    double playing = probability(pause, demo().with(TV, "playback", "playing"), TV);
    double other = probability(pause, demo().with(SPEAKER, "playback", "playing"), TV);

    // Then
    assertThat(playing).isGreaterThan(.9);
    assertThat(other).isLessThan(.1);
  }

  @Test
  void onlyWhatIsPausedIsResumed() {
    // Given
    List<Hypothesis> resume = either(Intent.RESUME, TV, SPEAKER);

    // When
    double paused = probability(resume, demo().with(TV, "playback", "paused"), TV);

    // Then
    assertThat(paused).isGreaterThan(.9);
  }

  @Test
  void stopIsSaidToTheAlarmThatRings() {
    // Given
    List<Hypothesis> stop =
        Readings.of("stop")
            .add(.4, Intent.CANCEL_ALARM, Grounding.IMPLIED, Map.of(), "alarm.bedroom")
            .add(.4, Intent.STOP, Grounding.IMPLIED, Map.of(), TV)
            .orNone(.02);

    // When
    double ringing =
        probability(stop, demo().with("alarm.bedroom", "ringing", true), "alarm.bedroom");
    double playing = probability(stop, demo().with(TV, "playback", "playing"), TV);

    // Then
    assertThat(ringing).isGreaterThan(.9);
    assertThat(playing).isGreaterThan(.9);
  }

  @Test
  void whatIsKnownToFailYieldsToWhatWorks() {
    // Given
    List<Hypothesis> readings =
        Readings.of("dim the lamp")
            .failing(.5, Intent.SET_BRIGHTNESS, Grounding.NAMED, Problem.Kind.OUT_OF_RANGE, CEILING)
            .add(.4, Intent.SET_BRIGHTNESS, Grounding.NAMED, Map.of("value", 5), LAMP)
            .orNone(.05);

    // When
    double working = probability(readings, living(), LAMP);

    // Then
    assertThat(working).isGreaterThan(.75);
  }

  @Test
  void whatCannotBeDoneByAnyReadingIsStillNotOutOfDomain() {
    // Given
    List<Hypothesis> openTheLights =
        Readings.of("open the lights")
            .failing(.8, Intent.OPEN, Grounding.HERE, Problem.Kind.UNSUPPORTED, CEILING)
            .orNone(.1);

    // When
    Ranking ranking = RERANKER.rerank(openTheLights, living().now());

    // Then
    assertThat(target(ranking.best())).isEqualTo(CEILING);
  }

  @Test
  void theMomentDoesNotTurnChatterIntoACommand() {
    // Given
    List<Hypothesis> chatter =
        Readings.of("that was a light dinner")
            .add(.2, Intent.TURN_OFF, Grounding.HERE, Map.of(), LAMP, CEILING)
            .orNone(.8);

    // When
    Ranking ranking = RERANKER.rerank(chatter, living().with(LAMP, "on", true).now());

    // Then
    assertThat(ranking.best().hypothesis().isOutOfDomain()).isTrue();
    assertThat(ranking.best().probability()).isGreaterThan(.75);
  }

  @Test
  void readingsThatComeToTheSameAreOne() {
    // Given
    Map<String, String> area = Map.of("area", "garage", "kind", "door");
    List<Hypothesis> door =
        Readings.of("close the garage door")
            .add(.9, Intent.CLOSE, Grounding.AREA, area, "garage_door")
            .add(.9, Intent.CLOSE, Grounding.NAMED, Map.of("device", "garage_door"), "garage_door")
            .add(.8, Intent.CLOSE, Grounding.ELSEWHERE, Map.of(), "garage_door")
            .orNone(.05);

    // When
    Ranking ranking = RERANKER.rerank(door, demo().in("kitchen").now());

    // Then
    assertThat(ranking.best().probability()).isGreaterThan(.9);
    assertThat(ranking.entries().get(1).hypothesis().isOutOfDomain()).isTrue();
    assertThat(ranking.entries().subList(2, 4)).allMatch(ranked -> ranked.probability() == 0);
  }

  @Test
  void guessesOfTheRecogniserThatComeToTheSameAddUp() {
    // Given
    Map<String, Integer> thirty = Map.of("value", 30);
    List<Hypothesis> heard =
        Readings.of("set the lamp to thirty")
            .add(.3, Intent.SET_BRIGHTNESS, Grounding.NAMED, thirty, LAMP)
            .orHeard("lamp to thirty")
            .add(.3, Intent.SET_BRIGHTNESS, Grounding.NAMED, thirty, LAMP)
            .orHeard("set the lamp to forty")
            .add(.4, Intent.SET_BRIGHTNESS, Grounding.NAMED, Map.of("value", 40), LAMP)
            .orNone(.01);

    // When
    Ranking ranking = RERANKER.rerank(heard, demo().now());

    // Then
    assertThat(ranking.best().hypothesis().requests().getFirst().number("value")).contains(30.0);
  }

  @Test
  void aQuestionIsNoCommand() {
    // Given
    List<Hypothesis> open =
        Readings.of("is the garage door open")
            .add(
                .5,
                Intent.QUERY_STATE,
                Grounding.NAMED,
                Map.of("property", "position"),
                "garage_door")
            .add(.5, Intent.OPEN, Grounding.NAMED, Map.of(), "garage_door")
            .orNone(.02);

    // When
    Ranking ranking = RERANKER.rerank(open, demo().now());

    // Then
    assertThat(ranking.best().index()).isZero();
    assertThat(ranking.best().probability()).isGreaterThan(.9);
  }

  @Test
  void openMeansAllTheWayUnlessAnAmountIsSaid() {
    // Given
    List<Hypothesis> plain = blinds("open the blinds");
    List<Hypothesis> little = blinds("open the blinds a bit");
    Scene shut = living().with("blinds.living_room", "position", 0);

    // When
    Ranking all = RERANKER.rerank(plain, shut.now());
    Ranking some = RERANKER.rerank(little, shut.now());

    // Then
    assertThat(all.best().probability()).isGreaterThan(.85);
    assertThat(some.best().probability()).isLessThan(.6);
  }

  @Test
  void whatPlaysIsTurnedUpBeforeTheLights() {
    // Given
    List<Hypothesis> up =
        Readings.of("turn it up")
            .add(.5, Intent.ADJUST_VOLUME, Grounding.IMPLIED, Map.of("delta", 10), SPEAKER)
            .add(.4, Intent.ADJUST_BRIGHTNESS, Grounding.HERE, Map.of("delta", 20), "light.kitchen")
            .orNone(.02);

    // When
    double playing =
        probability(up, demo().in("kitchen").with(SPEAKER, "playback", "playing"), SPEAKER);
    double silent = probability(up, demo().in("kitchen"), SPEAKER);

    // Then
    assertThat(playing).isGreaterThan(.7);
    assertThat(silent).isLessThan(.3);
  }

  @Test
  void theWholeHomeIsMeantOnlyWhenItIsSaid() {
    // Given
    List<Hypothesis> plain = roomOrHome("turn off the lights");
    List<Hypothesis> all = roomOrHome("turn off all the lights");

    // When
    double room = probability(plain, demo().in("bedroom"), "light.bedroom");
    double roomOfAll = probability(all, demo().in("bedroom"), "light.bedroom");

    // Then
    assertThat(room).isGreaterThan(.9);
    assertThat(roomOfAll).isLessThan(.3);
  }

  @Test
  void whereTheSpeakerIsNotKnownTheRoomWithPeopleCounts() {
    // Given
    List<Hypothesis> readings = either(Intent.TURN_OFF, "light.bathroom", "light.bedroom");
    Scene scene =
        demo()
            .with("person.ann", "area", "bathroom")
            .with("person.ben", "area", "bathroom")
            .with("light.bathroom", "on", true);

    // When
    Ranking ranking = RERANKER.rerank(readings, scene.now());

    // Then
    assertThat(target(ranking.best())).isEqualTo("light.bathroom");
    assertThat(sentences(ranking.best())).contains("somebody is where the bathroom light is");
  }

  @Test
  void nobodyAsksForWhatIsAlreadySo() {
    // Given
    List<Hypothesis> on = either(Intent.TURN_ON, LAMP, CEILING);
    Scene scene = living().with(LAMP, "on", true).with(CEILING, "on", false);

    // When
    Ranking ranking = RERANKER.rerank(on, scene.now());

    // Then
    assertThat(target(ranking.best())).isEqualTo(CEILING);
    assertThat(ranking.best().probability()).isGreaterThan(.8);
    assertThat(sentences(ranking.entries().get(1))).contains("the lamp is already so");
  }

  @Test
  void askingForTheBrightnessThatItHasIsAlreadySo() {
    // Given
    List<Hypothesis> seventy =
        Readings.of("set it to seventy")
            .add(.4, Intent.SET_BRIGHTNESS, Grounding.IMPLIED, Map.of("value", 70), LAMP)
            .add(.4, Intent.SET_BRIGHTNESS, Grounding.IMPLIED, Map.of("value", 70), CEILING)
            .orNone(.05);
    Scene scene = living().with(LAMP, "brightness", 70).with(CEILING, "brightness", 20);

    // When
    Ranking ranking = RERANKER.rerank(seventy, scene.now());

    // Then
    assertThat(target(ranking.best())).isEqualTo(CEILING);
  }

  @Test
  void whatCannotBeReachedIsLessLikelyMeant() {
    // Given
    List<Hypothesis> on = either(Intent.TURN_ON, LAMP, CEILING);
    Scene off = living().with(LAMP, "on", false).with(CEILING, "on", false);

    // When
    double reachable = probability(on, off, LAMP);
    double unreachable = probability(on, off.unreachable(LAMP), LAMP);

    // Then
    assertThat(reachable).isBetween(.4, .6);
    assertThat(unreachable).isLessThan(.35);
  }

  @Test
  void itIsWhatWasMentionedLast() {
    // Given
    List<Hypothesis> it =
        Readings.of("turn it off")
            .add(.4, Intent.TURN_OFF, Grounding.REFERRED, Map.of(), LAMP)
            .add(.4, Intent.TURN_OFF, Grounding.REFERRED, Map.of(), "light.kitchen")
            .orNone(.05);
    Scene scene =
        demo()
            .in("kitchen")
            .mentioned("light.kitchen", Duration.ofMinutes(3))
            .mentioned(LAMP, Duration.ofSeconds(20));

    // When
    double lamp = probability(it, scene, LAMP);

    // Then
    assertThat(lamp).isGreaterThan(.85);
  }

  @Test
  void whatWasSpokenAboutAMomentAgoIsMeantRatherThanTheWholeRoom() {
    // Given
    List<Hypothesis> brighter =
        Readings.of("a bit brighter")
            .add(.4, Intent.ADJUST_BRIGHTNESS, Grounding.REFERRED, Map.of(), LAMP)
            .add(.4, Intent.ADJUST_BRIGHTNESS, Grounding.HERE, Map.of(), LAMP, CEILING)
            .orNone(.05);

    // When
    Ranking justNow =
        RERANKER.rerank(brighter, living().mentioned(LAMP, Duration.ofSeconds(20)).now());
    Ranking longAgo =
        RERANKER.rerank(brighter, living().mentioned(LAMP, Duration.ofMinutes(8)).now());

    // Then
    assertThat(grounding(justNow.best())).isEqualTo(Grounding.REFERRED);
    assertThat(justNow.best().probability()).isGreaterThan(.55);
    assertThat(grounding(longAgo.best())).isEqualTo(Grounding.HERE);
  }

  @Test
  void peopleComeBackToWhatTheyJustUsed() {
    // Given
    List<Hypothesis> off = either(Intent.TURN_OFF, LAMP, CEILING);
    Scene scene =
        living().with(CEILING, "on", true).changed(LAMP, "on", true, Duration.ofSeconds(40));

    // When
    Ranking ranking = RERANKER.rerank(off, scene.now());

    // Then
    assertThat(target(ranking.best())).isEqualTo(LAMP);
    assertThat(sentences(ranking.best())).contains("the lamp was just used");
  }

  @Test
  void theFirstThingThatADeviceTellsIsNoEvent() {
    // Given
    Scene started =
        demo()
            .in("kitchen")
            .time("15:00")
            .toldFirst("alarm.bedroom", "ringing", false, Duration.ofMinutes(1))
            .toldFirst("kettle.kitchen", "operation", "idle", Duration.ofMinutes(1));

    // When
    Ranking ranking = RERANKER.rerank(ScenesTest.startBrewing(), started.now());

    // Then
    assertThat(ranking.entries().stream().flatMap(ranked -> sentences(ranked).stream()))
        .doesNotContain("the alarm rang a minute ago", "the kettle was just used");
  }

  @Test
  void outOfDoorsIsMeantOnlyWhenItIsSaid() {
    // Given
    String garden = "sensor.garden_temperature";
    String inside = "how warm is it";
    String outside = "how warm is it outside";

    // When
    double unsaid = probability(warm(inside), living(), garden);
    double said = probability(warm(outside), living(), garden);

    // Then
    assertThat(unsaid).isLessThan(.1);
    assertThat(said).isGreaterThan(.7);
  }

  @Test
  void theInsideOfAFridgeIsNotTheRoom() {
    // Given
    String home =
        """
        home: {id: flat, name: Flat, timezone: Europe/Stockholm, latitude: 59.3, longitude: 18.1}
        areas: [{id: kitchen, name: Kitchen}]
        devices:
          - {id: fridge, name: Fridge, area: kitchen, type: refrigerator, state: {temperature: 4}}
          - {id: heating, name: Heating, area: kitchen, type: thermostat, state: {temperature: 21}}
        """;
    List<Hypothesis> warm =
        Readings.of("how warm is it")
            .add(.4, Intent.QUERY_STATE, Grounding.IMPLIED, TEMPERATURE, "fridge")
            .add(.4, Intent.QUERY_STATE, Grounding.IMPLIED, TEMPERATURE, "heating")
            .orNone(.05);

    // When
    double room = probability(warm, Scene.of(home).in("kitchen"), "heating");

    // Then
    assertThat(room).isGreaterThan(.8);
  }

  @Test
  void theSpeakersFavouriteIsWhatIsMeant() {
    // Given
    List<Hypothesis> music =
        Readings.of("play some music")
            .add(.4, Intent.PLAY, Grounding.IMPLIED, genre("jazz"), SPEAKER)
            .add(.4, Intent.PLAY, Grounding.IMPLIED, genre("rock"), SPEAKER)
            .orNone(.05);

    // When
    Ranking ann = RERANKER.rerank(music, demo().in("kitchen").spokenBy("ann").now());
    Ranking ben = RERANKER.rerank(music, demo().in("kitchen").spokenBy("ben").now());

    // Then
    assertThat(ann.best().index()).isZero();
    assertThat(ben.best().index()).isEqualTo(1);
    assertThat(ann.best().probability()).isGreaterThan(.75);
  }

  @Test
  void whatSomebodyUsuallyDrinksIsMeantAtItsTime() {
    // When
    double morning =
        probability(
            ScenesTest.startBrewing(),
            demo().time("09:00").spokenBy("ann"),
            "coffee_maker.kitchen");
    double afternoon =
        probability(
            ScenesTest.startBrewing(), demo().time("15:00").spokenBy("ben"), "kettle.kitchen");

    // Then
    assertThat(morning).isGreaterThan(.85);
    assertThat(afternoon).isGreaterThan(.75);
  }

  @Test
  void aWarmRoomWantsAir() {
    // Given
    List<Hypothesis> on = either(Intent.TURN_ON, "fan.bathroom", "light.bathroom");
    Scene dark = Scene.of(BATHROOM).in("bathroom");

    // When
    double warm = probability(on, dark.with("sensor", "temperature", 27), "fan.bathroom");
    double cool = probability(on, dark.with("sensor", "temperature", 20), "fan.bathroom");

    // Then
    assertThat(warm).isGreaterThan(cool + .1);
  }

  @Test
  void aColdRoomWantsHeat() {
    // Given
    List<Hypothesis> on = either(Intent.TURN_ON, "thermostat", "light.bathroom");
    Scene scene = Scene.of(BATHROOM).in("bathroom");

    // When
    double cold = probability(on, scene.with("sensor", "temperature", 15), "thermostat");
    double mild = probability(on, scene.with("sensor", "temperature", 21), "thermostat");

    // Then
    assertThat(cold).isGreaterThan(mild + .1);
  }

  @Test
  void darknessWantsLight() {
    // Given
    List<Hypothesis> on = either(Intent.TURN_ON, "light.bathroom", "fan.bathroom");

    // When
    double day = probability(on, Scene.of(BATHROOM).in("bathroom"), "light.bathroom");
    double dark =
        probability(on, Scene.of(BATHROOM).in("bathroom").afterSunset(), "light.bathroom");

    // Then
    assertThat(dark).isGreaterThan(day + .1);
  }

  @Test
  void aGuessDoesNotMoveWhatIsDangerous() {
    // Given
    List<Hypothesis> open =
        Readings.of("open it up")
            .add(.4, Intent.OPEN, Grounding.IMPLIED, Map.of(), "garage_door")
            .add(.4, Intent.OPEN, Grounding.IMPLIED, Map.of(), "blinds.living_room")
            .orNone(.05);
    Scene scene = demo().with("blinds.living_room", "position", 0);

    // When
    Ranking ranking = RERANKER.rerank(open, scene.now());

    // Then
    assertThat(target(ranking.best())).isEqualTo("blinds.living_room");
    assertThat(ranking.best().probability()).isGreaterThan(.7);
  }

  @Test
  void aRequestOfManyCountsTheMeanOfItsParts() {
    // Given
    List<Hypothesis> single = either(Intent.ADJUST_BRIGHTNESS, LAMP, CEILING);
    List<Hypothesis> twice =
        Readings.of("brighter and brighter")
            .add(.4, adjust(LAMP), adjust(LAMP))
            .add(.4, adjust(CEILING), adjust(CEILING))
            .orNone(.05);
    Scene scene = living().with(LAMP, "on", true).with(CEILING, "on", false);

    // When
    Ranking one = RERANKER.rerank(single, scene.now());
    Ranking two = RERANKER.rerank(twice, scene.now());

    // Then
    assertThat(sum(two.best())).isEqualTo(sum(one.best()));
    assertThat(two.best().evidence()).hasSize(2 * one.best().evidence().size());
  }

  private static final Map<String, String> TEMPERATURE = Map.of("property", "temperature");

  private static final String BATHROOM =
      """
      home: {id: flat, name: Flat, timezone: Europe/Stockholm, latitude: 59.3, longitude: 18.1}
      areas: [{id: bathroom, name: Bathroom}]
      devices:
        - {id: fan.bathroom, name: Fan, area: bathroom, type: fan, state: {on: false}}
        - {id: light.bathroom, name: Light, area: bathroom, type: light, state: {on: false}}
        - {id: thermostat, name: Heating, area: bathroom, type: thermostat, state: {mode: "off"}}
        - {id: sensor, name: Thermometer, area: bathroom, type: sensor, kind: temperature}
      """;

  private static Scene demo() {
    return Scene.ofDemoHome();
  }

  private static Scene living() {
    return demo().in("living_room");
  }

  private static Map<String, String> genre(String genre) {
    return Map.of("media", genre, "mediaType", "genre");
  }

  private static io.hearth.model.speech.Request adjust(String device) {
    return request(
        Intent.ADJUST_BRIGHTNESS, Grounding.IMPLIED, Map.of("delta", 20), List.of(), device);
  }

  private static List<Hypothesis> either(Intent intent, String one, String other) {
    return Readings.of("do it")
        .add(.4, intent, Grounding.IMPLIED, Map.of("delta", 20), one)
        .add(.4, intent, Grounding.IMPLIED, Map.of("delta", 20), other)
        .orNone(.05);
  }

  private static List<Hypothesis> roomOrHome(String text) {
    return Readings.of(text)
        .add(.4, Intent.TURN_OFF, Grounding.HERE, Map.of(), "light.bedroom", "lamp.bedside")
        .add(
            .4,
            Intent.TURN_OFF,
            Grounding.EVERYWHERE,
            Map.of(),
            "light.kitchen",
            CEILING,
            LAMP,
            "light.bedroom",
            "lamp.bedside")
        .orNone(.05);
  }

  private static List<Hypothesis> blinds(String text) {
    Map<String, Integer> bit = Map.of("delta", 10);
    return Readings.of(text)
        .add(.5, Intent.OPEN, Grounding.HERE, Map.of(), "blinds.living_room")
        .add(.5, Intent.ADJUST_POSITION, Grounding.HERE, bit, "blinds.living_room")
        .orNone(.02);
  }

  private static List<Hypothesis> warm(String text) {
    Readings readings = Readings.of(text);
    for (String device : List.of("thermostat.living_room", "sensor.garden_temperature")) {
      readings.add(
          .4, Intent.QUERY_STATE, Grounding.IMPLIED, Map.of("property", "temperature"), device);
    }
    return readings.orNone(.05);
  }

  private static double probability(List<Hypothesis> readings, Scene scene, String target) {
    return RERANKER.rerank(readings, scene.now()).entries().stream()
        .filter(ranked -> target(ranked).equals(target))
        .mapToDouble(Ranked::probability)
        .sum();
  }

  private static Grounding grounding(Ranked ranked) {
    return ranked.hypothesis().requests().getFirst().grounding();
  }

  private static double sum(Ranked ranked) {
    return ranked.evidence().stream().mapToDouble(Evidence::weight).sum();
  }

  private static List<String> sentences(Ranked ranked) {
    return ranked.evidence().stream().map(Evidence::name).toList();
  }

  private static String target(Ranked ranked) {
    return ranked.hypothesis().requests().getFirst().targets().stream()
        .map(DeviceId::value)
        .findFirst()
        .orElse("");
  }
}
