package io.hearth.registry;

import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Availability;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.PropertyState;
import java.util.ArrayList;
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
record Truth(
    Home home, PMap<DeviceId, DeviceState> states, PMap<DeviceId, Announcement> announced) {

  /** What the home file says. */
  static Truth of(DescribedHome described) {
    return new Truth(described.home(), HashTreePMap.from(described.states()), HashTreePMap.empty());
  }

  DeviceState state(DeviceId device) {
    DeviceState state = states.get(device);
    return state == null ? DeviceState.unknown(device) : state;
  }

  Truth with(DeviceState state) {
    return new Truth(home, states.plus(state.device(), state), announced);
  }

  Truth with(Device device, Announcement announcement) {
    List<Device> devices = new ArrayList<>(home.devices());
    int place = indexOf(devices, device.id());
    if (place < 0) {
      devices.add(device);
    } else {
      devices.set(place, device);
    }
    return new Truth(
        home.withDevices(devices),
        states.plus(device.id(), state(device.id())),
        announced.plus(device.id(), announcement));
  }

  private static int indexOf(List<Device> devices, DeviceId id) {
    for (int i = 0; i < devices.size(); i++) {
      if (devices.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  Truth without(DeviceId device) {
    List<Device> devices =
        home.devices().stream().filter(other -> !other.id().equals(device)).toList();
    return new Truth(home.withDevices(devices), states.minus(device), announced.minus(device));
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

  /** What is to be kept of a device. */
  Row row(DeviceId device) {
    return new Row(
        device,
        Optional.ofNullable(announced.get(device)),
        home.device(device).isPresent()
            ? Optional.ofNullable(states.get(device))
            : Optional.empty());
  }
}
