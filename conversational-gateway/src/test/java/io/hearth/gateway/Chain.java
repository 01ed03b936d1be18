package io.hearth.gateway;

import io.hearth.context.ContextEngine;
import io.hearth.language.Interpreter;
import io.hearth.model.FakeClock;
import io.hearth.model.decision.Decision;
import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.decision.Plan;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import io.hearth.rules.Reranker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole chain in a batch: real understanding, rules and policy on the demo home. */
final class Chain {

  private static final Interpreter INTERPRETER = Interpreter.english();
  private static final Reranker RERANKER = new Reranker();
  private static final DescribedHome DEMO = new HomeFiles(Catalogues.builtIn()).demo();

  private final BatchTurns batch =
      new BatchTurns(
          new ContextEngine(DEMO.home(), DEMO.states(), new FakeClock(DemoScene.MORNING)),
          new Turns(INTERPRETER::hypotheses, RERANKER::rerank, PolicyConfig.standard()));
  private final List<StateReport> reports = new ArrayList<>();
  private Instant now = DemoScene.MORNING;
  private String area = "kitchen";
  private int count;

  Chain in(String newArea) {
    area = newArea;
    return this;
  }

  Chain at(String time) {
    now = Instant.parse(time);
    return this;
  }

  /** A device says something some time before the next utterance. */
  Chain earlier(Duration ago, String device, Map<String, ?> raw) {
    Map<String, Value> values = new LinkedHashMap<>();
    raw.forEach((name, value) -> values.put(name, Value.ofRaw(value)));
    reports.add(
        new StateReport(
            new DeviceId(device), values, Source.REPORTED, now.minus(ago), Optional.empty()));
    return this;
  }

  TurnRecord say(String text) {
    return hear(Transcript.of(text));
  }

  TurnRecord hear(Transcript transcript) {
    now = now.plusSeconds(10);
    Utterance utterance =
        new Utterance(
            "u" + ++count,
            transcript,
            Optional.of(new AreaId(area)),
            Optional.empty(),
            Optional.empty(),
            now,
            Dialogue.fresh("d"));
    BatchTurns.Facts facts = new BatchTurns.Facts(reports, Map.of());
    reports.clear();
    return batch.take(utterance, facts, Optional.of("d"));
  }

  static List<ExpectedEffect> effects(TurnRecord turn) {
    return plan(turn).stream()
        .flatMap(plan -> plan.commands().stream())
        .flatMap(command -> command.effects().stream())
        .toList();
  }

  static Optional<Plan> plan(TurnRecord turn) {
    return switch (turn.decision()) {
      case Decision.Act(Plan plan) -> Optional.of(plan);
      case Decision.Answer(Plan plan) -> Optional.of(plan);
      case Decision.Confirm(Plan plan, String reason) -> Optional.of(plan);
      case Decision.Clarify clarify -> Optional.empty();
      case Decision.Decline decline -> Optional.empty();
    };
  }
}
