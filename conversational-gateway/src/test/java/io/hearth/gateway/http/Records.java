package io.hearth.gateway.http;

import io.hearth.model.decision.Decision;
import io.hearth.model.decision.Evidence;
import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.decision.Plan;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.decision.Ranked;
import io.hearth.model.decision.Ranking;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.RiskClass;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes turns and their parts in a line each. */
final class Records {

  static final Instant NOW = Instant.parse("2026-01-20T07:05:00Z");

  private Records() {}

  static Request request(Intent intent, Map<String, Object> slots, String... targets) {
    Map<String, Value> values = new LinkedHashMap<>();
    slots.forEach((name, raw) -> values.put(name, Value.ofRaw(raw)));
    return new Request(
        intent,
        values,
        Stream.of(targets).map(DeviceId::new).toList(),
        targets.length == 0 ? Grounding.NONE : Grounding.NAMED,
        Optional.empty(),
        List.of());
  }

  static Hypothesis hypothesis(String heard, double confidence, Request... requests) {
    return new Hypothesis(heard, confidence, List.of(requests), List.of());
  }

  /** Hypotheses with their probabilities, in the order given; each with one piece of evidence. */
  static Ranking ranking(Hypothesis... hypotheses) {
    List<Ranked> entries = new ArrayList<>();
    for (int i = 0; i < hypotheses.length; i++) {
      Evidence evidence = new Evidence("rule", "reason for " + i, 2.0 - i * 0.3, i);
      entries.add(new Ranked(i, hypotheses[i], hypotheses[i].confidence(), List.of(evidence)));
    }
    return new Ranking(entries);
  }

  static PlannedCommand planned(Command command, String property, Object value) {
    return new PlannedCommand(
        command,
        List.of(new ExpectedEffect(command.device(), property, Value.ofRaw(value))),
        List.of());
  }

  static Plan plan(Hypothesis hypothesis, PlannedCommand... commands) {
    return new Plan(hypothesis, List.of(commands), List.of(), List.of(), RiskClass.LOW, false);
  }

  static TurnRecord turn(String id, String text, Ranking ranking, Decision decision, String reply) {
    return turn(id, text, ranking, decision, List.of(), reply, "because the test says so");
  }

  static TurnRecord turn(
      String id,
      String text,
      Ranking ranking,
      Decision decision,
      List<CommandOutcome> outcomes,
      String reply,
      String why) {
    Utterance utterance =
        new Utterance(
            id,
            Transcript.of(text),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            NOW,
            Dialogue.fresh("d1"));
    return new TurnRecord(
        utterance,
        ranking,
        decision,
        outcomes,
        reply,
        why,
        Duration.ofMillis(12),
        Optional.empty());
  }

  /** A turn that found nothing for the home in what was said. */
  static TurnRecord declined(String id, String text) {
    Hypothesis nothing = hypothesis(text, 1, request(Intent.OUT_OF_DOMAIN, Map.of()));
    Problem problem = new Problem(Problem.Kind.OUT_OF_DOMAIN, text);
    return turn(
        id, text, ranking(nothing), new Decision.Decline(List.of(problem)), "That is not for me.");
  }
}
