package io.hearth.sim.physics;

import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One device on a bench, where time passes when it is told to. */
final class Lab {

  static final Instant MORNING = Instant.parse("2026-03-20T05:00:00Z");
  private static final Duration STEP = Duration.ofMillis(200);

  private final DeviceModel model;
  private Instant now;

  private Lab(DeviceModel model, Instant now) {
    this.model = model;
    this.now = now;
  }

  /** A device of the demo home. */
  static Lab demo(String id) {
    return of(new HomeFiles(Catalogues.builtIn()).demo(), id, PhysicsConfig.demo(), 1, MORNING);
  }

  /** A device described as in a home file, e.g. {@code type: valve, state: {position: 0}}. */
  static Lab device(String description) {
    return device(description, PhysicsConfig.demo(), 1, MORNING);
  }

  static Lab device(String description, PhysicsConfig physics, long seed, Instant now) {
    String home =
        "home: {id: h, name: Home, timezone: Europe/Stockholm, latitude: 59.3, longitude: 18.1}\n"
            + "devices: [{id: it, name: It, "
            + description
            + "}]\n";
    return of(new HomeFiles(Catalogues.builtIn()).read(home, "test"), "it", physics, seed, now);
  }

  private static Lab of(
      DescribedHome described, String id, PhysicsConfig physics, long seed, Instant now) {
    DeviceId deviceId = new DeviceId(id);
    Device device = described.home().device(deviceId).orElseThrow();
    Map<String, Value> initial = new LinkedHashMap<>();
    described
        .states()
        .get(deviceId)
        .properties()
        .forEach((name, p) -> initial.put(name, p.value()));
    Surroundings surroundings = Surroundings.of(described.home(), physics, seed);
    return new Lab(new DeviceModel(device, initial, surroundings, now), now);
  }

  DeviceModel model() {
    return model;
  }

  Answer command(String action) {
    return model.command(action, Map.of());
  }

  Answer command(String action, String argument, Object value) {
    return model.command(action, Map.of(argument, Value.ofRaw(value)));
  }

  void pass(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plus(STEP).isBefore(end) ? now.plus(STEP) : end;
      model.advance(now);
    }
  }

  void seconds(double seconds) {
    pass(Duration.ofMillis((long) (seconds * 1000)));
  }

  /** All different values that a property takes meanwhile, the present one first. */
  List<Object> watch(String property, Duration time, Duration step) {
    List<Object> seen = new ArrayList<>(List.of(raw(property)));
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plus(step);
      model.advance(now);
      if (!raw(property).equals(seen.getLast())) {
        seen.add(raw(property));
      }
    }
    return seen;
  }

  /** The value as JSON would have it; "nothing" where there is none. */
  Object raw(String property) {
    return model.state().getOrDefault(property, Value.of("nothing")).raw();
  }
}
