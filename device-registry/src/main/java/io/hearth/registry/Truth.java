package io.hearth.registry;

import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.state.Availability;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.PropertyState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The home and all that is believed of it at one moment; immutable, changes share what stays.
 *
 * @param announced what those devices said they are that the home file does not have
 */
record Truth(Home home, PMap<DeviceId, DeviceState> states, PMap<DeviceId, Announced> announced) {

  /** A device and the word of its own that it was made of. */
  record Newcomer(Device device, Announced announced) {}

  /** What the home file says; no device has confirmed any of it. */
  static Truth of(DescribedHome described) {
    Truth truth = new Truth(described.home(), HashTreePMap.empty(), HashTreePMap.empty());
    for (DeviceState state : described.states().values()) {
      truth = truth.with(state.asStale());
    }
    return truth;
  }

  DeviceState state(DeviceId device) {
    DeviceState state = states.get(device);
    return state == null ? DeviceState.unknown(device) : state;
  }

  Truth with(DeviceState state) {
    return new Truth(home, states.plus(state.device(), state), announced);
  }

  /** Many devices cost one home; devices that are known as they are cost none. */
  Truth with(List<Newcomer> newcomers) {
    PMap<DeviceId, DeviceState> nextStates = states;
    PMap<DeviceId, Announced> nextAnnounced = announced;
    for (Newcomer newcomer : newcomers) {
      DeviceId id = newcomer.device().id();
      if (!nextStates.containsKey(id)) {
        nextStates = nextStates.plus(id, DeviceState.unknown(id));
      }
      nextAnnounced = nextAnnounced.plus(id, newcomer.announced());
    }
    List<Device> changed =
        newcomers.stream().map(Newcomer::device).filter(device -> !isKnown(device)).toList();
    return new Truth(changed.isEmpty() ? home : home.with(changed), nextStates, nextAnnounced);
  }

  /** With devices of the home file described anew. */
  Truth described(List<Device> devices) {
    return devices.isEmpty() ? this : new Truth(home.with(devices), states, announced);
  }

  /** Whether the home has the device, described just so. */
  boolean isKnown(Device device) {
    return home.device(device.id()).filter(device::equals).isPresent();
  }

  /** Whether the home file has the device. */
  boolean isOfFile(DeviceId device) {
    return home.device(device).isPresent() && !announced.containsKey(device);
  }

  Truth without(DeviceId device) {
    return new Truth(home.without(device), states.minus(device), announced.minus(device));
  }

  /** With what was kept from before: stale, and nobody is known to be reachable any more. */
  Truth withKept(Map<DeviceId, Row> rows) {
    Truth next = this;
    for (Row row : rows.values()) {
      if (home.device(row.device()).isPresent() && row.state().isPresent()) {
        next = next.with(merged(next.state(row.device()), row.state().get()));
      }
    }
    return next;
  }

  private DeviceState merged(DeviceState described, DeviceState kept) {
    Map<String, PropertyState> properties = new LinkedHashMap<>(described.properties());
    properties.putAll(kept.properties());
    boolean away = kept.availability() == Availability.OFFLINE;
    return new DeviceState(
        kept.device(),
        properties,
        away ? Availability.OFFLINE : Availability.UNKNOWN,
        kept.availabilitySince());
  }

  /** What is to be kept of a device; of one that was never heard nothing but what it is. */
  Row row(DeviceId device) {
    return new Row(
        device,
        Optional.ofNullable(announced.get(device)),
        Optional.ofNullable(states.get(device))
            .filter(state -> !state.equals(DeviceState.unknown(device))));
  }
}
