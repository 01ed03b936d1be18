package io.hearth.registry;

import io.hearth.model.FakeClock;
import io.hearth.model.RecordedEvents;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.PropertyState;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A registry in a folder that can be closed and opened again. */
final class RegistryFixture implements AutoCloseable {

  static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  static final DeviceId LAMP = new DeviceId("lamp");
  static final DeviceId PLUG = new DeviceId("plug");

  static final String HOME =
      """
      home: {id: h}
      areas: [{id: hall, name: Hallway, aliases: [entrance]}]
      devices:
        - {id: lamp, type: light, area: hall, state: {on: false, brightness: 10}}
        - {id: door, type: cover, kind: garage_door}
      """;

  final RecordedEvents events = new RecordedEvents();
  final FakeClock clock = new FakeClock(START);
  private final RegistryConfig config;
  DeviceRegistry registry;

  RegistryFixture(Path folder) {
    config = RegistryConfig.inFolder(folder);
    registry = open(config, events, clock);
  }

  static DeviceRegistry open(RegistryConfig config, RecordedEvents events, FakeClock clock) {
    var catalogue = Catalogues.builtIn();
    DescribedHome home = new HomeFiles(catalogue).read(HOME, "home.yaml");
    return DeviceRegistry.open(config, catalogue, home, events, clock);
  }

  void restart() {
    registry.close();
    registry = open(config, events, clock);
  }

  static StateReport report(DeviceId device, String property, Value value, Instant at) {
    return new StateReport(device, Map.of(property, value), Source.REPORTED, at, Optional.empty());
  }

  /** A report that arrived when the device says, or later. */
  static StateReport measured(String property, Value value, Instant arrival, Instant measured) {
    return new StateReport(
        LAMP, Map.of(property, value), Source.REPORTED, arrival, Optional.of(measured));
  }

  static Announcement plug(String type, String area) {
    return new Announcement(
        PLUG,
        "Plug",
        List.of("socket"),
        Optional.of(area),
        type,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Map.of("power", Value.ofRaw(Map.of("max", 2300))));
  }

  static Announcement numbered(int number) {
    return new Announcement(
        new DeviceId("plug-" + number),
        "Plug " + number,
        List.of(),
        Optional.empty(),
        "outlet",
        Optional.empty(),
        List.of("OnOff", "ElectricalPower"),
        List.of(),
        List.of(),
        Map.of());
  }

  static void await(CompletionStage<Void> stage) throws Exception {
    stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  Value value(DeviceId device, String property) {
    return state(device, property).value();
  }

  PropertyState state(DeviceId device, String property) {
    return registry.states().get(device).property(property).orElseThrow();
  }

  @Override
  public void close() {
    registry.close();
  }
}
