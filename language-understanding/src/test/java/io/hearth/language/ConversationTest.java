package io.hearth.language;

import static io.hearth.language.Room.ids;
import static io.hearth.language.Room.slot;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.speech.Dialogue.PendingQuestion;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

  private final Room room = Room.of("kitchen");

  @Test
  void itIsWhatWasSpokenAboutLast() {
    room.hears("turn on the bedside lamp");

    Request request = room.request("turn it off");

    assertThat(request.grounding()).isEqualTo(Grounding.REFERRED);
    assertThat(ids(request)).containsExactly("lamp.bedside");
  }

  @Test
  void anotherRoomTakesOverTheRequestAndTheSort() {
    room.hears("turn on the kitchen light");

    Request request = room.request("and the bedroom?");

    assertThat(request.intent()).isEqualTo(Intent.TURN_ON);
    assertThat(ids(request)).containsExactly("light.bedroom", "lamp.bedside");
  }

  @Test
  void aCorrectionReplacesTheThing() {
    room.hears("set the kitchen light to 30 percent");

    Request request = room.request("no, I meant the hallway light");

    assertThat(request.intent()).isEqualTo(Intent.SET_BRIGHTNESS);
    assertThat(ids(request)).containsExactly("light.hallway");
    assertThat(slot(request, "value")).isEqualTo(30L);
  }

  @Test
  void moreIsTheSameChangeAgain() {
    room.hears("make the hallway light a bit brighter");

    Request request = room.request("more");

    assertThat(ids(request)).containsExactly("light.hallway");
    assertThat(slot(request, "delta")).isEqualTo(10L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "yes please", "sure", "go ahead", "ok do it", "of course"})
  void yesIsTheRequestThatWasAskedAbout(String answer) {
    Hypothesis open = room.hears("open the garage door").getFirst();
    room.isAsked(new PendingQuestion.Whether("t1", Room.NOW, open));

    Hypothesis best = room.hears(answer).getFirst();

    assertThat(best.requests()).isEqualTo(open.requests());
    assertThat(best.parse()).contains("confirmed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "no thanks", "cancel", "never mind", "don't do that"})
  void noCancels(String answer) {
    Hypothesis open = room.hears("open the garage door").getFirst();
    room.isAsked(new PendingQuestion.Whether("t1", Room.NOW, open));

    assertThat(room.request(answer).intent()).isEqualTo(Intent.CANCEL);
  }

  @Test
  void aNewRequestNeedNotAnswer() {
    Hypothesis open = room.hears("open the garage door").getFirst();
    room.isAsked(new PendingQuestion.Whether("t1", Room.NOW, open));

    assertThat(ids(room.request("turn off the kitchen light"))).containsExactly("light.kitchen");
  }

  @ParameterizedTest
  @CsvSource({
    "the oven, oven.kitchen",
    "the second one, sensor.bedroom_temperature",
    "I meant the bedroom, sensor.bedroom_temperature",
    "the last one, thermostat.living_room",
    "living room please, thermostat.living_room"
  })
  void anAnswerChoosesBetweenTheCandidates(String answer, String device) {
    List<Hypothesis> all = room.hears("what is the temperature");
    room.isAsked(
        new PendingQuestion.Which(
            "t1",
            Room.NOW,
            List.of(
                of(all, "oven.kitchen"),
                of(all, "sensor.bedroom_temperature"),
                of(all, "thermostat.living_room"))));

    assertThat(ids(room.request(answer))).containsExactly(device);
  }

  @Test
  void bothAreTheRequestsOfAllCandidates() {
    List<Hypothesis> all = room.hears("what is the temperature");
    room.isAsked(
        new PendingQuestion.Which(
            "t1",
            Room.NOW,
            List.of(of(all, "oven.kitchen"), of(all, "sensor.bedroom_temperature"))));

    assertThat(room.requests("both"))
        .extracting(Room::ids)
        .containsExactly(List.of("oven.kitchen"), List.of("sensor.bedroom_temperature"));
  }

  private static Hypothesis of(List<Hypothesis> hypotheses, String device) {
    return hypotheses.stream()
        .filter(h -> ids(h.requests().getFirst()).equals(List.of(device)))
        .findFirst()
        .orElseThrow();
  }
}
