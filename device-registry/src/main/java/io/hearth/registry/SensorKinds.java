package io.hearth.registry;

import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Property;
import io.hearth.model.device.Unit;
import java.util.Optional;

/** The kinds of sensors: any property may be measured, also one that the catalogue lacks. */
final class SensorKinds {

  private SensorKinds() {}

  static boolean isSensor(DeviceType type) {
    return type.id().equals("sensor") || type.id().equals("binary_sensor");
  }

  /** The property of a sensor whose kind has no entry in the catalogue. */
  static Optional<Property> measured(DeviceType type, Optional<String> kind) {
    return kind.filter(k -> isSensor(type) && !type.kinds().containsKey(k))
        .map(k -> type.id().equals("sensor") ? Property.number(k, Unit.NONE) : Property.bool(k));
  }
}
