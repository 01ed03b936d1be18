package io.hearth.gateway.http;

import io.hearth.model.HomeEvent;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.state.Availability;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the gateway counts and measures. */
final class GatewayMetrics implements AutoCloseable {

  private static final Duration[] TURN_BUCKETS =
      Stream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Timer turns;
  private final Counter refusedTurns;
  private final Counter droppedClients;
  private final List<Gauge> shown = new ArrayList<>();
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

  GatewayMetrics(MeterRegistry registry, HomeView view) {
    this.registry = registry;
    turns =
        Timer.builder("hearth.turn.duration")
            .description("From hearing to reply")
            .serviceLevelObjectives(TURN_BUCKETS)
            .register(registry);
    refusedTurns =
        Counter.builder("hearth.turns.refused")
            .description("Turns refused because too many were being taken")
            .register(registry);
    droppedClients =
        Counter.builder("hearth.event.clients.dropped")
            .description("Followers of events let go because they read too slowly")
            .register(registry);
    for (Availability availability : Availability.values()) {
      shown.add(
          Gauge.builder("hearth.devices", view, home -> devices(home, availability))
              .description("Devices of the home by availability")
              .tag("availability", HomeDocuments.word(availability))
              .register(registry));
    }
    Stream.of(
            garbageCollection,
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ClassLoaderMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics())
        .forEach(binder -> binder.bindTo(registry));
  }

  private static double devices(HomeView view, Availability availability) {
    return view.home().devices().stream()
        .filter(device -> view.state(device.id()).availability() == availability)
        .count();
  }

  void count(HomeEvent event) {
    registry.counter("hearth.events", "type", EventDocument.type(event)).increment();
    switch (event) {
      case HomeEvent.CommandCompleted completed ->
          registry
              .counter("hearth.commands", "outcome", OutcomeDocument.word(completed.outcome()))
              .increment();
      case HomeEvent.TurnTaken taken -> count(taken.turn());
      case HomeEvent.StateChanged changed -> {}
      case HomeEvent.AvailabilityChanged changed -> {}
      case HomeEvent.DevicesDescribed described -> {}
      case HomeEvent.DeviceRemoved removed -> {}
      case HomeEvent.TurnProgressed progressed -> {}
    }
  }

  private void count(TurnRecord turn) {
    turns.record(turn.took());
    registry
        .counter(
            "hearth.turns",
            "decision",
            turn.decision().word(),
            "intent",
            Competition.of(turn).chosen().intent().word())
        .increment();
  }

  void countRequest(String method, String route, int status) {
    registry
        .counter(
            "hearth.http.requests",
            "method",
            method,
            "route",
            route,
            "status",
            String.valueOf(status))
        .increment();
  }

  void countRefusedTurn() {
    refusedTurns.increment();
  }

  void countDroppedClient() {
    droppedClients.increment();
  }

  /** Shows a number that is asked for at each scrape. */
  void show(String name, String description, Supplier<Number> number) {
    shown.add(Gauge.builder(name, number).description(description).register(registry));
  }

  /** Takes back what asks this gateway for numbers; what was counted stays. */
  @Override
  public void close() {
    shown.forEach(registry::remove);
    garbageCollection.close();
  }
}
