package io.hearth.gateway.http;

import static io.hearth.gateway.http.Records.hypothesis;
import static io.hearth.gateway.http.Records.plan;
import static io.hearth.gateway.http.Records.planned;
import static io.hearth.gateway.http.Records.request;
import static io.hearth.gateway.http.Records.turn;

import io.hearth.model.HomeEvent;
import io.hearth.model.decision.Answer;
import io.hearth.model.decision.Decision;
import io.hearth.model.decision.Evidence;
import io.hearth.model.decision.Plan;
import io.hearth.model.decision.Ranked;
import io.hearth.model.decision.Ranking;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.RiskClass;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A few turns by script, each with what the real ones have: rivals, evidence, live changes. */
final class DemoTurns implements Function<Said, TurnRecord> {

  private static final DeviceId DOOR = new DeviceId("garage_door");
  private static final DeviceId LIGHT = new DeviceId("light.kitchen");

  private final DemoHome home;
  private final Runnable travel;
  private final AtomicInteger numbers = new AtomicInteger();

  /**
   * @param travel waits while the garage door moves a tenth of its way
   */
  DemoTurns(DemoHome home, Runnable travel) {
    this.home = home;
    this.travel = travel;
  }

  @Override
  public TurnRecord apply(Said said) {
    String id = "turn-" + numbers.incrementAndGet();
    String text = said.transcript().best().text();
    TurnRecord turn =
        switch (text.toLowerCase(Locale.ROOT).replaceAll("[?.!]", "")) {
          case "what is the temperature" -> temperature(id, text);
          case "dim the kitchen light" -> dim(id, text);
          case "open the garage door" -> mayIOpen(id, text);
          case "yes" -> open(id, text);
          case "turn off the light" -> which(id, text);
          default -> Records.declined(id, text);
        };
    home.events.publish(new HomeEvent.TurnTaken(home.home().id(), turn, Instant.now()));
    return turn;
  }

  private TurnRecord temperature(String id, String text) {
    Hypothesis oven = asks(text, 0.84, "oven.kitchen");
    Ranking ranking =
        ranked(
            oven,
            asks(text, 0.11, "sensor.kitchen_temperature"),
            asks(text, 0.04, "thermostat.living_room"),
            hypothesis(text, 0.01, request(Intent.OUT_OF_DOMAIN, Map.of())));
    Answer answer = new Answer(Optional.of(Value.of(180)), Unit.CELSIUS, List.of(), "180 degrees");
    Plan plan = new Plan(oven, List.of(), List.of(answer), List.of(), RiskClass.NONE, false);
    return turn(
        id,
        text,
        ranking,
        new Decision.Answer(plan),
        List.of(),
        "The oven is at 180 degrees.",
        "I took it for the oven because it is on and you are in the kitchen.");
  }

  private TurnRecord dim(String id, String text) {
    Command command = new Command(LIGHT, "setBrightness", Map.of("brightness", Value.of(20)));
    Hypothesis dim =
        hypothesis(text, 0.97, request(Intent.SET_BRIGHTNESS, Map.of("value", 20), LIGHT.value()));
    home.report(LIGHT.value(), Map.of("brightness", 20));
    return turn(
        id,
        text,
        ranked(dim, hypothesis(text, 0.03, request(Intent.OUT_OF_DOMAIN, Map.of()))),
        new Decision.Act(plan(dim, planned(command, "brightness", 20))),
        List.of(new CommandOutcome.Acknowledged(command, Duration.ofMillis(24))),
        "The kitchen light is at 20 percent.",
        "");
  }

  private TurnRecord mayIOpen(String id, String text) {
    Hypothesis door = hypothesis(text, 0.95, request(Intent.OPEN, Map.of(), DOOR.value()));
    Command command = Command.of(DOOR, "open");
    return turn(
        id,
        text,
        ranked(door, hypothesis(text, 0.05, request(Intent.OUT_OF_DOMAIN, Map.of()))),
        new Decision.Confirm(
            plan(door, planned(command, "position", 100)),
            "A garage door is never opened unasked."),
        List.of(),
        "Shall I open the garage door?",
        "A garage door is never opened unasked.");
  }

  private TurnRecord open(String id, String text) {
    Hypothesis door = hypothesis(text, 1, request(Intent.OPEN, Map.of(), DOOR.value()));
    Command command = Command.of(DOOR, "open");
    home.report(DOOR.value(), Map.of("moving", "opening"));
    home.events.publish(
        new HomeEvent.TurnProgressed(
            home.home().id(), id, "The garage door is opening.", Instant.now()));
    for (int position = 10; position <= 100; position += 10) {
      travel.run();
      home.report(DOOR.value(), Map.of("position", position));
    }
    home.report(DOOR.value(), Map.of("moving", "stopped"));
    return turn(
        id,
        text,
        ranked(door),
        new Decision.Act(plan(door, planned(command, "position", 100))),
        List.of(new CommandOutcome.Acknowledged(command, Duration.ofMillis(40))),
        "The garage door is open.",
        "You said yes.");
  }

  private TurnRecord which(String id, String text) {
    Ranking ranking =
        ranked(
            hypothesis(text, 0.48, request(Intent.TURN_OFF, Map.of(), LIGHT.value())),
            hypothesis(text, 0.44, request(Intent.TURN_OFF, Map.of(), "light.hallway")),
            hypothesis(text, 0.08, request(Intent.OUT_OF_DOMAIN, Map.of())));
    return turn(
        id,
        text,
        ranking,
        new Decision.Clarify(ranking.entries().subList(0, 2)),
        "The kitchen light or the hallway light?");
  }

  private static Hypothesis asks(String text, double probability, String device) {
    return hypothesis(
        text, probability, request(Intent.QUERY_STATE, Map.of("property", "temperature"), device));
  }

  private static Ranking ranked(Hypothesis... hypotheses) {
    List<List<Evidence>> reasons =
        List.of(
            List.of(
                new Evidence("rule", "What is on or moving is what people talk about", 1.4, 0),
                new Evidence("rule", "It is in the room where this was said", 0.9, 0),
                new Evidence("feature", "It was not spoken about lately", -0.3, 0)),
            List.of(new Evidence("rule", "A sensor tells about its room", 0.6, 1)),
            List.of(new Evidence("rule", "It is in another room", -0.8, 2)),
            List.of(new Evidence("feature", "The sentence is made for the home", -2.1, 3)));
    return new Ranking(
        java.util.stream.IntStream.range(0, hypotheses.length)
            .mapToObj(i -> new Ranked(i, hypotheses[i], hypotheses[i].confidence(), reasons.get(i)))
            .toList());
  }
}
