package io.hearth.sim.physics;

import io.hearth.model.device.Property;
import io.hearth.model.device.Value;
import java.util.Map;
import java.util.Optional;

/** What is usual of a device of which nothing is known: switched off, and a plausible reading. */
final class FirstValues {

  private static final Map<String, Double> READINGS =
      Map.of(
          "temperature", 21.0,
          "humidity", 45.0,
          "co2", 600.0,
          "pm25", 8.0,
          "pressure", 1013.0,
          "power", 0.0,
          "energy", 0.0,
          "battery", 100.0);

  private FirstValues() {}

  static void give(Body body) {
    body.begin("on", Value.of(false));
    if (body.device().actions().isEmpty()) {
      body.device().properties().forEach(measured -> giveReading(body, measured));
    }
  }

  private static void giveReading(Body body, Property measured) {
    if (measured.kind() == Property.Kind.BOOLEAN) {
      body.begin(measured.name(), Value.of(false));
    } else {
      Optional.ofNullable(READINGS.get(measured.name()))
          .ifPresent(usual -> body.begin(measured.name(), Value.of(usual)));
    }
  }
}
