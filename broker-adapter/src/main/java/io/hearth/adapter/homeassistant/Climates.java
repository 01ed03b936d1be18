package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.template.TemplateException;
import io.hearth.adapter.vocabulary.Scales;
import io.hearth.adapter.vocabulary.Units;
import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Thermostats, air conditioners, radiator valves and water heaters. */
final class Climates {

  private static final List<String> MODES =
      List.of("off", "heat", "cool", "auto", "dry", "fan_only");

  /** What Home Assistant calls a mode, in the catalogue's words. */
  private static final Map<String, String> MEANT =
      Map.of(
          "heat_cool",
          "auto",
          "eco",
          "auto",
          "electric",
          "heat",
          "gas",
          "heat",
          "heat_pump",
          "heat",
          "high_demand",
          "heat",
          "performance",
          "heat");

  /** Where a setpoint may be said, the usual one first. */
  private static final List<String> SETPOINTS =
      List.of("temperature", "temperature_high", "temperature_low");

  private Climates() {}

  static void climate(Entity entity, Assembly device) throws TemplateException {
    device.draft().type("thermostat").capability("Thermostat");
    add(entity.fields(), device, 7, 35);
  }

  static void waterHeater(Entity entity, Assembly device) throws TemplateException {
    device.draft().type("water_heater").capability("Thermostat");
    add(entity.fields(), device, 43, 60);
  }

  private static void add(Fields fields, Assembly device, double least, double most)
      throws TemplateException {
    Units.Conversion unit =
        Units.to(fields.text("temperature_unit", "C"), "°C")
            .orElse(new Units.Conversion("°C", 1, 0));
    Optional<Source> measured =
        device.source(fields, "current_temperature_topic", "current_temperature_template");
    if (measured.isPresent() && device.claims("temperature")) {
      device.reads(
          "temperature", measured, value -> Words.number(value).map(unit::of).map(Value::of));
    }
    for (String setpoint : SETPOINTS) {
      setpoint(setpoint, fields, device, unit, least, most);
    }
    modes(fields, device);
    preset(fields, device);
    humidity(fields, device);
    details(fields, device);
  }

  private static void setpoint(
      String name, Fields fields, Assembly device, Units.Conversion unit, double least, double most)
      throws TemplateException {
    Optional<Source> state = device.source(fields, name + "_state_topic", name + "_state_template");
    Optional<Target> target =
        device.target(fields, name + "_command_topic", name + "_command_template");
    if (state.isEmpty() && target.isEmpty()) {
      return;
    }
    if (!device.claims("targetTemperature")) {
      device.detail(name, state);
      return;
    }
    double min = fields.number("min_temp").map(unit::of).orElse(least);
    double max = Math.max(min, fields.number("max_temp").map(unit::of).orElse(most));
    double step = fields.number("temp_step", 1);
    device.draft().limits("targetTemperature", min, max);
    device.reads(
        "targetTemperature", state, value -> Words.number(value).map(unit::of).map(Value::of));
    if (target.isPresent()) {
      Degrees set =
          celsius -> {
            double wanted = unit.back(Math.clamp(celsius, min, max));
            double from = fields.number("min_temp", 0);
            return List.of(target.get().send(number(Scales.stepped(wanted, from, step))));
          };
      device.command(
          "setTemperature", "targetTemperature", call -> set.to(call.number("targetTemperature")));
      device.command(
          "adjustTemperature",
          "targetTemperature",
          call -> set.to(call.current("targetTemperature") + call.number("delta")));
    }
  }

  private static Object number(double value) {
    return value == Math.rint(value) ? (Object) (long) value : (Object) value;
  }

