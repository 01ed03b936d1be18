package io.hearth.gateway.http;

import static io.hearth.gateway.http.Records.hypothesis;
import static io.hearth.gateway.http.Records.plan;
import static io.hearth.gateway.http.Records.planned;
import static io.hearth.gateway.http.Records.ranking;
import static io.hearth.gateway.http.Records.request;
import static io.hearth.gateway.http.Records.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.decision.Answer;
import io.hearth.model.decision.Decision;
import io.hearth.model.decision.Plan;
import io.hearth.model.decision.Ranking;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.RiskClass;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TurnDocumentTest {

  private static final DeviceId HALL = new DeviceId("light.hallway");

  private final DemoHome home = new DemoHome();
  private final Hypothesis oven =
      hypothesis(
          "what is the temperature",
          0.93,
          request(Intent.QUERY_STATE, Map.of("property", "temperature"), "oven.kitchen"));
  private final Hypothesis sensor =
      hypothesis(
          "what is the temperature",
          0.05,
          request(
              Intent.QUERY_STATE, Map.of("property", "temperature"), "sensor.kitchen_temperature"));
  private final Hypothesis nothing =
      hypothesis("what is the temperature", 0.02, request(Intent.OUT_OF_DOMAIN, Map.of()));

  @Test
  void writesAnAnswerInTheFormOfTheContract() {
    // Given
    Answer answer =
        new Answer(
            Optional.of(Value.of(180)),
            Unit.CELSIUS,
            List.of(new DeviceId("oven.kitchen")),
            "The oven is at 180 degrees.");
    Plan plan = new Plan(oven, List.of(), List.of(answer), List.of(), RiskClass.NONE, false);
    TurnRecord turn =
        turn(
            "1",
            "what is the temperature",
            ranking(oven, sensor, nothing),
            new Decision.Answer(plan),
            "The oven is at 180 degrees.");

    // When
    String json = json(turn);

    // Then
    assertThat(json)
        .isEqualTo(
            """
            {"id":"1","decision":"answer","intent":"QueryState","intents":["QueryState"],\
            "score":0.93,"slots":{"property":"temperature"},"targets":["oven.kitchen"],\
            "commands":[],"effects":[],"schedule":null,"answer":{"value":180,"unit":"°C"},\
            "reply":"The oven is at 180 degrees.","alternatives":[\
            {"intent":"QueryState","targets":["sensor.kitchen_temperature"],"score":0.05,\
            "label":"Kitchen temperature","candidate":false},\
            {"intent":"OutOfDomain","targets":[],"score":0.02,"label":"Nothing for the home","candidate":false}],\
            "evidence":[\
            {"source":"rule","name":"reason for 0","weight":2,"hypothesis":0},\
            {"source":"rule","name":"reason for 1","weight":1.7,"hypothesis":1},\
            {"source":"rule","name":"reason for 2","weight":1.4,"hypothesis":2}],\
            "problem":null,"problems":[],"heard":"what is the temperature",\
            "why":"because the test says so","outcomes":[],"at":"2026-01-20T07:05:00Z",\
            "dialogue":"d1"}\
            """);
  }

  @Test
  void writesCommandsEffectsAndOutcomesOfAnAct() {
    // Given
    Command command = new Command(HALL, "setBrightness", Map.of("brightness", Value.of(40)));
    Hypothesis dim =
        hypothesis("dim", 1, request(Intent.SET_BRIGHTNESS, Map.of("value", 40), HALL.value()));
    TurnRecord turn =
        turn(
            "2",
            "dim",
            ranking(dim),
            new Decision.Act(plan(dim, planned(command, "brightness", 40))),
            List.of(
                new CommandOutcome.Acknowledged(command, Duration.ofMillis(31)),
                new CommandOutcome.Rejected(command, "obstructed")),
            "Done.",
            "");

    // When
    String json = json(turn);

    // Then
    assertThat(json)
        .contains(
            "\"commands\":[{\"device\":\"light.hallway\",\"action\":\"setBrightness\","
                + "\"args\":{\"brightness\":40}}]",
            "\"effects\":[{\"device\":\"light.hallway\",\"property\":\"brightness\",\"value\":40}]",
            "\"outcome\":\"acknowledged\",\"reason\":null,\"afterMillis\":31",
            "\"outcome\":\"rejected\",\"reason\":\"obstructed\",\"afterMillis\":null");
  }

  @Test
  void namesTheCandidatesOfAClarificationAndNothingElseAndHasNoCommands() {
    // Given
    Ranking ranking = ranking(oven, nothing, sensor);
    Decision ask =
        new Decision.Clarify(List.of(ranking.entries().get(0), ranking.entries().get(2)));

    // When
    Map<String, ?> document =
        TurnDocument.of(turn("3", "temperature", ranking, ask, "Which?"), home.home());

    // Then
    assertThat(document.get("alternatives"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
        .extracting(alternative -> alternative.get("label") + " " + alternative.get("candidate"))
        .containsExactly("Oven true", "Kitchen temperature true");
    assertThat(document.get("commands")).isEqualTo(List.of());
    assertThat(document.get("intent")).isEqualTo("QueryState");
    assertThat(json(turn("3", "temperature", ranking, ask, "Which?")))
        .contains("\"name\":\"reason for 2\",\"weight\":1.4,\"hypothesis\":2");
  }

  @Test
  void numbersEvidenceByTheAlternativesAndLeavesOutTheRest() {
    // Given
    Hypothesis[] many =
        IntStream.range(0, 9)
            .mapToObj(
                i -> hypothesis("x" + i, 1.0 / 9, request(Intent.TURN_ON, Map.of(), HALL.value())))
            .toArray(Hypothesis[]::new);
    Hypothesis second = many[1];

    // When
    Map<String, ?> document =
        TurnDocument.of(
            turn("4", "x", ranking(many), new Decision.Act(plan(second)), "Done."), home.home());

    // Then
    assertThat(document.get("alternatives")).asInstanceOf(list()).hasSize(5);
    assertThat(document.get("heard")).isEqualTo("x1");
    assertThat(document.get("evidence"))
        .asInstanceOf(list())
        .extracting(evidence -> evidence.get("name") + " of " + evidence.get("hypothesis"))
        .containsExactly(
            "reason for 0 of 1",
            "reason for 1 of 0",
            "reason for 2 of 2",
            "reason for 3 of 3",
            "reason for 4 of 4",
            "reason for 5 of 5");
  }

  @Test
  void carriesWhatAYesWillDo() {
    // Given
    Command open = Command.of(new DeviceId("garage_door"), "open");
    Hypothesis door = hypothesis("open it", 1, request(Intent.OPEN, Map.of(), "garage_door"));
    Decision confirm =
        new Decision.Confirm(plan(door, planned(open, "position", 100)), "It is a garage door.");

    // When
    Map<String, ?> document =
        TurnDocument.of(turn("5", "open it", ranking(door), confirm, "Shall I?"), home.home());

    // Then
    assertThat(document.get("decision")).isEqualTo("confirm");
    assertThat(document.get("commands")).asInstanceOf(list()).hasSize(1);
    assertThat(document.get("effects")).asInstanceOf(list()).hasSize(1);
  }

  @Test
  void tellsTheFirstProblemAndAllOfThem() {
    // Given
    Decision decline =
        new Decision.Decline(
            List.of(
                new Problem(Problem.Kind.NO_SUCH_DEVICE, "toaster"),
                new Problem(Problem.Kind.UNAVAILABLE, "the lamp")));

    // When
    String json = json(turn("6", "x", ranking(nothing), decline, "No."));

    // Then
    assertThat(json)
        .contains(
            "\"problem\":{\"kind\":\"no_such_device\",\"what\":\"toaster\"}",
            "\"problems\":[{\"kind\":\"no_such_device\",\"what\":\"toaster\"},"
                + "{\"kind\":\"unavailable\",\"what\":\"the lamp\"}]");
  }

  @Test
  void writesEveryKindOfSchedule() {
    assertThat(schedule(new Schedule.After(Duration.ofMinutes(10), Optional.empty())))
        .isEqualTo(Map.of("after", "PT10M"));
    assertThat(schedule(new Schedule.NowFor(Duration.ofHours(1)))).isEqualTo(Map.of("for", "PT1H"));
    assertThat(schedule(new Schedule.Every("FREQ=DAILY;BYHOUR=7", Optional.empty())))
        .isEqualTo(Map.of("every", "FREQ=DAILY;BYHOUR=7"));
    assertThat(
            schedule(
                new Schedule.At(
                    ZonedDateTime.parse("2026-01-20T19:00:00+01:00[Europe/Stockholm]"),
                    Optional.of(Duration.ofMinutes(30)))))
        .isEqualTo(Map.of("at", "2026-01-20T19:00:00+01:00", "for", "PT30M"));
  }

  @Test
  void namesWhatIsTouchedWhenNoDeviceWasSaid() {
    // Given
    Hypothesis undo = hypothesis("undo that", 1, request(Intent.UNDO, Map.of()));
    Decision act = new Decision.Act(plan(undo, planned(Command.of(HALL, "turnOff"), "on", false)));

    // When
    Map<String, ?> document =
        TurnDocument.of(turn("7", "undo that", ranking(undo), act, "Undone."), home.home());

    // Then
    assertThat(document.get("targets")).isEqualTo(List.of("light.hallway"));
  }

  private Object schedule(Schedule schedule) {
    Request later =
        new Request(
            Intent.TURN_ON,
            Map.of(),
            List.of(HALL),
            Grounding.NAMED,
            Optional.of(schedule),
            List.of());
    Hypothesis hypothesis = hypothesis("later", 1, later);
    return TurnDocument.of(
            turn("8", "later", ranking(hypothesis), new Decision.Act(plan(hypothesis)), "Later."),
            home.home())
        .get("schedule");
  }

  private String json(TurnRecord turn) {
    return JsonMapper.shared().writeValueAsString(TurnDocument.of(turn, home.home()));
  }

  @SuppressWarnings("rawtypes")
  private static org.assertj.core.api.InstanceOfAssertFactory<
          List, org.assertj.core.api.ListAssert<Map>>
      list() {
    return org.assertj.core.api.InstanceOfAssertFactories.list(Map.class);
  }
}
