package io.hearth.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.DeviceId;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What must work in a whole Hearth over the real wire, whichever broker carries it: spoken to over
 * HTTP, acted out by simulated devices over MQTT and CoAP.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Scenes {

  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  private static final DeviceId GARAGE_DOOR = new DeviceId("garage_door");

  private LiveHome home;

  /** The broker to use; empty for the embedded one. */
  abstract Optional<URI> broker();

  @BeforeAll
  void start(@TempDir Path data) {
    home = LiveHome.start(data, broker());
  }

  @AfterAll
  void stop() {
    home.close();
  }

  @AfterEach
  void bringBack() {
    home.devices().obstruct(GARAGE_DOOR, false);
    home.devices().online(GARAGE_DOOR);
    home.awaitAllOnline();
  }

  LiveHome home() {
    return home;
  }

  private static String reply(JsonNode turn) {
    return turn.path("reply").asString("");
  }

  private static List<String> targets(JsonNode turn) {
    return turn.path("targets").valueStream().map(node -> node.asString("")).toList();
  }

  private static String decision(JsonNode turn) {
    return turn.path("decision").asString("");
  }

  @Test
  void theTemperatureIsTheOvensWhileItIsOnAndTheRoomsOtherwise() {
    // Given
    home.make("oven.kitchen", "temperature", 180);
    home.make("oven.kitchen", "on", true);

    // When
    JsonNode cooking = home.say("what is the temperature", "kitchen", "t1");
    JsonNode elsewhere = home.say("what is the temperature", "bedroom", "t2");
    home.make("oven.kitchen", "on", false);
    JsonNode afterwards = home.say("what is the temperature", "kitchen", "t3");

    // Then
    assertThat(targets(cooking)).containsExactly("oven.kitchen");
    assertThat(cooking.path("evidence").toString()).contains("the oven is on");
    assertThat(targets(elsewhere)).containsExactly("sensor.bedroom_temperature");
    assertThat(targets(afterwards)).containsExactly("sensor.kitchen_temperature");
  }

  @Test
  void aTitleIsAFilmWhereThereIsAScreenAndSomethingToHearWhereThereIsNone() {
    // When
    JsonNode onScreen = home.say("Play Hunger Games", "living_room", "p1");
    JsonNode byEar = home.say("Play Hunger Games", "kitchen", "p2");

    // Then
    assertThat(targets(onScreen)).containsExactly("tv.living_room");
    assertThat(reply(onScreen)).containsIgnoringCase("film").contains("Hunger Games");
    home.awaitThat("tv.living_room", "playback", "playing");
    assertThat(targets(byEar)).containsExactly("speaker.kitchen");
    assertThat(reply(byEar)).containsPattern("audiobook|soundtrack");
    home.awaitThat("speaker.kitchen", "playback", "playing");
  }

  @Test
  void brewingIsCoffeeAfterTheAlarmInTheMorningAndNotWhenTheKettleWasJustUsedInTheAfternoon() {
    // Given
    home.devices().ring(new DeviceId("alarm.bedroom"));
    home.awaitThat("alarm.bedroom", "ringing", true);

    // When
    JsonNode morning = home.say("start brewing", "kitchen", "b1");
    home.clock().moveTo(LocalTime.of(15, 30), ZONE);
    home.awaitThat("alarm.bedroom", "ringing", false); // it has rung long enough
    home.make("kettle.kitchen", "operation", "running");
    home.make("kettle.kitchen", "operation", "idle");
    JsonNode afternoon = home.say("start brewing", "kitchen", "b2");

    // Then
    assertThat(targets(morning)).containsExactly("coffee_maker.kitchen");
    assertThat(morning.path("why").asString("")).contains("alarm");
    assertThat(decision(afternoon)).isIn("act", "clarify", "confirm");
    assertThat(afternoon.path("evidence").toString()).contains("kettle was just used");
    if (decision(afternoon).equals("act")) {
      assertThat(targets(afternoon)).containsExactly("kettle.kitchen");
    }
  }

  @Test
  void theGarageDoorIsSaidToBeOpenOnlyWhenItReportsSo() {
    // Given
    home.make("garage_door", "position", 0);

    // When
    JsonNode asked = home.say("open the garage door", "garage", "g1");
    String before = String.valueOf(home.state(GARAGE_DOOR).value("position"));
    JsonNode done = home.say("yes", "garage", "g1");

    // Then
    assertThat(decision(asked)).isEqualTo("confirm");
    assertThat(before).contains("0");
    assertThat(decision(done)).isEqualTo("act");
    assertThat(reply(done)).contains("is open");
    home.awaitThat("garage_door", "position", 100);
  }

  @Test
  void anObstructedGarageDoorIsSaidToHaveStopped() {
    // Given
    home.make("garage_door", "position", 0);
    home.devices().obstruct(GARAGE_DOOR, true);

    // When
    home.say("open the garage door", "garage", "g2");
    JsonNode done = home.say("yes", "garage", "g2");

    // Then
    assertThat(reply(done)).containsIgnoringCase("stopped").doesNotContain("is open");
  }

  @Test
  void aGarageDoorOffTheNetworkIsSaidNotToBeReachable() {
    // Given
    home.devices().offline(GARAGE_DOOR);
    org.awaitility.Awaitility.await()
        .atMost(LiveHome.PATIENCE)
        .until(() ->
            home.state(GARAGE_DOOR).availability() == io.hearth.model.state.Availability.OFFLINE);

    // When
    JsonNode turn = home.say("open the garage door", "garage", "g3");

    // Then
    assertThat(reply(turn)).contains("not reachable");
    assertThat(turn.path("commands").isEmpty()).isTrue();
  }

  @Test
  void lightsGoOffInTheRoomWhereItIsSaidAndComeBackWhenUndone() {
    // Given
    home.make("light.bedroom", "on", true);
    home.make("lamp.bedside", "on", true);
    home.make("light.kitchen", "on", true);

    // When
    JsonNode off = home.say("turn off the lights", "bedroom", "l1");
    home.awaitThat("light.bedroom", "on", false);
    home.awaitThat("lamp.bedside", "on", false);
    home.awaitThat("light.kitchen", "on", true);
    JsonNode undone = home.say("undo that", "bedroom", "l1");

    // Then
    assertThat(targets(off)).containsExactlyInAnyOrder("light.bedroom", "lamp.bedside");
    assertThat(decision(undone)).isEqualTo("act");
    home.awaitThat("light.bedroom", "on", true);
    home.awaitThat("lamp.bedside", "on", true);
  }

  @Test
  void everythingDownstairsGoesOffButTheExceptedLight() {
    // Given
    for (String light : List.of("light.kitchen", "light.hallway", "lamp.living_room")) {
      home.make(light, "on", true);
    }
    home.make("light.kids_room", "on", true);

    // When
    JsonNode turn =
        home.say("turn off everything downstairs except the hallway light", "living_room", "l2");

    // Then
    assertThat(decision(turn)).isEqualTo("act");
    home.awaitThat("light.kitchen", "on", false);
    home.awaitThat("lamp.living_room", "on", false);
    home.awaitThat("light.hallway", "on", true);
    home.awaitThat("light.kids_room", "on", true);
  }

  @Test
  void aConversationGoesOnFromWhatWasSaidBefore() {
    // Given
    home.make("lamp.living_room", "on", true);
    home.make("lamp.living_room", "brightness", 70);
    home.make("blinds.living_room", "position", 100);

    // When
    JsonNode two = home.say("set the lamp to 40 percent and close the blinds", "living_room", "c1");
    home.awaitThat("lamp.living_room", "brightness", 40);
    home.awaitThat("blinds.living_room", "position", 0);
    JsonNode brighter = home.say("make the lamp a bit brighter", "living_room", "c1");
    home.awaitThat("lamp.living_room", "brightness", 50);
    JsonNode off = home.say("turn it off", "living_room", "c1");
    home.awaitThat("lamp.living_room", "on", false);
    JsonNode undone = home.say("undo that", "living_room", "c1");
    home.awaitThat("lamp.living_room", "on", true);
    JsonNode why = home.say("why did you do that?", "living_room", "c1");

    // Then
    assertThat(two.path("commands").size()).isEqualTo(2);
    assertThat(targets(brighter)).containsExactly("lamp.living_room");
    assertThat(targets(off)).containsExactly("lamp.living_room");
    assertThat(decision(undone)).isEqualTo("act");
    assertThat(reply(why)).startsWith("Because");
  }

  @Test
  void anOpenWindowIsFound() {
    // Given
    home.make("window.kitchen", "open", false);
    home.make("window.bedroom", "open", true);

    // When
    JsonNode open = home.say("is any window open?", "hallway", "w1");
    home.make("window.bedroom", "open", false);
    JsonNode closed = home.say("is any window open?", "hallway", "w2");

    // Then
    assertThat(reply(open)).startsWith("Yes").containsIgnoringCase("bedroom window");
    assertThat(reply(closed)).startsWith("No");
  }

  @Test
  void whatCannotBeDoneYieldsToTheNextBestThatWasHeard() {
    // Given
    home.make("garage_door", "position", 0);

    // When
    JsonNode turn =
        home.post(
            Map.of(
                "nbest",
                List.of(
                    Map.of("text", "open the garage lights", "confidence", 0.52),
                    Map.of("text", "open the garage door", "confidence", 0.48)),
                "area",
                "kitchen",
                "dialogue",
                "n1"));

    // Then
    assertThat(targets(turn)).containsExactly("garage_door");
    assertThat(decision(turn)).isEqualTo("confirm");
  }

  @Test
  void severalRoomsTalkAtOnce() {
    // When
    CompletableFuture<JsonNode> kitchen =
        CompletableFuture.supplyAsync(() -> home.say("turn on the light", "kitchen", "s1"));
    CompletableFuture<JsonNode> bathroom =
        CompletableFuture.supplyAsync(() -> home.say("turn on the light", "bathroom", "s2"));

    // Then
    assertThat(targets(kitchen.join())).containsExactly("light.kitchen");
    assertThat(targets(bathroom.join())).containsExactly("light.bathroom");
  }
}
