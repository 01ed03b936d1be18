package io.hearth.adapter.inference;

import io.hearth.adapter.vocabulary.Scales;
import io.hearth.adapter.vocabulary.Units;
import io.hearth.model.device.Range;
import io.hearth.model.device.Unit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * Turns numbers as a device writes them into the unit of the catalogue and back.
 *
 * @param read from the device's unit
 * @param write into the device's unit
 */
record Scale(DoubleUnaryOperator read, DoubleUnaryOperator write) {

  /** The same unit. */
  static final Scale SAME = new Scale(value -> value, value -> value);

  private static final double ABSOLUTE_ZERO = -273.15;
  private static final Set<String> MIRED = Set.of("mired", "mireds", "mirek");
  private static final Set<String> KELVIN = Set.of("k", "kelvin");

  /** From one range to the percents of it, in whole ones. */
  static Scale percentOf(Range range) {
    return new Scale(
        value -> Math.rint(Scales.percent(value, range.min(), range.max())),
        value -> Scales.ofPercent(value, range.min(), range.max()));
  }

  /**
   * How a unit as written becomes one of the catalogue.
   *
   * @param written not blank; a prefix as in {@code om2:degree_Celsius} is left out
   */
  static Optional<Scale> of(String written, Unit unit) {
    String name =
        written
            .strip()
            .replaceAll("^.*[:/#](?=\\p{L}{2})", "")
            .replaceAll("(?i)deg(ree)?[_ ]?(?=[cf])", "°")
            .replaceAll("(?i)°(c|f)\\w*$", "°$1");
    String word = name.toLowerCase(Locale.ROOT);
    if (unit == Unit.KELVIN && MIRED.contains(word)) {
      DoubleUnaryOperator turned = value -> Math.rint(1e6 / Math.max(value, 1));
      return Optional.of(new Scale(turned, turned));
    }
    if (unit == Unit.CELSIUS && KELVIN.contains(word)) {
      return Optional.of(
          new Scale(
              value -> Scales.rounded(value + ABSOLUTE_ZERO, 4),
              value -> Scales.rounded(value - ABSOLUTE_ZERO, 4)));
    }
    return Units.of(name)
        .filter(conversion -> conversion.symbol().equals(unit.symbol()))
        .map(conversion -> new Scale(conversion::of, conversion::back));
  }
}
