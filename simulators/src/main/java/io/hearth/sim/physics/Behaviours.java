package io.hearth.sim.physics;

import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which behaviours a device has, by its capabilities, and so for device types to come as well. */
final class Behaviours {

  private static final Set<String> DOORS = Set.of("garage_door", "gate");

  private Behaviours() {}

  static List<Behaviour> of(Device device, Map<String, Value> initial, Surroundings surroundings) {
    PhysicsConfig physics = surroundings.physics();
    List<Behaviour> all = new ArrayList<>();
    if (device.hasCapability("WindowCovering")) {
      boolean door = device.kind().filter(DOORS::contains).isPresent();
      Duration travel = door ? physics.garageDoorTravel() : physics.coverTravel();
      all.add(new Travel(travel, door));
    }
    if (device.hasCapability("OvenCavityOperationalState") || device.type().id().equals("oven")) {
      all.add(new OvenHeat(physics));
    }
    if (device.hasCapability("Thermostat")) {
      all.add(new RoomHeat(physics.roomWarming(), usualTarget(device)));
    }
    if (device.hasCapability("LevelControl") || device.hasCapability("ColorControl")) {
      all.add(new Level("brightness"));
    }
    if (device.hasCapability("FanControl")) {
      all.add(new Level("fanSpeed"));
    }
    if (device.hasCapability("MediaPlayback")) {
      all.add(new Playback());
    }
    if (device.hasCapability("OperationalState")) {
      Duration run = physics.operationOf(device.type().id());
      if (device.hasCapability("TemperatureMeasurement")) {
        all.add(new Boil(run, physics.ovenCooling()));
      }
      all.add(new Operation(run, physics.doneHold()));
    }
    if (device.hasCapability("DoorLock")) {
      all.add(new Bolt(physics.boltTravel()));
    }
    if (device.hasCapability("RvcRunMode")) {
      all.add(new Rounds(physics));
    }
    all.addAll(keepers(device, surroundings));
    all.addAll(sensors(device, initial, surroundings));
    return List.copyOf(all);
  }

  /** What is described, and what the capabilities do with the rest. */
  static List<Behaviour> of(
      Device device, Map<String, Value> initial, Surroundings surroundings, Simulation described) {
    List<Behaviour> all = new ArrayList<>();
    long seed = surroundings.seed() ^ device.id().value().hashCode();
    described
        .properties()
        .forEach((property, motion) ->
            all.add(new Described(property, motion, described.latency(), seed)));
    of(device, initial, surroundings).stream()
        .filter(
            behaviour -> behaviour.moves().stream().noneMatch(described.properties()::containsKey))
        .forEach(all::add);
    return List.copyOf(all);
  }

  private static double usualTarget(Device device) {
    return switch (device.type().id()) {
      case "refrigerator" -> 5;
      case "water_heater" -> 55;
      default -> 21;
    };
  }

  /** What keeps entries: alarms, timers, lists. */
  private static List<Behaviour> keepers(Device device, Surroundings surroundings) {
    List<Behaviour> all = new ArrayList<>();
    if (device.hasCapability("AlarmClock")) {
      all.add(new AlarmClock(surroundings.timezone()));
    }
    if (device.hasCapability("Timer")) {
      all.add(new Timers());
    }
    if (device.hasCapability("List")) {
      all.add(new ItemList());
    }
    if (device.hasCapability("Calendar")) {
      all.add(new Appointments());
    }
    return all;
  }

  private static List<Behaviour> sensors(
      Device device, Map<String, Value> initial, Surroundings surroundings) {
    List<Behaviour> all = new ArrayList<>();
    boolean weather = device.hasCapability("Weather") && initial.containsKey("temperature");
    if (weather || isSensorOf(device, "temperature")) {
      all.add(new Drift("temperature", surroundings, device));
    }
    if (isSensorOf(device, "illuminance")) {
      all.add(new Daylight(surroundings));
    }
    if (isSensorOf(device, "motion")) {
      all.add(new MotionHold(surroundings.physics().motionHold()));
    }
    return all;
  }

  private static boolean isSensorOf(Device device, String property) {
    return device.actions().isEmpty() && device.property(property).isPresent();
  }
}
