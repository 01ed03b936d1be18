package io.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.language.Interpreter;
import io.hearth.model.decision.Evidence;
import io.hearth.model.decision.Ranked;
import io.hearth.model.device.DeviceId;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Transcript.Alternative;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.ContextSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scenes of {@link ScenesTest} again, in the words that people say. */
class SpokenScenesTest {

  private static final Interpreter INTERPRETER = Interpreter.english();
  private static final Reranker RERANKER = new Reranker();

  @Test
  void theTemperatureIsTheOvensWhileItIsOn() {
    // When
    Ranked best = best("what is the temperature", in("kitchen").with("oven.kitchen", "on", true));

    // Then
    assertClear(best, "oven.kitchen");
    assertThat(reasons(best)).contains("the oven is on");
  }

  @Test
  void theTemperatureIsTheRoomsWhileTheOvenIsOff() {
    assertClear(best("what is the temperature", in("kitchen")), "sensor.kitchen_temperature");
  }

  @Test
  void theTemperatureInTheBedroomIsTheBedrooms() {
    // When
    Ranked best = best("what is the temperature", in("bedroom").with("oven.kitchen", "on", true));

    // Then
    assertClear(best, "sensor.bedroom_temperature");
  }

  @Test
  void theFilmIsShownInTheLivingRoomAndToldInTheKitchen() {
    // When
    Ranked shown = best("play hunger games", in("living_room"));
    Ranked told = best("play hunger games", in("kitchen"));

    // Then
    assertThat(targets(shown)).containsExactly("tv.living_room");
    assertThat(request(shown).word("mediaType")).contains("movie");
    assertThat(shown.probability()).isGreaterThan(.7);
    assertThat(targets(told)).containsExactly("speaker.kitchen");
    assertThat(request(told).word("mediaType")).contains("audiobook");
    assertThat(told.probability()).isGreaterThan(.55);
  }

  @Test
  void brewingIsCoffeeAfterTheAlarmAndTeaAfterTheKettle() {
    // Given
    Scene morning =
        in("kitchen")
            .time("07:05")
            .changed("alarm.bedroom", "ringing", false, Duration.ofMinutes(5));
    Scene afternoon =
        in("kitchen")
            .time("15:30")
            .changed("kettle.kitchen", "operation", "idle", Duration.ofMinutes(4));

    // When
    Ranked coffee = best("start brewing", morning);
    Ranked tea = best("start brewing", afternoon);

    // Then
    assertClear(coffee, "coffee_maker.kitchen");
    assertThat(reasons(coffee)).contains("the alarm rang 5 minutes ago");
    assertThat(targets(tea)).containsExactly("kettle.kitchen");
    assertThat(reasons(tea)).contains("the kettle was just used");
  }

  @Test
  void theGarageDoorIsOpenedBecauseLightsDoNotOpen() {
    // When
    Ranked best =
        best(
            new Transcript(
                List.of(
                    new Alternative("open the garage lights", .52),
                    new Alternative("open the garage door", .48))),
            in("hallway").now());

    // Then
    assertClear(best, "garage_door");
    assertThat(request(best).intent()).isEqualTo(Intent.OPEN);
    assertThat(reasons(best)).contains("the garage door can do that");
  }

  @Test
  void theLightsAreTheRoomsUnlessAllAreSaid() {
    // When
    Ranked room = best("turn off the lights", in("bedroom"));
    Ranked home = best("turn off all the lights", in("bedroom"));

    // Then
    assertClear(room, "light.bedroom", "lamp.bedside");
    assertThat(targets(home)).contains("light.kitchen", "light.bathroom");
  }

  @Test
  void chatterStaysChatter() {
    // When
    Ranked best = best("I switched off during the meeting", in("kitchen"));

    // Then
    assertThat(best.hypothesis().isOutOfDomain()).isTrue();
  }

  private static Scene in(String area) {
    return Scene.ofDemoHome().in(area);
  }

  private static void assertClear(Ranked best, String... devices) {
    assertThat(targets(best)).containsExactly(devices);
    assertThat(best.probability()).isGreaterThan(.8);
  }

  private static Ranked best(String text, Scene scene) {
    return best(Transcript.of(text), scene.now());
  }

  private static Ranked best(Transcript heard, ContextSnapshot now) {
    Utterance utterance =
        new Utterance(
            "u",
            heard,
            now.speakerArea(),
            Optional.empty(),
            now.speaker(),
            now.at(),
            Dialogue.fresh("d"));
    return RERANKER.rerank(INTERPRETER.hypotheses(utterance, now), now).best();
  }

  private static Request request(Ranked ranked) {
    return ranked.hypothesis().requests().getFirst();
  }

  private static List<String> targets(Ranked ranked) {
    return request(ranked).targets().stream().map(DeviceId::value).toList();
  }

  private static List<String> reasons(Ranked ranked) {
    return ranked.evidence().stream().map(Evidence::name).toList();
  }
}
