package io.hearth.adapter.inference;

import static io.hearth.adapter.inference.Described.Shape.BOOLEAN;
import static io.hearth.adapter.inference.Described.Shape.COLOR;
import static io.hearth.adapter.inference.Described.Shape.NUMBER;
import static io.hearth.adapter.inference.Described.Shape.OPTION;

import io.hearth.model.device.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of names: which value of a device is which property of the catalogue. A name that
 * stands for several things, as {@code level} does, counts only in a group that decides.
 */
final class Vocabulary {

  /** What a row needs of how a value can be used. */
  enum Use {
    ANY,
    READ_ONLY,
    SETTABLE
  }

  /**
   * One property under one of its names.
   *
   * @param opposite whether the name says the opposite, as {@code closed} does of {@code open}
   * @param goal whether the name says what shall be
   */
  record Row(
      String property, Described.Shape shape, Unit unit, Use use, boolean opposite, boolean goal) {

    boolean fits(Described value) {
      boolean shaped =
          value.shape() == shape || (shape == BOOLEAN && value.shape() == OPTION && isTwo(value));
      return shaped
          && switch (use) {
            case ANY -> true;
            case READ_ONLY -> !value.settable();
            case SETTABLE -> value.settable();
          };
    }

    private static boolean isTwo(Described value) {
      return value.options().size() == 2;
    }
  }

  private static final Set<String> GENERIC =
      Set.of(
          "value",
          "state",
          "status",
          "current",
          "reading",
          "measurement",
          "data",
          "control",
          "set",
          "level",
          "output",
          "percentage",
          "percent",
          "intensity",
          "speed",
          "mode");

  private static final List<String> SUFFIXES =
      List.of("_property", "_state", "_status", "_data", "_value", "_sensor", "_measurement");

  private final Map<String, List<Row>> byName = new LinkedHashMap<>();

  Vocabulary() {
    switches();
    numbers();
    measured();
    booleans();
    options();
  }

  /** The row that a value belongs to, if its description leaves one only. */
  Optional<Row> find(Described value) {
    for (String annotation : value.annotations()) {
      Optional<Row> row = named(local(annotation), value);
      if (row.isPresent()) {
        return row;
      }
    }
    String name = Words.key(value.name());
    Optional<Row> row = named(name, value);
    if (row.isEmpty()) {
      row = named(withoutGroup(name, value.group()), value);
    }
    if (row.isEmpty() && GENERIC.contains(withoutGroup(name, value.group()))) {
      row = byGroup(value);
    }
    return row.or(() -> byUnit(value));
  }

  private Optional<Row> named(String name, Described value) {
    Optional<Row> row = exactly(name, value);
    for (String suffix : SUFFIXES) {
      if (row.isEmpty() && name.endsWith(suffix) && name.length() > suffix.length()) {
        row = exactly(name.substring(0, name.length() - suffix.length()), value);
      }
    }
    return row;
  }

  private Optional<Row> exactly(String name, Described value) {
    return byName.getOrDefault(name, List.of()).stream()
        .filter(row -> row.fits(value))
        .filter(row -> value.unit().isEmpty() || isUnitOf(value.unit(), row.unit()))
        .findFirst();
  }

  private static boolean isUnitOf(String written, Unit unit) {
    return unit == Unit.NONE || Scale.of(written, unit).isPresent();
  }

  /** {@code saref:OnOffState} is {@code on_off_state}, as is the same as an IRI. */
  private static String local(String annotation) {
    return Words.key(annotation.replaceAll("^.*[:/#]", ""));
  }

  private static String withoutGroup(String name, String group) {
    for (String word : Words.of(group)) {
      if (name.startsWith(word + "_")) {
        return name.substring(word.length() + 1);
      }
      if (name.endsWith("_" + word)) {
        return name.substring(0, name.length() - word.length() - 1);
      }
    }
    return name;
  }

  private Optional<Row> byGroup(Described value) {
    for (String word : Words.of(value.group())) {
      Optional<Row> row = named(word, value);
      if (row.isPresent()) {
        return row;
      }
    }
    return DeviceWords.type(value.group()).flatMap(type -> ofType(type.type(), value));
  }

  /** What such a device mainly does, when a value of it has no name of its own. */
  private Optional<Row> ofType(String type, Described value) {
    List<String> names =
        switch (type) {
          case "light" -> List.of("on", "brightness");
          case "fan" -> List.of("on", "fan_speed");
          case "cover", "valve" -> List.of("position", "moving");
          case "lock" -> List.of("locked");
          case "thermostat" -> List.of("target_temperature", "thermostat_mode", "on");
          case "switch", "outlet", "siren", "sprinkler" -> List.of("on");
          case "media_player" -> List.of("playback", "volume");
          case "vacuum", "mower" -> List.of("cleaning");
          case "alarm_panel" -> List.of("armed");
          case "humidifier", "dehumidifier" -> List.of("on", "target_humidity");
          case "washer", "dryer", "dishwasher", "coffee_maker", "kettle", "microwave" ->
              List.of("operation");
          default -> List.of();
        };
    return names.stream().flatMap(name -> exactly(name, value).stream()).findFirst();
  }

