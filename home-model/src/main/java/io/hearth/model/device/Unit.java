package io.hearth.model.device;

import java.util.Arrays;
import java.util.Optional;

/** The units of the catalogue, with the range that physics or definition allows. */
public enum Unit {
  NONE("", -Double.MAX_VALUE, Double.MAX_VALUE),
  PERCENT("%", 0, 100),
  CELSIUS("°C", -273.15, Double.MAX_VALUE),
  KELVIN("K", 0, Double.MAX_VALUE),
  DEGREE("°", 0, 360),
  LUX("lx", 0, Double.MAX_VALUE),
  HECTOPASCAL("hPa", 0, Double.MAX_VALUE),
  PARTS_PER_MILLION("ppm", 0, 1_000_000),
  MICROGRAM_PER_CUBIC_METRE("µg/m³", 0, Double.MAX_VALUE),
  WATT("W", -Double.MAX_VALUE, Double.MAX_VALUE),
  KILOWATT_HOUR("kWh", -Double.MAX_VALUE, Double.MAX_VALUE),
  SECOND("s", 0, Double.MAX_VALUE);

  private final String symbol;
  private final double min;
  private final double max;

  Unit(String symbol, double min, double max) {
    this.symbol = symbol;
    this.min = min;
    this.max = max;
  }

  /** How it is written, e.g. {@code °C}; empty for {@link #NONE}. */
  public String symbol() {
    return symbol;
  }

  /** The smallest and largest value that can be meant in this unit. */
  public Range range() {
    return new Range(min, max);
  }

  /** The unit written like this, if there is one. */
  public static Optional<Unit> ofSymbol(String symbol) {
    return Arrays.stream(values()).filter(unit -> unit.symbol.equals(symbol)).findFirst();
  }
}