  private static void modes(Fields fields, Assembly device) throws TemplateException {
    List<String> theirs = new ArrayList<>(fields.words("modes"));
    Map<String, String> wireByMode = new LinkedHashMap<>();
    for (String mode : theirs) {
      if (MODES.contains(mode)) {
        wireByMode.put(mode, mode);
      }
    }
    for (String mode : theirs) {
      String meant = MEANT.get(mode);
      if (meant != null) {
        wireByMode.putIfAbsent(meant, mode);
      }
    }
    Optional<Source> state = device.source(fields, "mode_state_topic", "mode_state_template");
    Optional<Target> target = device.target(fields, "mode_command_topic", "mode_command_template");
    if (wireByMode.isEmpty() || !device.claims("mode")) {
      device.detail("operation_mode", state);
      return;
    }
    device.draft().choices("mode", List.copyOf(wireByMode.keySet()));
    device.reads("mode", state, value -> mode(Words.written(value), wireByMode).map(Value::of));
    if (target.isPresent()) {
      device.command("setMode", "mode", call -> told(target.get(), wireByMode, call.word("mode")));
    }
    power(fields, device, wireByMode, target);
  }

  private static void power(
      Fields fields, Assembly device, Map<String, String> wireByMode, Optional<Target> target)
      throws TemplateException {
    Optional<Target> power = device.target(fields, "power_command_topic", "power_command_template");
    if (power.isPresent()) {
      Object on = Switches.orElse(fields.raw("payload_on"), "ON");
      Object off = Switches.orElse(fields.raw("payload_off"), "OFF");
      device.command("turnOn", "mode", call -> List.of(power.get().send(on)));
      device.command("turnOff", "mode", call -> List.of(power.get().send(off)));
    } else if (target.isPresent() && wireByMode.containsKey("off")) {
      device.command("turnOff", "mode", call -> told(target.get(), wireByMode, "off"));
      List.of("heat", "auto", "cool", "fan_only").stream()
          .filter(wireByMode::containsKey)
          .findFirst()
          .ifPresent(mode ->
              device.command("turnOn", "mode", call -> told(target.get(), wireByMode, mode)));
    }
  }

  private static Optional<String> mode(String said, Map<String, String> wireByMode) {
    if (wireByMode.containsKey(said) && wireByMode.get(said).equals(said)) {
      return Optional.of(said);
    }
    return Optional.ofNullable(MEANT.get(said)).filter(wireByMode::containsKey);
  }

  private static List<Outgoing> told(Target target, Map<String, String> wireByMode, String mode)
      throws CannotCommandException {
    String wire = wireByMode.get(mode);
    if (wire == null) {
      throw new CannotCommandException("it has no mode " + mode);
    }
    return List.of(target.send(wire));
  }

  private static void preset(Fields fields, Assembly device) throws TemplateException {
    List<String> presets = new ArrayList<>(fields.words("preset_modes"));
    Optional<Source> state =
        device.source(fields, "preset_mode_state_topic", "preset_mode_value_template");
    if (presets.isEmpty() || state.isEmpty() || !device.claims("preset")) {
      return;
    }
    presets.add("none");
    device.draft().choices("preset", presets.stream().distinct().toList());
    device.reads(
        "preset",
        state,
        value -> Optional.of(Words.written(value)).filter(presets::contains).map(Value::of));
  }

  private static void humidity(Fields fields, Assembly device) throws TemplateException {
    Optional<Source> measured =
        device.source(fields, "current_humidity_topic", "current_humidity_template");
    if (measured.isPresent() && device.claims("humidity")) {
      device.draft().capability("RelativeHumidityMeasurement");
      device.reads(
          "humidity",
          measured,
          value -> Words.number(value).filter(n -> n >= 0 && n <= 100).map(Value::of));
    }
  }

  private static void details(Fields fields, Assembly device) throws TemplateException {
    device.detail(
        "fan_mode", device.source(fields, "fan_mode_state_topic", "fan_mode_state_template"));
    device.detail(
        "swing_mode", device.source(fields, "swing_mode_state_topic", "swing_mode_state_template"));
    device.detail("hvac_action", device.source(fields, "action_topic", "action_template"));
  }

  /** Brings it to a temperature in degrees Celsius. */
  @FunctionalInterface
  private interface Degrees {
    List<Outgoing> to(double celsius) throws CannotCommandException;
  }
}
