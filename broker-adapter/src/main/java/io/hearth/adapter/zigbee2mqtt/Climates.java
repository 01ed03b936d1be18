package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.vocabulary.Scales;
import io.hearth.adapter.vocabulary.Units;
import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Thermostats, radiator valves and air conditioners. */
final class Climates {

  private static final Set<String> MODES = Set.of("off", "heat", "cool", "auto", "dry", "fan_only");

  private static final List<String> SETPOINTS =
      List.of("occupied_heating_setpoint", "current_heating_setpoint", "occupied_cooling_setpoint");

  private Climates() {}

  static void add(Expose climate, Zigbee device) {
    device.draft().type("thermostat").capability("Thermostat");
    climate
        .feature("local_temperature")
        .ifPresent(measured -> temperature(measured, "temperature", device));
    SETPOINTS.stream()
        .flatMap(name -> climate.feature(name).stream())
        .findFirst()
        .ifPresent(setpoint -> setpoint(setpoint, device));
    climate.feature("system_mode").ifPresent(mode -> mode(mode, device));
    climate.feature("preset").ifPresent(preset -> preset(preset, device));
    for (Expose feature : climate.features()) {
      if (!Set.of("local_temperature", "system_mode", "preset").contains(feature.name())
          && !SETPOINTS.contains(feature.name())) {
        device.extra(feature);
      }
    }
  }

  private static Units.Conversion celsius(Expose temperature) {
    return Units.to(temperature.unit(), "°C").orElse(new Units.Conversion("°C", 1, 0));
  }

  private static void temperature(Expose temperature, String property, Zigbee device) {
    Units.Conversion unit = celsius(temperature);
    device.reads(
        temperature,
        property,
        message -> temperature.numeric(message).map(unit::of).map(Value::of));
  }

  static void setpoint(Expose setpoint, Zigbee device) {
    Units.Conversion unit = celsius(setpoint);
    temperature(setpoint, "targetTemperature", device);
    setpoint
        .min()
        .ifPresent(min ->
            setpoint
                .max()
                .ifPresent(
                    max -> device.draft().limits("targetTemperature", unit.of(min), unit.of(max))));
    device.command(
        "setTemperature",
        setpoint,
        "targetTemperature",
        call ->
            Zigbee.member(
                setpoint.property(), degrees(setpoint, unit, call.number("targetTemperature"))));
    device.command(
        "adjustTemperature",
        setpoint,
        "targetTemperature",
        call ->
            Zigbee.member(
                setpoint.property(),
                degrees(setpoint, unit, call.current("targetTemperature") + call.number("delta"))));
  }

  private static double degrees(Expose setpoint, Units.Conversion unit, double celsius) {
    double min = setpoint.min(-Double.MAX_VALUE);
    double max = Math.max(min, setpoint.max(Double.MAX_VALUE));
    double clamped = Math.clamp(unit.back(celsius), min, max);
    return Scales.stepped(clamped, setpoint.min(0), setpoint.step());
  }

  private static void mode(Expose mode, Zigbee device) {
    List<String> words = new ArrayList<>(mode.values());
    words.retainAll(MODES);
    device.draft().choices("mode", words);
    device.reads(
        mode, "mode", message -> mode.word(message).filter(words::contains).map(Value::of));
    device.command(
        "setMode", mode, "mode", call -> Zigbee.member(mode.property(), call.word("mode")));
    if (words.contains("off")) {
      device.command("turnOff", mode, "mode", call -> Zigbee.member(mode.property(), "off"));
    }
    Optional<String> on =
        List.of("heat", "auto", "cool").stream().filter(words::contains).findFirst();
    if (on.isPresent() && words.contains("off")) {
      device.command("turnOn", mode, "mode", call -> Zigbee.member(mode.property(), on.get()));
    }
  }

  private static void preset(Expose preset, Zigbee device) {
    device.draft().choices("preset", preset.values());
    device.reads(preset, "preset", message -> preset.word(message).map(Value::of));
  }
}
