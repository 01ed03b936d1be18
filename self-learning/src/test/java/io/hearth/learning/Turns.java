package io.hearth.learning;

import io.hearth.model.decision.Decision;
import io.hearth.model.decision.Evidence;
import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.decision.Plan;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.decision.Ranked;
import io.hearth.model.decision.Ranking;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.PersonId;
import io.hearth.model.device.RiskClass;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns to write down. */
final class Turns {

  static final Instant START = Instant.parse("2026-03-01T08:00:00.123Z");
  static final String HEARD = "set the reading nook to forty";

  private static final DeviceId LAMP = new DeviceId("lamp");

  private Turns() {}

  static Utterance utterance(String id) {
    return utterance(id, START);
  }

  static Utterance utterance(String id, Instant at) {
    return new Utterance(
        id,
        new Transcript(
            List.of(
                new Transcript.Alternative(HEARD, 0.8),
                new Transcript.Alternative("set the reading book to forty", 0.2))),
        Optional.of(new AreaId("hall")),
        Optional.empty(),
        Optional.of(new PersonId("ann")),
        at,
        Dialogue.fresh("d1"));
  }

  static TurnRecord acted(Utterance utterance) {
    Hypothesis hypothesis = hypothesis();
    Command command = new Command(LAMP, "setBrightness", Map.of("brightness", Value.of(40)));
    Plan plan =
        new Plan(
            hypothesis,
            List.of(
                new PlannedCommand(
                    command,
                    List.of(new ExpectedEffect(LAMP, "brightness", Value.of(40))),
                    List.of())),
            List.of(),
            List.of(),
            RiskClass.LOW,
            false);
    return new TurnRecord(
        utterance,
        new Ranking(
            List.of(
                new Ranked(
                    1,
                    hypothesis,
                    0.9,
                    List.of(new Evidence("rule", "the lamp is here", 1.2, 1))))),
        new Decision.Act(plan),
        List.of(new CommandOutcome.Acknowledged(command, Duration.ofMillis(12))),
        "The lamp is at 40 percent.",
        "Because the lamp is where you are.",
        Duration.ofMillis(35),
        Optional.of("t0"));
  }

  static TurnRecord declined(Utterance utterance) {
    return new TurnRecord(
        utterance,
        new Ranking(List.of(new Ranked(0, hypothesis(), 1, List.of()))),
        new Decision.Decline(List.of(new Problem(Problem.Kind.NO_SUCH_DEVICE, "nook"))),
        List.of(),
        "I know no nook.",
        "Because there is none.",
        Duration.ofMillis(3),
        Optional.empty());
  }

  private static Hypothesis hypothesis() {
    Request request =
        new Request(
            Intent.SET_BRIGHTNESS,
            Map.of("value", Value.of(40)),
            List.of(LAMP),
            Grounding.HERE,
            Optional.of(new Schedule.After(Duration.ofMinutes(5), Optional.empty())),
            List.of());
    return new Hypothesis(HEARD, 0.6, List.of(request), List.of("set {device} to {value}"));
  }
}