  /** Units that only one property has. */
  private Optional<Row> byUnit(Described value) {
    if (value.settable() || value.shape() != NUMBER || value.unit().isEmpty()) {
      return Optional.empty();
    }
    return List.of("illuminance", "power", "energy").stream()
        .flatMap(name -> exactly(name, value).stream())
        .filter(row -> !value.unit().strip().equals("J"))
        .findFirst();
  }

  private void switches() {
    row(
        new Row("on", BOOLEAN, Unit.NONE, Use.SETTABLE, false, false),
        "on",
        "power",
        "switch",
        "on_off",
        "onoff",
        "power_state",
        "relay",
        "is_on",
        "turned_on",
        "power_on",
        "light",
        "lamp",
        "plug",
        "socket",
        "outlet",
        "active");
    row(
        new Row("locked", BOOLEAN, Unit.NONE, Use.ANY, false, false),
        "locked",
        "lock",
        "is_locked",
        "lock_state");
    row(new Row("locked", BOOLEAN, Unit.NONE, Use.ANY, true, false), "unlocked", "unlock");
    row(new Row("muted", BOOLEAN, Unit.NONE, Use.ANY, false, false), "muted", "mute");
    row(
        new Row("oscillating", BOOLEAN, Unit.NONE, Use.ANY, false, false),
        "oscillating",
        "oscillation",
        "oscillate");
  }

  private void numbers() {
    row(
        number("brightness", Unit.PERCENT, Use.SETTABLE),
        "brightness",
        "dim",
        "dimmer",
        "dim_level",
        "dimming",
        "brightness_level",
        "bri",
        "dimmer_level");
    row(
        number("colorTemperature", Unit.KELVIN, Use.SETTABLE),
        "color_temperature",
        "colour_temperature",
        "color_temp",
        "colour_temp",
        "ct",
        "white_temperature");
    row(
        new Row("color", COLOR, Unit.NONE, Use.ANY, false, false),
        "color",
        "colour",
        "hsv",
        "rgb",
        "hue",
        "color_hsv",
        "color_rgb",
        "current_color",
        "current_colour",
        "light",
        "lamp");
    row(
        number("fanSpeed", Unit.PERCENT, Use.ANY),
        "fan_speed",
        "fan_level",
        "fan",
        "ventilation",
        "ventilation_level",
        "airflow");
    row(
        number("position", Unit.PERCENT, Use.ANY),
        "position",
        "opening",
        "lift",
        "openness",
        "cover_position",
        "shutter",
        "blind",
        "curtain",
        "current_position",
        "lift_position",
        "open_percent",
        "roller_shutter");
    row(
        new Row("position", NUMBER, Unit.PERCENT, Use.SETTABLE, false, true),
        "target_position",
        "desired_position",
        "position_target",
        "set_position");
    row(number("tilt", Unit.PERCENT, Use.ANY), "tilt", "tilt_position", "slat", "slats");
    row(number("volume", Unit.PERCENT, Use.ANY), "volume", "volume_level", "loudness");
    row(
        number("targetTemperature", Unit.CELSIUS, Use.ANY),
        "target_temperature",
        "setpoint",
        "set_point",
        "temperature_setpoint",
        "set_temperature",
        "desired_temperature",
        "heating_setpoint",
        "thermostat_setpoint",
        "temperature_target",
        "target_temp",
        "occupied_heating_setpoint",
        "temperature_set_point",
        "target",
        "heating_target_temperature");
    row(number("targetTemperature", Unit.CELSIUS, Use.SETTABLE), "temperature", "temp");
    row(
        number("targetHumidity", Unit.PERCENT, Use.ANY),
        "target_humidity",
        "humidity_setpoint",
        "humidity_target",
        "set_humidity",
        "desired_humidity");
    row(number("targetHumidity", Unit.PERCENT, Use.SETTABLE), "humidity");
    row(
        number("remaining", Unit.SECOND, Use.READ_ONLY),
        "remaining",
        "remaining_time",
        "time_remaining",
        "time_left");
  }

