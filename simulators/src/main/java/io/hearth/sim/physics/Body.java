package io.hearth.sim.physics;

import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The properties of one device as they really are, and the moment; what behaviours act upon. */
final class Body {

  private final Device device;
  private final Map<String, Value> values;
  private Instant now;
  private boolean changed;

  Body(Device device, Map<String, Value> initial, Instant now) {
    this.device = device;
    this.values = new LinkedHashMap<>(initial);
    this.now = now;
  }

  Device device() {
    return device;
  }

  Instant now() {
    return now;
  }

  void moveTo(Instant moment) {
    now = moment;
  }

  Map<String, Value> values() {
    return Map.copyOf(values);
  }

  Optional<Value> get(String property) {
    return Optional.ofNullable(values.get(property));
  }

  boolean has(String property) {
    return values.containsKey(property);
  }

  double number(String property, double otherwise) {
    return values.get(property) instanceof Value.Number(double value) ? value : otherwise;
  }

  boolean isTrue(String property) {
    return get(property).map(Value::isTrue).orElse(false);
  }

  boolean is(String property, String word) {
    return get(property).map(value -> value.isText(word)).orElse(false);
  }

  /** Sets what holds from now on. */
  void set(String property, Value value) {
    if (!value.equals(values.put(property, value))) {
      changed = true;
    }
  }

  void set(String property, String word) {
    set(property, Value.of(word));
  }

  /** Sets a property that the device has, where nothing is known of it. */
  void begin(String property, Value value) {
    if (device.property(property).isPresent() && !values.containsKey(property)) {
      values.put(property, value);
    }
  }

  /** Whether something changed since this was last asked. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }
}
