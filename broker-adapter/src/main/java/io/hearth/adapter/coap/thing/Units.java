package io.hearth.adapter.coap.thing;

import io.hearth.adapter.vocabulary.Units.Conversion;
import io.hearth.model.device.Unit;
import java.util.Map;
import java.util.Optional;

/**
 * The units of SenML (RFC 8428 section 12.1, RFC 8798) and those that IPSO objects write: what they
 * spell unlike others, before the spellings that all devices use.
 */
final class Units {

  private static final Map<String, Conversion> SENML =
      Map.of(
          "Cel", new Conversion("°C", 1, 0),
          "Far", new Conversion("°C", 5.0 / 9, -160.0 / 9),
          "%EL", new Conversion("%", 1, 0),
          "/", new Conversion("%", 100, 0),
          "J", new Conversion("kWh", 1 / 3.6e6, 0),
          "mK", new Conversion("K", 0.001, 0));

  private static final Conversion CELSIUS_OF_KELVIN = new Conversion("°C", 1, -273.15);
  private static final double HIGHEST_HECTOPASCAL = 2000;

  private Units() {}

  /**
   * A number in a unit of the house.
   *
   * @return empty when the unit is known and measures something else
   */
  static Optional<Double> convert(double number, String said, Unit unit) {
    Optional<Conversion> conversion = known(said, unit);
    if (unit == Unit.NONE || conversion.isEmpty()) {
      return Optional.of(number);
    }
    if (unit == Unit.HECTOPASCAL && said.equals("hPa") && number > HIGHEST_HECTOPASCAL) {
      // No weather is like that: the sender counts in pascal and does not say so.
      return Optional.of(number * 0.01);
    }
    return conversion
        .filter(known -> known.symbol().equals(unit.symbol()))
        .map(known -> known.of(number));
  }

  /** A number of the house in a unit of the wire. */
  static double back(double number, Unit unit, String usual) {
    return known(usual, unit)
        .filter(known -> known.symbol().equals(unit.symbol()))
        .map(known -> known.back(number))
        .orElse(number);
  }

  /** Which unit of the house measures what a unit of the wire does; kelvin are temperatures. */
  static Optional<Unit> of(String said) {
    return known(said, Unit.CELSIUS).flatMap(known -> Unit.ofSymbol(known.symbol()));
  }

  private static Optional<Conversion> known(String said, Unit unit) {
    if (said.equals("K") && unit == Unit.CELSIUS) {
      return Optional.of(CELSIUS_OF_KELVIN);
    }
    return Optional.ofNullable(SENML.get(said))
        .or(() -> io.hearth.adapter.vocabulary.Units.of(said));
  }
}
