package io.hearth.adapter.vocabulary;

import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Colours in the spaces that devices speak, and the catalogue's hue (0–360°) and saturation (0–100
 * %). Brightness is always said beside the colour: a colour here is at its brightest.
 */
public final class Colors {

  /** Where colour temperature is white enough to be said: below and above are no lamps. */
  private static final double WARMEST = 1000;

  private static final double COLDEST = 20_000;

  private Colors() {}

  /**
   * A colour of the catalogue.
   *
   * @param hue in degrees, any turn
   * @param saturation in percent, cut to 0–100
   */
  public record Hs(double hue, double saturation) {
    public Hs {
      hue = Scales.rounded(((hue % 360) + 360) % 360, 2) % 360;
      saturation = Scales.rounded(Math.clamp(saturation, 0, 100), 2);
    }

    /** As the property {@code color}. */
    public Value value() {
      Map<String, Value> fields = new LinkedHashMap<>();
      fields.put("hue", Value.of(hue));
      fields.put("saturation", Value.of(saturation));
      return new Value.Fields(fields);
    }

    /** The colour that a property or argument {@code color} means. */
    public static Optional<Hs> of(Value color) {
      return color instanceof Value.Fields(Map<String, Value> fields)
              && fields.get("hue") instanceof Value.Number(double hue)
              && fields.get("saturation") instanceof Value.Number(double saturation)
          ? Optional.of(new Hs(hue, saturation))
          : Optional.empty();
    }
  }

  /** Red, green and blue of 0 to 255 each, the brightest of them 255. */
  public record Rgb(int red, int green, int blue) {
    public Rgb {
      red = Math.clamp(red, 0, 255);
      green = Math.clamp(green, 0, 255);
      blue = Math.clamp(blue, 0, 255);
    }

    /** As in web pages, without {@code #}: {@code ff8000}. */
    public String hex() {
      return "%02x%02x%02x".formatted(red, green, blue);
    }
  }

  /** Chromaticity in the CIE 1931 diagram. */
  public record Xy(double x, double y) {}

  /** The usual conversion from HSV, at full value. */
  public static Rgb rgb(Hs color) {
    double saturation = color.saturation() / 100;
    return new Rgb(
        channel(color.hue(), saturation, 5),
        channel(color.hue(), saturation, 3),
        channel(color.hue(), saturation, 1));
  }

  private static int channel(double hue, double saturation, int offset) {
    double k = (offset + hue / 60) % 6;
    double share = Math.clamp(Math.min(k, 4 - k), 0, 1);
    return (int) Math.round(255 * (1 - saturation * share));
  }

  /** The usual conversion to HSV, its value left out; no light at all is white. */
  public static Hs hs(double red, double green, double blue) {
    double max = Math.max(red, Math.max(green, blue));
    double spread = max - Math.min(red, Math.min(green, blue));
    if (!(max > 0) || spread == 0) {
      return new Hs(0, 0);
    }
    double sector =
        max == red
            ? (green - blue) / spread
            : max == green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
    return new Hs(60 * sector, 100 * spread / max);
  }

  /**
   * What a chromaticity looks like: through sRGB (IEC 61966-2-1) with its white of D65, colours out
   * of its reach drawn to its edge.
   */
  public static Hs hs(Xy color) {
    double y = Math.max(color.y(), 1e-4);
    double bigX = color.x() / y;
    double bigZ = (1 - color.x() - color.y()) / y;
    double red = Math.max(0, 3.2404542 * bigX - 1.5371385 - 0.4985314 * bigZ);
    double green = Math.max(0, -0.9692660 * bigX + 1.8760108 + 0.0415560 * bigZ);
    double blue = Math.max(0, 0.0556434 * bigX - 0.2040259 + 1.0572252 * bigZ);
    double max = Math.max(red, Math.max(green, blue));
    return max > 0
        ? hs(companded(red / max), companded(green / max), companded(blue / max))
        : new Hs(0, 0);
  }

  /** The chromaticity of a colour: the inverse of {@link #hs(Xy)}. */
  public static Xy xy(Hs color) {
    double saturation = color.saturation() / 100;
    double red = linear(exact(color.hue(), saturation, 5));
    double green = linear(exact(color.hue(), saturation, 3));
    double blue = linear(exact(color.hue(), saturation, 1));
    double bigX = 0.4124564 * red + 0.3575761 * green + 0.1804375 * blue;
    double bigY = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue;
    double bigZ = 0.0193339 * red + 0.1191920 * green + 0.9503041 * blue;
    double sum = bigX + bigY + bigZ;
    return new Xy(Scales.rounded(bigX / sum, 4), Scales.rounded(bigY / sum, 4));
  }

  private static double exact(double hue, double saturation, int offset) {
    double k = (offset + hue / 60) % 6;
    return 1 - saturation * Math.clamp(Math.min(k, 4 - k), 0, 1);
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static double companded(double channel) {
    return channel <= 0.0031308 ? 12.92 * channel : 1.055 * Math.pow(channel, 1 / 2.4) - 0.055;
  }

  /** Kelvin of mired, and as well mired of kelvin; empty for what no lamp has. */
  public static Optional<Double> kelvin(double mired) {
    double kelvin = 1_000_000 / mired;
    return kelvin >= WARMEST && kelvin <= COLDEST
        ? Optional.of((double) Math.round(kelvin))
        : Optional.empty();
  }

  /** Whole mired of kelvin, within the mired that a lamp can do. */
  public static int mired(double kelvin, double least, double most) {
    return (int) Math.round(Math.clamp(1_000_000 / Math.max(kelvin, 1), least, most));
  }
}
