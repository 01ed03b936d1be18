package io.hearth.rules;

import io.hearth.model.device.Area;
import io.hearth.model.device.Device;
import io.hearth.model.device.Home;
import io.hearth.model.device.Trait;
import java.util.Arrays;
import java.util.Locale;
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

  /** Words of the names of places without a roof. */
  private static final Set<String> OUTDOOR_PLACES =
      Set.of(
          "garden",
          "backyard",
          "yard",
          "patio",
          "terrace",
          "balcony",
          "porch",
          "driveway",
          "deck",
          "lawn",
          "pool",
          "outside",
          "outdoor",
          "outdoors");

  private RoomReading() {}

  static boolean isExpectedOf(Device device, Home home) {
    return !isOfOwnInside(device) && !isOutdoors(device, home);
  }

  static boolean isOfOwnInside(Device device) {
    return OWN_INSIDE.contains(device.type().id());
  }

  static boolean isOutdoors(Device device, Home home) {
    return device.hasTrait(Trait.OUTDOOR)
        || device.type().id().equals("weather")
        || device.area().flatMap(home::area).filter(RoomReading::isOutdoors).isPresent();
  }

  private static boolean isOutdoors(Area area) {
    return Arrays.stream(area.name().toLowerCase(Locale.ROOT).split("\\W+"))
        .anyMatch(OUTDOOR_PLACES::contains);
  }
}
