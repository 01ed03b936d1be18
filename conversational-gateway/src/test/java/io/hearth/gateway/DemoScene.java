package io.hearth.gateway;

import io.hearth.context.ContextEngine;
import io.hearth.model.FakeClock;
import io.hearth.model.decision.Decision;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.Availability;
import io.hearth.model.state.ContextSnapshot;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo home on a Monday morning, somebody in the kitchen. */
final class DemoScene {

  static final Instant MORNING = Instant.parse("2026-03-02T07:30:00Z");

  final FakeClock clock = new FakeClock(MORNING);
  final Phrases phrases = Phrases.english();
  final Planner planner = new Planner(phrases);
  final ContextEngine engine;
  Memory memory = Memory.fresh("kitchen");

  DemoScene() {
    this(new HomeFiles(Catalogues.builtIn()).demo());
  }

  private DemoScene(DescribedHome described) {
    engine = new ContextEngine(described.home(), described.states(), clock);
  }

  /** The demo home with one more device, as a home file would have it. */
  static DemoScene with(String yaml) {
    String demo =
        """
        home: {id: small, name: Small home, timezone: Europe/Stockholm, latitude: 59, longitude: 18}
        areas: [{id: kitchen, name: Kitchen}]
        devices:
        """;
    return new DemoScene(
        new HomeFiles(Catalogues.builtIn()).read(demo + yaml.indent(2), "small.yaml"));
  }

  DemoScene state(String device, Map<String, ?> raw) {
    Map<String, Value> values = new LinkedHashMap<>();
    raw.forEach((name, value) -> values.put(name, Value.ofRaw(value)));
    engine.apply(
        new StateReport(
            new DeviceId(device), values, Source.REPORTED, clock.instant(), Optional.empty()));
    return this;
  }

  DemoScene offline(String device) {
    engine.availability(new DeviceId(device), Availability.OFFLINE, clock.instant());
    return this;
  }

  Device device(String id) {
    return engine.home().device(new DeviceId(id)).orElseThrow();
  }

  ContextSnapshot moment() {
    return engine.snapshot(utterance("x"));
  }

  Utterance utterance(String id) {
    return utterance(id, "kitchen");
  }

  Utterance utterance(String id, String area) {
    return new Utterance(
        id,
        Transcript.of("said"),
        Optional.of(new AreaId(area)),
        Optional.empty(),
        Optional.empty(),
        clock.instant(),
        Dialogue.fresh("kitchen"));
  }

  Draft draft(Request... requests) {
    return planner.draft(Readings.reading(1, requests), moment(), memory);
  }

  Verdict verdict(Hypothesis... hypotheses) {
    DecisionPolicy policy = new DecisionPolicy(PolicyConfig.standard(), planner, phrases);
    return policy.decide(Readings.ranked(List.of(hypotheses)), moment(), memory);
  }

  Decision decision(Hypothesis... hypotheses) {
    return verdict(hypotheses).decision();
  }

  /** What is said to a request that succeeds. */
  String reply(Request... requests) {
    Verdict verdict = verdict(Readings.reading(1, requests));
    List<Carried> carried =
        verdict.decision() instanceof Decision.Act
            ? new AssumingRunner(effects -> {}).start(verdict.draft(), moment(), "t").finish()
            : List.of();
    return new Replies(phrases).reply(verdict, Run.NOTHING, carried, moment());
  }
}
