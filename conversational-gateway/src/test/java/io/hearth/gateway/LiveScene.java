package io.hearth.gateway;

import io.hearth.context.ContextEngine;
import io.hearth.model.FakeClock;
import io.hearth.model.HomeEvent;
import io.hearth.model.RecordedEvents;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Home;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The demo home with live events, its devices played by the test and of little patience. */
final class LiveScene implements AutoCloseable {

  private static final double SETTLE_SECONDS = 1.2;

  final FakeClock clock = new FakeClock(DemoScene.MORNING);
  final RecordedEvents events = new RecordedEvents();
  final RecordingDispatcher dispatcher = new RecordingDispatcher();
  final ContextEngine engine;
  final Turn turn;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final AtomicReference<List<Hypothesis>> understood = new AtomicReference<>(List.of());
  private final AtomicInteger ids = new AtomicInteger();

  LiveScene() {
    DescribedHome demo = new HomeFiles(Catalogues.builtIn()).demo();
    Home home =
        demo.home().withDevices(demo.home().devices().stream().map(LiveScene::impatient).toList());
    engine = new ContextEngine(home, demo.states(), clock);
    events.subscribe(engine::accept);
    turn =
        new Turns(
                (utterance, moment) -> understood.get(),
                (hypotheses, moment) -> Readings.ranked(hypotheses),
                PolicyConfig.standard())
            .live(engine::snapshot, dispatcher, events, timer, TurnLog.none(), clock);
  }

  private static Device impatient(Device device) {
    DeviceType type = device.type();
    DeviceType quick =
        new DeviceType(
            type.id(),
            type.names(),
            type.collective(),
            type.capabilities(),
            type.risk(),
            type.confirm(),
            type.traits(),
            type.kinds(),
            0.3,
            SETTLE_SECONDS);
    Device.Builder builder =
        Device.of(device.id(), device.name(), quick)
            .aliases(device.aliases())
            .capabilities(device.capabilities())
            .without(device.without())
            .traits(device.traits())
            .options(device.options());
    device.area().ifPresent(builder::area);
    device.kind().ifPresent(builder::kind);
    device.person().ifPresent(builder::person);
    return builder.build();
  }

  /** A device says something. */
  void report(String device, Map<String, ?> raw) {
    Map<String, Value> values = new LinkedHashMap<>();
    raw.forEach((name, value) -> values.put(name, Value.ofRaw(value)));
    DeviceId id = new DeviceId(device);
    engine.apply(new StateReport(id, values, Source.REPORTED, clock.instant(), Optional.empty()));
    events.publish(
        new HomeEvent.StateChanged(
            engine.home().id(),
            engine.snapshot(utterance()).state(id),
            List.of(),
            clock.instant()));
  }

  void offline(String device) {
    events.publish(
        new HomeEvent.AvailabilityChanged(
            engine.home().id(),
            new DeviceId(device),
            Availability.OFFLINE,
            "last will",
            clock.instant()));
  }

  /** Somebody says something that is understood like this. */
  TurnRecord say(Hypothesis... hypotheses) {
    understood.set(List.of(hypotheses));
    return turn.take(utterance());
  }

  String reply(Hypothesis... hypotheses) {
    return say(hypotheses).reply();
  }

  /** Somebody says yes. */
  TurnRecord yesTo(Hypothesis hypothesis) {
    return say(Readings.marked(hypothesis, DecisionPolicy.CONFIRMED));
  }

  List<String> progress() {
    return events.of(HomeEvent.TurnProgressed.class).stream()
        .map(HomeEvent.TurnProgressed::text)
        .toList();
  }

  private Utterance utterance() {
    return new Utterance(
        "u" + ids.incrementAndGet(),
        Transcript.of("said"),
        Optional.of(new AreaId("kitchen")),
        Optional.empty(),
        Optional.empty(),
        clock.instant(),
        Dialogue.fresh("kitchen"));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
