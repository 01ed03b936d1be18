package io.hearth.adapter.vocabulary;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured, by the words that conventions have for it: classes of Home Assistant, names of
 * zigbee2mqtt, Tasmota and Shelly.
 */
public final class Measurements {

  /**
   * A number of the catalogue.
   *
   * @param property also the kind of a sensor that measures nothing else
   * @param symbol of its unit
   */
  public record Numeric(String property, String capability, String symbol) {}

  /**
   * A yes or no of the catalogue.
   *
   * @param kind of a sensor that tells nothing else
   * @param inverted when the device's yes is the catalogue's no
   */
  public record Binary(String property, String capability, String kind, boolean inverted) {}

  private static final Map<String, Numeric> NUMERIC = new HashMap<>();
  private static final Map<String, Binary> BINARY = new HashMap<>();

  static {
    numeric(
        "temperature",
        "TemperatureMeasurement",
        "°C",
        "temperature",
        "current_temperature",
        "local_temperature",
        "air_temperature",
        "temp");
    numeric(
        "humidity",
        "RelativeHumidityMeasurement",
        "%",
        "humidity",
        "relative_humidity",
        "current_humidity");
    numeric("illuminance", "IlluminanceMeasurement", "lx", "illuminance", "illuminance_lux", "lux");
    numeric("pressure", "PressureMeasurement", "hPa", "pressure", "atmospheric_pressure");
    numeric(
        "co2",
        "CarbonDioxideConcentration",
        "ppm",
        "co2",
        "carbon_dioxide",
        "carbondioxide",
        "eco2");
    numeric("pm25", "Pm25Concentration", "µg/m³", "pm25", "pm2_5", "pm2.5");
    numeric("power", "ElectricalPower", "W", "power", "apower", "active_power");
    numeric("energy", "ElectricalEnergy", "kWh", "energy", "aenergy", "total_energy");
    numeric("battery", "PowerSource", "%", "battery", "battery_level", "battery_percentage");

    binary("open", "BooleanState", "open", false, "opening", "open");
    binary("open", "BooleanState", "open", true, "contact");
    binary("open", "BooleanState", "door", false, "door", "door_open");
    binary("open", "BooleanState", "window", false, "window", "window_open");
    binary("open", "BooleanState", "garage_door", false, "garage_door");
    binary("open", "BooleanState", "garage_door", true, "garage_door_contact");
    binary(
        "moisture",
        "BooleanState",
        "moisture",
        false,
        "moisture",
        "water_leak",
        "leak",
        "flood",
        "water");
    binary("vibration", "BooleanState", "vibration", false, "vibration");
    binary("sound", "BooleanState", "sound", false, "sound", "noise_detected");
    binary("problem", "BooleanState", "problem", false, "problem", "fault");
    binary("tamper", "BooleanState", "tamper", false, "tamper");
    binary("motion", "OccupancySensing", "motion", false, "motion", "pir");
    binary(
        "occupied",
        "OccupancySensing",
        "occupied",
        false,
        "occupancy",
        "occupied",
        "presence",
        "human_presence");
    binary("smoke", "SmokeCoAlarm", "smoke", false, "smoke");
    binary("gas", "SmokeCoAlarm", "gas", false, "gas");
    binary("carbon_monoxide", "SmokeCoAlarm", "carbon_monoxide", false, "carbon_monoxide");
  }

  private Measurements() {}

  private static void numeric(String property, String capability, String symbol, String... words) {
    for (String word : words) {
      NUMERIC.put(word, new Numeric(property, capability, symbol));
    }
  }

  private static void binary(
      String property, String capability, String kind, boolean inverted, String... words) {
    for (String word : words) {
      BINARY.put(word, new Binary(property, capability, kind, inverted));
    }
  }

  /** What a number of that class or name is; case does not matter. */
  public static Optional<Numeric> numeric(String word) {
    return Optional.ofNullable(NUMERIC.get(word.toLowerCase(Locale.ROOT)));
  }

  /** What a yes or no of that class or name is; case does not matter. */
  public static Optional<Binary> binary(String word) {
    return Optional.ofNullable(BINARY.get(word.toLowerCase(Locale.ROOT)));
  }
}
