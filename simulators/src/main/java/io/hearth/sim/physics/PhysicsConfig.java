package io.hearth.sim.physics;

import java.time.Duration;
import java.util.Map;

/**
 * How slow and how lively simulated things are, in simulated time.
 *
 * @param ovenHeating time constant of an oven that heats (63 % of the way to its target)
 * @param ovenCooling time constant of an oven that cools
 * @param roomWarming time constant of a room that follows its thermostat
 * @param garageDoorTravel from closed to open, for garage doors and gates
 * @param coverTravel from closed to open, for all other covers and valves
 * @param boltTravel from locked to unlocked or back
 * @param operations how long one run takes, by device type
 * @param operation how long one run of any other type takes
 * @param doneHold how long a finished run is reported as done
 * @param cleaningRound how long a vacuum cleans before it returns by itself
 * @param returnTravel how long it takes to reach its dock
 * @param motionHold how long a motion sensor reports a motion
 * @param temperatureDrift how far a measured temperature wanders, °C each way; 0 stands still
 */
public record PhysicsConfig(
    Duration ovenHeating,
    Duration ovenCooling,
    Duration roomWarming,
    Duration garageDoorTravel,
    Duration coverTravel,
    Duration boltTravel,
    Map<String, Duration> operations,
    Duration operation,
    Duration doneHold,
    Duration cleaningRound,
    Duration returnTravel,
    Duration motionHold,
    double temperatureDrift) {

  public PhysicsConfig {
    positive("ovenHeating", ovenHeating);
    positive("ovenCooling", ovenCooling);
    positive("roomWarming", roomWarming);
    positive("garageDoorTravel", garageDoorTravel);
    positive("coverTravel", coverTravel);
    positive("boltTravel", boltTravel);
    positive("operation", operation);
    positive("doneHold", doneHold);
    positive("cleaningRound", cleaningRound);
    positive("returnTravel", returnTravel);
    positive("motionHold", motionHold);
    operations = Map.copyOf(operations);
    operations.forEach((type, time) -> positive("operations." + type, time));
    if (!(temperatureDrift >= 0)) {
      throw new IllegalArgumentException(
          "temperatureDrift must not be negative but is " + temperatureDrift);
    }
  }

  /** Times that suit somebody who watches: doors of six seconds, coffee in forty. */
  public static PhysicsConfig demo() {
    return new PhysicsConfig(
        Duration.ofSeconds(150),
        Duration.ofMinutes(15),
        Duration.ofMinutes(20),
        Duration.ofSeconds(6),
        Duration.ofSeconds(4),
        Duration.ofSeconds(1),
        Map.of(
            "coffee_maker", Duration.ofSeconds(40),
            "kettle", Duration.ofSeconds(30),
            "microwave", Duration.ofSeconds(60),
            "washer", Duration.ofMinutes(45),
            "dryer", Duration.ofMinutes(60),
            "dishwasher", Duration.ofMinutes(60)),
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        Duration.ofMinutes(20),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        0.3);
  }

  /** How long one run of a device of that type takes. */
  Duration operationOf(String type) {
    return operations.getOrDefault(type, operation);
  }

  private static void positive(String what, Duration time) {
    if (!time.isPositive()) {
      throw new IllegalArgumentException(what + " must be above 0 s but is " + time);
    }
  }
}
