package io.hearth.language;

import static io.hearth.language.Room.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Transcript.Alternative;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtTest {

  private final Room room = Room.of("bedroom");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "turn off the lights",
        "could you please turn the lights off now",
        "hey, um, turn turn off the the lights",
        "I want you to turn off the lights please"
      })
  void aPlainOrPoliteRequestIsHardlyDoubted(String text) {
    List<Hypothesis> hypotheses = room.hears(text);

    assertThat(hypotheses.getFirst().intent()).isEqualTo(Intent.TURN_OFF);
    assertThat(Room.doubt(hypotheses)).isLessThan(0.1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I switched off during the lecture",
        "she turned the lights off yesterday",
        "how do I turn on a lamp in this video game",
        "the film was brilliant and we laughed a lot",
        "my brother told me to turn off the oven",
        "what is the capital of Peru"
      })
  void talkIsNotForTheHome(String text) {
    List<Hypothesis> hypotheses = room.hears(text);

    assertThat(hypotheses.getFirst().isOutOfDomain()).isTrue();
    assertThat(Room.doubt(hypotheses)).isGreaterThan(0.6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "don't turn off the light",
        "please do not turn off the bedroom light",
        "never open the garage door"
      })
  void arefusalIsNoRequest(String text) {
    List<Hypothesis> hypotheses = room.hears(text);

    assertThat(hypotheses.getFirst().intent()).isEqualTo(Intent.CANCEL);
    assertThat(hypotheses).noneMatch(h -> !ids(h.requests().getFirst()).isEmpty());
  }

  @Test
  void disablingIsTurningOff() {
    assertThat(room.request("disable the bedroom light").intent()).isEqualTo(Intent.TURN_OFF);
  }

  @Test
  void aHintIsLessSureThanARequest() {
    Hypothesis hint = room.hears("it's too dark in here").getFirst();

    assertThat(hint.intent()).isEqualTo(Intent.TURN_ON);
    assertThat(hint.confidence()).isLessThan(0.6);
  }

  @Test
  void whatCannotBeDoneGivesWayToWhatCan() {
    List<Hypothesis> hypotheses =
        Room.of("kitchen")
            .hears(
                new Transcript(
                    List.of(
                        new Alternative("open the garage lights", 0.52),
                        new Alternative("open the garage door", 0.48))));

    assertThat(ids(hypotheses.getFirst().requests().getFirst())).containsExactly("garage_door");
    assertThat(hypotheses)
        .anySatisfy(h ->
            assertThat(h.requests().getFirst().problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.UNSUPPORTED));
  }

  @Test
  void equalReadingsOfSeveralAlternativesAreOneAndLikelier() {
    double alone =
        room.hears(
                new Transcript(
                    List.of(
                        new Alternative("turn on the tv at", 0.5),
                        new Alternative("purple monkey", 0.5))))
            .getFirst()
            .confidence();
    double together =
        room.hears(
                new Transcript(
                    List.of(
                        new Alternative("turn on the tv at", 0.5),
                        new Alternative("turn on the tv uh eight", 0.5))))
            .getFirst()
            .confidence();

    assertThat(together).isGreaterThan(alone);
  }

  @Test
  void eachHypothesisTellsHowItWasUnderstood() {
    Hypothesis best = room.hears("turn off the bedside lamp").getFirst();

    assertThat(best.parse().getFirst()).startsWith("TurnOff: ");
    assertThat(best.parse()).contains("target: the bedside lamp");
    assertThat(best.heard()).isEqualTo("turn off the bedside lamp");
  }
}
