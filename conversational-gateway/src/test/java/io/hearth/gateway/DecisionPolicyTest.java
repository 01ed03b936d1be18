package io.hearth.gateway;

import static io.hearth.gateway.Readings.failing;
import static io.hearth.gateway.Readings.marked;
import static io.hearth.gateway.Readings.nothing;
import static io.hearth.gateway.Readings.reading;
import static io.hearth.gateway.Readings.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hearth.model.decision.Decision;
import io.hearth.model.device.RiskClass;
import io.hearth.model.speech.Dialogue.PendingQuestion;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DecisionPolicyTest {

  private final DemoScene scene = new DemoScene();
  private final Hypothesis kitchenOff = reading(0.6, request(Intent.TURN_OFF, "light.kitchen"));
  private final Hypothesis openGarage = reading(0.9, request(Intent.OPEN, "garage_door"));

  @Test
  void actsOnALightThatIsProbablyMeant() {
    // When
    Decision decision = scene.decision(kitchenOff, nothing(0.3));

    // Then
    assertThat(decision).isInstanceOf(Decision.Act.class);
  }

  @Test
  void asksWhichOfTwoNearEqualReadingsWithDifferentPlansIsMeant() {
    // When
    Decision decision =
        scene.decision(
            reading(0.45, request(Intent.TURN_OFF, "light.kitchen")),
            reading(0.4, request(Intent.TURN_OFF, "light.hallway")),
            nothing(0.15));

    // Then
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Clarify.class, clarify -> assertThat(clarify.candidates()).hasSize(2));
  }

  @Test
  void readingsThatComeToTheSameAreOneCandidate() {
    // When
    Decision decision =
        scene.decision(
            reading(0.4, request(Intent.TURN_OFF, "light.kitchen")),
            reading(
                0.4,
                request(
                    Intent.TURN_OFF,
                    Grounding.HERE,
                    Map.of("deviceType", "light"),
                    "light.kitchen")),
            nothing(0.2));

    // Then
    assertThat(decision).isInstanceOf(Decision.Act.class);
  }

  @Test
  void aDangerousActionAsksHoweverSureItIs() {
    // When
    Decision decision = scene.decision(reading(1, request(Intent.OPEN, "garage_door")));

    // Then
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Confirm.class, confirm -> assertThat(confirm.plan().commands()).hasSize(1));
  }

  @Test
  void aCompoundWithADangerousPartAsksForAllOfIt() {
    // When
    Decision decision =
        scene.decision(
            reading(
                1,
                request(Intent.TURN_OFF, "light.kitchen"),
                request(Intent.UNLOCK, "lock.front_door")));

    // Then
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Confirm.class, confirm -> assertThat(confirm.plan().commands()).hasSize(2));
  }

  @Test
  void theSafeOppositeActsAtOnce() {
    // Given
    scene.state("garage_door", Map.of("position", 100));

    // When
    Decision decision = scene.decision(reading(1, request(Intent.CLOSE, "garage_door")));

    // Then
    assertThat(decision).isInstanceOf(Decision.Act.class);
  }

  @Test
  void aYesToTheOpenQuestionActs() {
    // Given
    ask(new PendingQuestion.Whether("t1", DemoScene.MORNING, openGarage));

    // When
    Decision decision = scene.decision(marked(openGarage, DecisionPolicy.CONFIRMED));

    // Then
    assertThat(decision).isInstanceOf(Decision.Act.class);
  }

  @Test
  void aYesWithoutThatQuestionDoesNotAct() {
    // Given
    ask(
        new PendingQuestion.Whether(
            "t1", DemoScene.MORNING, reading(1, request(Intent.UNLOCK, "lock.front_door"))));

    // When
    Decision decision = scene.decision(marked(openGarage, DecisionPolicy.CONFIRMED));

    // Then
    assertThat(decision).isInstanceOf(Decision.Confirm.class);
  }

  @Test
  void aChoiceIsTakenWithoutAskingAgainUnlessItIsDangerous() {
    // Given
    ask(new PendingQuestion.Which("t1", DemoScene.MORNING, List.of(kitchenOff, openGarage)));

    // When
    Decision light = scene.decision(marked(kitchenOff, DecisionPolicy.CHOSEN), nothing(0.9));
    Decision door = scene.decision(marked(openGarage, DecisionPolicy.CHOSEN));

    // Then
    assertThat(light).isInstanceOf(Decision.Act.class);
    assertThat(door).isInstanceOf(Decision.Confirm.class);
  }

  @Test
  void declinesWhatIsNotForTheHome() {
    // When
    Decision decision =
        scene.decision(reading(0.4, request(Intent.TURN_OFF, "light.kitchen")), nothing(0.6));

    // Then
    assertThat(problems(decision)).containsExactly(Problem.Kind.OUT_OF_DOMAIN);
  }

  @Test
  void asksWhenItIsNearlyAsLikelyThatNothingWasAsked() {
    // When
    Decision decision =
        scene.decision(reading(0.52, request(Intent.TURN_OFF, "light.kitchen")), nothing(0.48));

    // Then
    assertThat(decision).isInstanceOf(Decision.Confirm.class);
  }

  @Test
  void declinesWithTheKindOfProblem() {
    // When
    Decision decision =
        scene.decision(
            reading(
                1, failing(request(Intent.TURN_ON), Problem.Kind.NO_SUCH_DEVICE, "disco ball")));

    // Then
    assertThat(problems(decision)).containsExactly(Problem.Kind.NO_SUCH_DEVICE);
  }

  @Test
  void amongNearEqualsThePossibleIsMeant() {
    // When
    Decision decision =
        scene.decision(
            reading(0.52, request(Intent.OPEN, "light.garage")),
            reading(0.48, request(Intent.OPEN, "garage_door")));

    // Then
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Confirm.class,
            confirm ->
                assertThat(confirm.plan().commands().getFirst().command().device().value())
                    .isEqualTo("garage_door"));
  }

  @Test
  void anUnreachableDoorIsToldAndNotTakenForTheLight() {
    // Given
    scene.offline("garage_door");

    // When
    Decision decision =
        scene.decision(
            reading(0.52, request(Intent.OPEN, "garage_door")),
            reading(0.48, request(Intent.TURN_ON, "light.garage")));

    // Then
    assertThat(problems(decision)).containsExactly(Problem.Kind.UNAVAILABLE);
  }

  @Test
  void doesThePossiblePartOfACompound() {
    // When
    Decision decision =
        scene.decision(
            reading(
                1,
                request(Intent.TURN_OFF, "light.kitchen"),
                request(Intent.OPEN, "light.garage")));

    // Then
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Act.class,
            act -> {
              assertThat(act.plan().commands()).hasSize(1);
              assertThat(act.plan().problems())
                  .containsExactly(new Problem(Problem.Kind.UNSUPPORTED, "Garage light"));
            });
  }

  @Test
  void answersAQuestionAtLowProbability() {
    // When
    Decision decision =
        scene.decision(
            reading(
                0.35,
                request(Intent.QUERY_STATE, Map.of("property", "temperature"), "oven.kitchen")),
            reading(
                0.15,
                request(
                    Intent.QUERY_STATE,
                    Map.of("property", "temperature"),
                    "sensor.kitchen_temperature")),
            reading(
                0.15,
                request(
                    Intent.QUERY_STATE,
                    Map.of("property", "temperature"),
                    "thermostat.living_room")));

    // Then
    assertThat(decision).isInstanceOf(Decision.Answer.class);
  }

  @Test
  void whatWasSaidIndirectlyAsksFirstAboveLowRisk() {
    // Given
    Hypothesis warmer =
        marked(
            reading(
                1,
                request(
                    Intent.ADJUST_TEMPERATURE,
                    Grounding.IMPLIED,
                    Map.of("delta", 1),
                    "thermostat.living_room")),
            DecisionPolicy.INDIRECT);
    Hypothesis light =
        marked(
            reading(1, request(Intent.TURN_ON, Grounding.IMPLIED, Map.of(), "light.garage")),
            DecisionPolicy.INDIRECT);

    // When
    Decision risky = scene.decision(warmer);
    Decision harmless = scene.decision(light);

    // Then
    assertThat(risky).isInstanceOf(Decision.Confirm.class);
    assertThat(harmless).isInstanceOf(Decision.Act.class);
  }

  @Test
  void aDeviceThatWasNotNamedMustBeMeantQuiteSurelyAboveLowRisk() {
    // Given
    Hypothesis coffee =
        reading(0.75, request(Intent.START, Grounding.IMPLIED, Map.of(), "coffee_maker.kitchen"));
    Hypothesis surer =
        reading(0.9, request(Intent.START, Grounding.IMPLIED, Map.of(), "coffee_maker.kitchen"));

    // When
    Decision unsure = scene.decision(coffee, nothing(0.25));
    Decision sure = scene.decision(surer, nothing(0.1));

    // Then
    assertThat(unsure).isInstanceOf(Decision.Confirm.class);
    assertThat(sure).isInstanceOf(Decision.Act.class);
  }

  @Test
  void aMediumRiskBelowItsThresholdAsks() {
    // When
    Decision decision =
        scene.decision(reading(0.65, request(Intent.START, "vacuum")), nothing(0.35));

    // Then
    assertThat(decision).isInstanceOf(Decision.Confirm.class);
  }

  @Test
  void whatTwoReadingsShareIsNoReasonToAskBetweenThem() {
    // Given
    Request blinds = request(Intent.CLOSE, "blinds.living_room");

    // When
    Decision decision =
        scene.decision(
            reading(
                0.62,
                request(Intent.SET_BRIGHTNESS, Map.of("value", 40), "lamp.living_room"),
                blinds),
            reading(
                0.35,
                request(
                    Intent.SET_BRIGHTNESS,
                    Map.of("value", 40),
                    "light.living_room",
                    "lamp.living_room"),
                blinds));

    // Then
    assertThat(decision).isInstanceOf(Decision.Act.class);
  }

  @Test
  void amongNearEqualsWhatIsNotYetSoIsMeant() {
    // When
    Decision decision =
        scene.decision(
            reading(0.55, request(Intent.TURN_ON, "light.kitchen")),
            reading(0.45, request(Intent.TURN_ON, "light.garage")));

    // Then
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Confirm.class,
            confirm ->
                assertThat(confirm.plan().commands().getFirst().command().device().value())
                    .isEqualTo("light.garage"));
  }

  @Test
  void doesNotAskBetweenWhatNothingTellsApart() {
    // When
    Decision decision =
        scene.decision(
            reading(0.5, request(Intent.ADJUST_VOLUME, Map.of("delta", 10), "speaker.kitchen")),
            reading(0.5, request(Intent.ADJUST_VOLUME, Map.of("delta", 12), "speaker.kitchen")));

    // Then
    assertThat(decision).isInstanceOf(Decision.Act.class);
  }

  @Test
  void everyRiskClassNeedsLimits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new PolicyConfig(Map.of(RiskClass.LOW, new PolicyConfig.Limits(0.5, 0.1)), 0.2, 0.8))
        .withMessageContaining("limits of risk class");
  }

  private void ask(PendingQuestion question) {
    scene.memory = scene.memory.with(scene.memory.dialogue().asking(question));
  }

  private static List<Problem.Kind> problems(Decision decision) {
    return decision instanceof Decision.Decline(List<Problem> problems)
        ? problems.stream().map(Problem::kind).toList()
        : List.of();
  }
}
