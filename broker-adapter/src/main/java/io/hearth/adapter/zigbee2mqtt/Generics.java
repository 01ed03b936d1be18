package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.vocabulary.Measurements;
import io.hearth.adapter.vocabulary.Units;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What devices expose besides the specific types: measurements, contacts, alarms, buttons. */
final class Generics {

  private static final Set<String> SIRENS = Set.of("alarm", "siren", "alarm_switch");

  private Generics() {}

  static void add(List<Expose> exposes, Zigbee device) {
    exposes.stream()
        .filter(expose -> expose.name().equals("trigger") && expose.isSettable())
        .findFirst()
        .ifPresent(trigger ->
            named("garage_door_contact", exposes)
                .ifPresent(contact -> Covers.oneButton(trigger, contact, device)));
    exposes.forEach(expose -> meaningful(expose, device));
    if (!device.draft().isTyped()) {
      exposes.forEach(expose -> set(expose, device));
    }
    if (!device.draft().isTyped()) {
      Telling.type(exposes, device);
    }
    exposes.forEach(device::extra);
  }

  private static Optional<Expose> named(String name, List<Expose> exposes) {
    return exposes.stream().filter(expose -> expose.name().equals(name)).findFirst();
  }

  private static void meaningful(Expose expose, Zigbee device) {
    switch (expose.type()) {
      case "numeric" -> numeric(expose, device);
      case "binary" -> binary(expose, device);
      default -> {
        // told apart later, when nothing else says what the device is
      }
    }
  }

  private static void numeric(Expose expose, Zigbee device) {
    Optional<Measurements.Numeric> known = Measurements.numeric(expose.name());
    boolean battery = known.filter(what -> what.property().equals("battery")).isPresent();
    if (known.isEmpty() || !expose.isReported() || (expose.isApart() && !battery)) {
      return;
    }
    Measurements.Numeric what = known.get();
    Optional<Units.Conversion> unit = Units.to(expose.unit(), what.symbol());
    if (unit.isEmpty() || expose.isSettable() || device.draft().says(what.property())) {
      return;
    }
    device.draft().capability(what.capability());
    device.reads(
        expose,
        what.property(),
        message -> expose.numeric(message).map(unit.get()::of).map(Value::of));
  }

  private static void binary(Expose expose, Zigbee device) {
    Optional<Measurements.Binary> known = Measurements.binary(expose.name());
    if (known.isEmpty() || !expose.isReported() || expose.isSettable() || expose.isApart()) {
      return;
    }
    Measurements.Binary what = known.get();
    boolean moves =
        what.property().equals("occupied")
            && device.isAbout("motion", "pir")
            && !device.isAbout("presence");
    String property = moves ? "motion" : what.property();
    if (!device.draft().says(property)) {
      device.draft().capability(what.capability());
      device.reads(
          expose,
          property,
          message ->
              (what.inverted() ? expose.apart(message) : expose.binary(message)).map(Value::of));
    }
  }

  /** What can be told to do something, for a device that has no specific type. */
  private static void set(Expose expose, Zigbee device) {
    if (device.draft().isTyped() || !expose.isSettable() || expose.isApart()) {
      return;
    }
    if (expose.type().equals("binary") && SIRENS.contains(expose.name())) {
      Switches.siren(expose, device);
    } else if (expose.type().equals("binary") && expose.name().matches("state|switch|relay")) {
      Switches.binary(expose, device);
    } else if (expose.name().equals("target_temperature")) {
      device.draft().type("thermostat").capability("Thermostat");
      Climates.setpoint(expose, device);
    }
  }
}
