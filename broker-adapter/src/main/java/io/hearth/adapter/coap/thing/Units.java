package io.hearth.adapter.coap.thing;

import io.hearth.model.device.Unit;
import java.util.Map;
import java.util.Optional;

/**
 * The units of SenML (RFC 8428 section 12.1, RFC 8798) and those that IPSO objects write, as the
 * units of the house: value × factor + offset.
 */
final class Units {

  private record Scale(Unit unit, double factor, double offset) {}

  private static final Map<String, Scale> SCALES =
      Map.ofEntries(
          scale("Cel", Unit.CELSIUS, 1, 0),
          scale("C", Unit.CELSIUS, 1, 0),
          scale("°C", Unit.CELSIUS, 1, 0),
          scale("Celsius", Unit.CELSIUS, 1, 0),
          scale("celsius", Unit.CELSIUS, 1, 0),
          scale("degC", Unit.CELSIUS, 1, 0),
          scale("K", Unit.CELSIUS, 1, -273.15),
          scale("F", Unit.CELSIUS, 5 / 9.0, -160 / 9.0),
          scale("Far", Unit.CELSIUS, 5 / 9.0, -160 / 9.0),
          scale("°F", Unit.CELSIUS, 5 / 9.0, -160 / 9.0),
          scale("degF", Unit.CELSIUS, 5 / 9.0, -160 / 9.0),
          scale("%RH", Unit.PERCENT, 1, 0),
          scale("%", Unit.PERCENT, 1, 0),
          scale("%EL", Unit.PERCENT, 1, 0),
          scale("/", Unit.PERCENT, 100, 0),
          scale("lx", Unit.LUX, 1, 0),
          scale("lux", Unit.LUX, 1, 0),
          scale("Lux", Unit.LUX, 1, 0),
          scale("Pa", Unit.HECTOPASCAL, 0.01, 0),
          scale("hPa", Unit.HECTOPASCAL, 1, 0),
          scale("mbar", Unit.HECTOPASCAL, 1, 0),
          scale("kPa", Unit.HECTOPASCAL, 10, 0),
          scale("bar", Unit.HECTOPASCAL, 1000, 0),
          scale("ppm", Unit.PARTS_PER_MILLION, 1, 0),
          scale("ppb", Unit.PARTS_PER_MILLION, 0.001, 0),
          scale("ug/m3", Unit.MICROGRAM_PER_CUBIC_METRE, 1, 0),
          scale("µg/m³", Unit.MICROGRAM_PER_CUBIC_METRE, 1, 0),
          scale("W", Unit.WATT, 1, 0),
          scale("mW", Unit.WATT, 0.001, 0),
          scale("kW", Unit.WATT, 1000, 0),
          scale("J", Unit.KILOWATT_HOUR, 1 / 3.6e6, 0),
          scale("Wh", Unit.KILOWATT_HOUR, 0.001, 0),
          scale("kWh", Unit.KILOWATT_HOUR, 1, 0),
          scale("ms", Unit.SECOND, 0.001, 0),
          scale("s", Unit.SECOND, 1, 0),
          scale("min", Unit.SECOND, 60, 0),
          scale("h", Unit.SECOND, 3600, 0),
          scale("mK", Unit.KELVIN, 0.001, 0));

  private static final double HIGHEST_HECTOPASCAL = 2000;

  private Units() {}

  /**
   * A number in a unit of the house.
   *
   * @return empty when the unit is known and measures something else
   */
  static Optional<Double> convert(double number, String said, Unit unit) {
    Scale scale = SCALES.get(said);
    if (unit == Unit.NONE || scale == null) {
      return Optional.of(number);
    }
    if (unit == Unit.HECTOPASCAL && said.equals("hPa") && number > HIGHEST_HECTOPASCAL) {
      // No weather is like that: the sender counts in pascal and does not say so.
      return Optional.of(number * 0.01);
    }
    return scale.unit == unit
        ? Optional.of(rounded(number * scale.factor + scale.offset))
        : Optional.empty();
  }

  /** A number of the house in a unit of the wire. */
  static double back(double number, Unit unit, String usual) {
    Scale scale = SCALES.get(usual);
    return scale == null || scale.unit != unit
        ? number
        : rounded((number - scale.offset) / scale.factor);
  }

  /** Whether a unit measures what the unit of the house does. */
  static Optional<Unit> of(String said) {
    return Optional.ofNullable(SCALES.get(said)).map(Scale::unit);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }

  private static Map.Entry<String, Scale> scale(
      String word, Unit unit, double factor, double offset) {
    return Map.entry(word, new Scale(unit, factor, offset));
  }
}