  private void measured() {
    row(
        number("temperature", Unit.CELSIUS, Use.READ_ONLY),
        "temperature",
        "temp",
        "current_temperature",
        "room_temperature",
        "measured_temperature",
        "actual_temperature",
        "local_temperature",
        "air_temperature",
        "ambient_temperature",
        "thermometer",
        "degrees");
    row(
        number("humidity", Unit.PERCENT, Use.READ_ONLY),
        "humidity",
        "relative_humidity",
        "current_humidity",
        "air_humidity",
        "rh",
        "hygrometer");
    row(
        number("illuminance", Unit.LUX, Use.READ_ONLY),
        "illuminance",
        "lux",
        "light_level",
        "ambient_light",
        "light_intensity",
        "brightness",
        "light",
        "luminance",
        "illumination");
    row(
        number("pressure", Unit.HECTOPASCAL, Use.READ_ONLY),
        "pressure",
        "air_pressure",
        "barometric_pressure",
        "atmospheric_pressure",
        "barometer");
    row(
        number("co2", Unit.PARTS_PER_MILLION, Use.READ_ONLY),
        "co2",
        "carbon_dioxide",
        "co2_concentration",
        "co2_level");
    row(
        number("pm25", Unit.MICROGRAM_PER_CUBIC_METRE, Use.READ_ONLY),
        "pm25",
        "pm2_5",
        "pm_2_5",
        "pm_25");
    row(
        number("power", Unit.WATT, Use.READ_ONLY),
        "power",
        "active_power",
        "current_power",
        "power_consumption",
        "watts",
        "wattage",
        "instantaneous_power",
        "load");
    row(
        number("energy", Unit.KILOWATT_HOUR, Use.READ_ONLY),
        "energy",
        "total_energy",
        "energy_total",
        "energy_consumption",
        "energy_consumed",
        "consumption",
        "kwh",
        "counter");
    row(
        number("battery", Unit.PERCENT, Use.READ_ONLY),
        "battery",
        "battery_level",
        "batt",
        "battery_percentage",
        "battery_charge",
        "batterylevel",
        "state_of_charge");
  }

  private void booleans() {
    seen("motion", "motion", "movement", "motion_detected", "pir");
    seen("occupied", "occupied", "occupancy", "presence");
    seen("smoke", "smoke", "smoke_detected", "smoke_alarm", "fire");
    seen("gas", "gas", "gas_detected", "gas_leak");
    seen("carbon_monoxide", "carbon_monoxide", "co", "co_alarm");
    seen("moisture", "moisture", "water_leak", "leak", "flood", "wet", "leak_detected", "water");
    seen("vibration", "vibration", "shock");
    seen("sound", "sound", "noise");
    seen("problem", "problem", "fault");
    seen("tamper", "tamper", "tampered", "sabotage");
    seen("open", "open", "opened", "is_open", "open_close", "contact", "door", "window", "gate");
    row(new Row("open", BOOLEAN, Unit.NONE, Use.READ_ONLY, true, false), "closed", "is_closed");
    seen("jammed", "jammed", "jam");
    seen("triggered", "triggered", "alarm_triggered");
  }

  private void options() {
    row(
        option("mode"),
        "thermostat_mode",
        "hvac_mode",
        "heating_mode",
        "system_mode",
        "operation_mode",
        "heating_cooling",
        "thermostat",
        "mode",
        "operating_mode");
    row(option("preset"), "preset", "preset_mode");
    row(
        option("playback"),
        "playback",
        "playback_state",
        "player",
        "player_state",
        "transport",
        "media_state",
        "play_state",
        "playing");
    row(option("source"), "source", "input", "input_source");
    row(
        option("operation"),
        "operation",
        "operational_state",
        "run_state",
        "machine_state",
        "operation_state");
    row(option("program"), "program", "programme");
    row(option("cleaning"), "cleaning", "cleaning_state", "vacuum", "mower", "robot_state");
    row(option("armed"), "armed", "arm", "alarm_mode", "alarm_state", "arm_mode", "alarm");
    row(
        option("moving"),
        "moving",
        "movement",
        "motion",
        "cover",
        "cover_state",
        "shutter",
        "blind",
        "curtain",
        "garage_door",
        "gate",
        "door",
        "action",
        "move",
        "valve",
        "awning");
    row(option("cookMode"), "cook_mode", "cooking_mode");
    row(option("swing"), "swing", "swing_mode");
  }

  private void seen(String property, String... names) {
    row(new Row(property, BOOLEAN, Unit.NONE, Use.READ_ONLY, false, false), names);
  }

  private static Row number(String property, Unit unit, Use use) {
    return new Row(property, NUMBER, unit, use, false, false);
  }

  private static Row option(String property) {
    return new Row(property, OPTION, Unit.NONE, Use.ANY, false, false);
  }

  private void row(Row row, String... names) {
    byName.computeIfAbsent(Words.key(row.property()), added -> new ArrayList<>()).add(row);
    for (String name : names) {
      List<Row> rows = byName.computeIfAbsent(name, added -> new ArrayList<>());
      if (!rows.contains(row)) {
        rows.add(row);
      }
    }
  }
}
