package io.hearth.gateway.http;

import io.hearth.model.HomeEvent;
import io.hearth.model.RecordedEvents;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Home;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import io.hearth.model.state.Transition;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The demo home with live state that a test changes as devices would. */
final class DemoHome implements HomeView {

  final RecordedEvents events = new RecordedEvents();
  private final Home home;
  private final Map<DeviceId, DeviceState> states = new ConcurrentHashMap<>();

  DemoHome() {
    this(new HomeFiles(Catalogues.builtIn()).demo());
  }

  private DemoHome(DescribedHome described) {
    this(described, described.home());
  }

  private DemoHome(DescribedHome described, Home home) {
    this.home = home;
    Instant now = Instant.now();
    described.states().forEach((id, state) -> states.put(id, state.with(Availability.ONLINE, now)));
  }

  /** One device of each type, and of each kind of it, and none besides. */
  static DemoHome ofEveryType() {
    DescribedHome described = new HomeFiles(Catalogues.builtIn()).demo();
    List<Device> devices = new ArrayList<>();
    for (DeviceType type : Catalogues.builtIn().types()) {
      devices.add(Device.of(new DeviceId(type.id() + ".any"), type.id(), type).build());
      type.kinds()
          .keySet()
          .forEach(kind ->
              devices.add(
                  Device.of(new DeviceId(type.id() + "." + kind), type.id() + " " + kind, type)
                      .kind(kind)
                      .build()));
    }
    return new DemoHome(described, described.home().withDevices(devices));
  }

  @Override
  public Home home() {
    return home;
  }

  @Override
  public Map<DeviceId, DeviceState> states() {
    return Map.copyOf(states);
  }

  /** A device says something about itself. */
  void report(String device, Map<String, Object> properties) {
    DeviceId id = new DeviceId(device);
    Instant now = Instant.now();
    Map<String, Value> values = new ConcurrentHashMap<>();
    properties.forEach((name, raw) -> values.put(name, Value.ofRaw(raw)));
    DeviceState before = state(id);
    DeviceState after =
        before.after(new StateReport(id, values, Source.REPORTED, now, Optional.empty()));
    states.put(id, after);
    List<Transition> transitions = new ArrayList<>();
    values.forEach((name, value) -> {
      if (!before.value(name).equals(Optional.of(value))) {
        transitions.add(new Transition(id, name, before.value(name), value, now));
      }
    });
    events.publish(new HomeEvent.StateChanged(home.id(), after, transitions, now));
  }

  /** Everything known of a device becomes old news. */
  void forget(String device) {
    DeviceId id = new DeviceId(device);
    states.computeIfPresent(id, (known, state) -> state.asStale());
  }

  void availability(String device, Availability availability, String reason) {
    DeviceId id = new DeviceId(device);
    Instant now = Instant.now();
    states.put(id, state(id).with(availability, now));
    events.publish(new HomeEvent.AvailabilityChanged(home.id(), id, availability, reason, now));
  }
}
