package io.hearth.language;

import static io.hearth.language.Room.ids;
import static io.hearth.language.Room.slot;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroundingTest {

  @Test
  void lightsWithoutPlaceAreThoseOfTheRoomOrOfTheWholeHome() {
    List<Hypothesis> hypotheses = Room.of("bedroom").hears("turn off the lights");

    Request first = hypotheses.getFirst().requests().getFirst();
    assertThat(first.intent()).isEqualTo(Intent.TURN_OFF);
    assertThat(first.grounding()).isEqualTo(Grounding.HERE);
    assertThat(ids(first)).containsExactly("light.bedroom", "lamp.bedside");
    assertThat(hypotheses)
        .anySatisfy(
            h -> assertThat(h.requests().getFirst().grounding()).isEqualTo(Grounding.EVERYWHERE));
  }

  @Test
  void lightsOfANamedRoomAreTakenWhereverOneSpeaks() {
    Request request = Room.of("garage").request("switch the lights in the living room on");

    assertThat(request.grounding()).isEqualTo(Grounding.AREA);
    assertThat(ids(request)).containsExactly("light.living_room", "lamp.living_room");
  }

  @Test
  void anotherWordForARoomMeansTheRoom() {
    Request request = Room.of("garage").request("lounge lights off");

    assertThat(ids(request)).containsExactly("light.living_room", "lamp.living_room");
  }

  @Test
  void aSecondWordForASortPrefersDevicesNamedSo() {
    Request request = Room.of("bedroom").request("turn on the lamp");

    assertThat(ids(request)).containsExactly("lamp.bedside");
  }

  @Test
  void aNameBeatsTheSortInTheRoomOfThatName() {
    Request request = Room.of("kitchen").request("turn off the bedroom light");

    assertThat(request.grounding()).isEqualTo(Grounding.NAMED);
    assertThat(ids(request)).containsExactly("light.bedroom");
    assertThat(slot(request, "device")).isEqualTo("light.bedroom");
  }

  @Test
  void twoRoomsAreOneRequest() {
    Request request = Room.unknown().request("turn on the kitchen and bedroom lights");

    assertThat(ids(request)).containsExactly("light.kitchen", "light.bedroom", "lamp.bedside");
  }

  @Test
  void everythingOnAFloorLeavesOutWhatIsExcepted() {
    Request request =
        Room.of("hallway").request("turn off everything downstairs except the hallway light");

    assertThat(request.grounding()).isEqualTo(Grounding.FLOOR);
    assertThat(ids(request))
        .contains("light.kitchen", "tv.living_room", "light.garage")
        .doesNotContain("light.hallway", "light.bedroom", "lock.front_door", "garage_door");
    assertThat(slot(request, "except")).isEqualTo(List.of("light.hallway"));
  }

  @Test
  void theOnlyOneOfItsSortIsMeantFromAnywhere() {
    Request request = Room.of("kids_room").request("open the garage door");

    assertThat(request.intent()).isEqualTo(Intent.OPEN);
    assertThat(ids(request)).containsExactly("garage_door");
  }

  @Test
  void withoutAnyDeviceEveryPlausibleOneIsAReading() {
    List<Hypothesis> hypotheses = Room.of("kitchen").hears("what is the temperature");

    assertThat(hypotheses)
        .extracting(h -> ids(h.requests().getFirst()))
        .contains(
            List.of("oven.kitchen"),
            List.of("sensor.kitchen_temperature"),
            List.of("thermostat.living_room"));
    assertThat(hypotheses.getFirst().requests().getFirst().grounding())
        .isEqualTo(Grounding.IMPLIED);
  }

  @Test
  void aTitleIsTakenForWhatEachPlayerCanPlay() {
    List<Hypothesis> hypotheses = Room.of("living_room").hears("play the silver river");

    assertThat(hypotheses)
        .extracting(h -> h.requests().getFirst())
        .anySatisfy(r -> {
          assertThat(ids(r)).containsExactly("tv.living_room");
          assertThat(slot(r, "mediaType")).isEqualTo("movie");
        })
        .anySatisfy(r -> {
          assertThat(ids(r)).containsExactly("speaker.kitchen");
          assertThat(slot(r, "mediaType")).isEqualTo("audiobook");
        });
  }

  @Test
  void aRoomThatIsNotThereIsAProblem() {
    Request request = Room.of("bedroom").request("turn on the lights in the sauna");

    assertThat(request.targets()).isEmpty();
    assertThat(request.problems()).containsExactly(new Problem(Problem.Kind.NO_SUCH_AREA, "sauna"));
  }

  @Test
  void aSortThatTheHomeDoesNotHaveIsAProblem() {
    Request request = Room.of("bedroom").request("turn on the humidifier");

    assertThat(request.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.NO_SUCH_DEVICE);
  }

  @Test
  void anUnknownNameIsAProblemAndNotTheRoomsLights() {
    Request request = Room.of("bedroom").request("turn off the disco light");

    assertThat(request.targets()).isEmpty();
    assertThat(request.problems())
        .containsExactly(new Problem(Problem.Kind.NO_SUCH_DEVICE, "disco light"));
  }

  @Test
  void whatADeviceCannotDoIsUnsupported() {
    Request request = Room.of("kitchen").request("turn the kitchen light purple");

    assertThat(request.intent()).isEqualTo(Intent.SET_COLOR);
    assertThat(request.problems())
        .containsExactly(new Problem(Problem.Kind.UNSUPPORTED, "Kitchen light"));
  }

  @Test
  void aValueBeyondTheDevicesLimitsIsOutOfRange() {
    Request request = Room.of("living_room").request("set the thermostat to 55 degrees");

    assertThat(request.targets()).isEmpty();
    assertThat(request.problems()).containsExactly(new Problem(Problem.Kind.OUT_OF_RANGE, "55°C"));
  }

  @Test
  void aWordThatIsSlightlyWrongIsStillFoundWithLessConfidence() {
    List<Hypothesis> right = Room.of("bedroom").hears("turn off the bathroom light");
    List<Hypothesis> wrong = Room.of("bedroom").hears("turn off the bathrom light");

    assertThat(ids(wrong.getFirst().requests().getFirst())).containsExactly("light.bathroom");
    assertThat(wrong.getFirst().confidence()).isLessThan(right.getFirst().confidence());
  }

  @Test
  void aRobotIsMeantWhereverItStands() {
    Request request = Room.of("bedroom").request("vacuum the kitchen");

    assertThat(request.intent()).isEqualTo(Intent.CLEAN_AREA);
    assertThat(ids(request)).containsExactly("vacuum");
    assertThat(slot(request, "area")).isEqualTo("kitchen");
  }
}
