package io.hearth.rules;

import io.hearth.model.device.Device;
import io.hearth.model.device.Trait;
import java.util.Set;

/** Which devices measure the room they are in, and not what is inside of them or out of doors. */
final class RoomReading {

  private static final Set<String> OWN_INSIDE =
      Set.of(
          "oven",
          "cooktop",
          "microwave",
          "kettle",
          "coffee_maker",
          "refrigerator",
          "water_heater",
          "washer",
          "dryer",
          "dishwasher");

  private RoomReading() {}

  static boolean isExpectedOf(Device device) {
    return !OWN_INSIDE.contains(device.type().id()) && !isOutdoors(device);
  }

  static boolean isOutdoors(Device device) {
    return device.hasTrait(Trait.OUTDOOR) || device.type().id().equals("weather");
  }
}
