package io.hearth.sim.own;

import io.hearth.model.device.Action;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.owntype.Instances;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.owntype.Place;
import io.hearth.model.owntype.Simulation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The devices of a type of one's own that there are to simulate. */
public final class OwnDevices {

  private OwnDevices() {}

  /**
   * Those of the home file and those that the type lists; where there are none, one such device if
   * the type says how it behaves.
   */
  public static List<Device> of(OwnType type, Home home) {
    Map<DeviceId, Device> all = new LinkedHashMap<>();
    home.devices().stream()
        .filter(device -> device.type().id().equals(type.id()))
        .forEach(device -> all.put(device.id(), device));
    Instances instances = type.instances();
    instances.listed().stream()
        .map(variables -> device(type, variables))
        .forEach(device -> all.putIfAbsent(device.id(), device));
    if (all.isEmpty() && !type.simulation().equals(Simulation.PLAIN)) {
      Device device = device(type, instances.example(type.samples()));
      all.put(device.id(), device);
    }
    return List.copyOf(all.values());
  }

  private static Device device(OwnType type, Map<String, String> variables) {
    Instances instances = type.instances();
    Device.Builder device =
        Device.of(
                new DeviceId(Place.fill(instances.id(), variables)),
                Place.fill(instances.name(), variables),
                type.type())
            .without(
                type.type().capabilities().stream()
                    .flatMap(capability -> capability.actions().stream())
                    .map(Action::name)
                    .filter(action -> !type.orders().containsKey(action))
                    .collect(Collectors.toSet()));
    instances.kind().ifPresent(kind -> device.kind(Place.fill(kind, variables)));
    return device.build();
  }
}
