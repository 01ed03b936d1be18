package io.hearth.adapter.vocabulary;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The spellings of units that devices use, and what they are in the catalogue's units. */
public final class Units {

  /** A unit of the catalogue, by its symbol, and how a spelled one becomes it. */
  public record Conversion(String symbol, double factor, double offset) {

    /** In the catalogue's unit. */
    public double of(double value) {
      return factor == 1 && offset == 0 ? value : Scales.rounded(value * factor + offset, 4);
    }

    /** Back in the device's unit. */
    public double back(double value) {
      return factor == 1 && offset == 0 ? value : Scales.rounded((value - offset) / factor, 4);
    }
  }

  private static final Map<String, Conversion> BY_SPELLING = new HashMap<>();

  static {
    unit("°C", 1, 0, "°c", "c", "celsius", "degc", "℃");
    unit("°C", 5.0 / 9, -160.0 / 9, "°f", "f", "fahrenheit", "degf", "℉");
    unit("%", 1, 0, "%", "percent", "%rh", "pct");
    unit("lx", 1, 0, "lx", "lux");
    unit("hPa", 1, 0, "hpa", "mbar", "millibar");
    unit("hPa", 0.01, 0, "pa", "pascal");
    unit("hPa", 10, 0, "kpa");
    unit("hPa", 1000, 0, "bar");
    unit("hPa", 68.947573, 0, "psi");
    unit("hPa", 33.863886, 0, "inhg");
    unit("hPa", 1.3332239, 0, "mmhg");
    unit("ppm", 1, 0, "ppm");
    unit("ppm", 0.001, 0, "ppb");
    unit("µg/m³", 1, 0, "µg/m³", "μg/m³", "ug/m3", "µg/m3", "μg/m3", "ug/m³");
    unit("µg/m³", 1000, 0, "mg/m³", "mg/m3");
    unit("W", 1, 0, "w", "watt");
    unit("W", 0.001, 0, "mw");
    unit("W", 1000, 0, "kw");
    unit("kWh", 1, 0, "kwh");
    unit("kWh", 0.001, 0, "wh");
    unit("kWh", 1000, 0, "mwh");
    unit("kWh", 1 / 3.6, 0, "mj");
    unit("kWh", 1 / 3600.0, 0, "kj");
    unit("kWh", 1 / 60_000.0, 0, "wmin", "w-min");
    unit("s", 1, 0, "s", "sec", "second", "seconds");
    unit("s", 0.001, 0, "ms");
    unit("s", 60, 0, "min", "minute", "minutes");
    unit("s", 3600, 0, "h", "hr", "hour", "hours");
    unit("K", 1, 0, "k", "kelvin");
  }

  private Units() {}

  private static void unit(String symbol, double factor, double offset, String... spellings) {
    for (String spelling : spellings) {
      BY_SPELLING.put(spelling, new Conversion(symbol, factor, offset));
    }
  }

  /** What a spelled unit is; empty for one that the catalogue has none for. */
  public static Optional<Conversion> of(String spelling) {
    String word = spelling.strip();
    if (word.equals("mW")) {
      return Optional.of(new Conversion("W", 0.001, 0));
    }
    if (word.equals("MW")) {
      return Optional.of(new Conversion("W", 1e6, 0));
    }
    return Optional.ofNullable(BY_SPELLING.get(word.toLowerCase(Locale.ROOT)));
  }

  /**
   * How a spelled unit becomes a given one of the catalogue.
   *
   * @param spelling empty where the device does not say one: it then means the catalogue's
   * @param symbol of the catalogue's unit
   * @return empty when one cannot become the other
   */
  public static Optional<Conversion> to(String spelling, String symbol) {
    return spelling.isBlank()
        ? Optional.of(new Conversion(symbol, 1, 0))
        : of(spelling).filter(conversion -> conversion.symbol().equals(symbol));
  }
}
