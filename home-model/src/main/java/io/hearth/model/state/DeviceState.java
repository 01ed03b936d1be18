package io.hearth.model.state;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is believed of a device; immutable.
 *
 * @param availabilitySince when the availability became what it is
 */
public record DeviceState(
    DeviceId device,
    Map<String, PropertyState> properties,
    Availability availability,
    Instant availabilitySince) {

  public DeviceState {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** A device of which nothing is known. */
  public static DeviceState unknown(DeviceId device) {
    return new DeviceState(device, Map.of(), Availability.UNKNOWN, Instant.EPOCH);
  }

  public Optional<PropertyState> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  public Optional<Value> value(String name) {
    return property(name).map(PropertyState::value);
  }

  /** What is believed after a report; each property on its own, older sayings change nothing. */
  public DeviceState after(StateReport report) {
    Map<String, PropertyState> next = new LinkedHashMap<>(properties);
    report
        .properties()
        .forEach((name, value) ->
            next.merge(
                name,
                PropertyState.first(value, report.at(), report.source()),
                (known, first) -> known.then(value, report.at(), report.source())));
    return new DeviceState(device, next, availability, availabilitySince);
  }

  public DeviceState with(Availability newAvailability, Instant at) {
    return newAvailability == availability
        ? this
        : new DeviceState(device, properties, newAvailability, at);
  }

  /** Some properties marked stale. */
  public DeviceState asStale(Set<String> names) {
    Map<String, PropertyState> next = new LinkedHashMap<>();
    properties.forEach(
        (name, state) -> next.put(name, names.contains(name) ? state.asStale() : state));
    return new DeviceState(device, next, availability, availabilitySince);
  }

  /** Every property marked stale. */
  public DeviceState asStale() {
    Map<String, PropertyState> next = new LinkedHashMap<>();
    properties.forEach((name, state) -> next.put(name, state.asStale()));
    return new DeviceState(device, next, availability, availabilitySince);
  }
}
