package io.hearth.adapter.coap.thing;

import io.hearth.model.device.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colours of red, green and blue as hue and saturation; how bright they are is another property.
 */
final class Colours {

  private static final Pattern HEX = Pattern.compile("#?([0-9a-fA-F]{6})");
  private static final Pattern THREE =
      Pattern.compile(
          "(?:rgb\\()?\\s*(\\d{1,3})\\s*[,; ]\\s*(\\d{1,3})\\s*[,; ]\\s*(\\d{1,3})\\s*\\)?");

  private Colours() {}

  /** {@code #RRGGBB}, as in resource 5706 of IPSO; three numbers are read as well. */
  static final Codec HEX_TEXT =
      new Codec() {
        @Override
        public Optional<Value> read(Value wire, Optional<String> unit) {
          return rgb(wire).map(Colours::hueAndSaturation);
        }

        @Override
        public Value write(Value value) {
          int[] rgb = rgbOf(value);
          return Value.of("#%02X%02X%02X".formatted(rgb[0], rgb[1], rgb[2]));
        }
      };

  /** A list of three numbers from 0 to 255, as in {@code rgbValue} of OCF. */
  static final Codec LIST =
      new Codec() {
        @Override
        public Optional<Value> read(Value wire, Optional<String> unit) {
          return rgb(wire).map(Colours::hueAndSaturation);
        }

        @Override
        public Value write(Value value) {
          int[] rgb = rgbOf(value);
          return new Value.Items(List.of(Value.of(rgb[0]), Value.of(rgb[1]), Value.of(rgb[2])));
        }
      };

  private static Optional<int[]> rgb(Value wire) {
    if (wire instanceof Value.Items(List<Value> parts) && parts.size() == 3) {
      int[] rgb = new int[3];
      for (int i = 0; i < 3; i++) {
        if (!(parts.get(i) instanceof Value.Number(double part)) || part < 0 || part > 255) {
          return Optional.empty();
        }
        rgb[i] = (int) Math.round(part);
      }
      return Optional.of(rgb);
    }
    return wire instanceof Value.Text(String text) ? rgb(text.strip()) : Optional.empty();
  }

  private static Optional<int[]> rgb(String text) {
    Matcher hex = HEX.matcher(text);
    if (hex.matches()) {
      int all = Integer.parseInt(hex.group(1), 16);
      return Optional.of(new int[] {all >> 16, (all >> 8) & 0xFF, all & 0xFF});
    }
    Matcher three = THREE.matcher(text);
    if (three.matches()) {
      int[] rgb = new int[3];
      for (int i = 0; i < 3; i++) {
        rgb[i] = Integer.parseInt(three.group(i + 1));
        if (rgb[i] > 255) {
          return Optional.empty();
        }
      }
      return Optional.of(rgb);
    }
    return Optional.empty();
  }

  /** The hexcone model of A. R. Smith, Color Gamut Transform Pairs, 1978. */
  private static Value hueAndSaturation(int[] rgb) {
    int max = Math.max(rgb[0], Math.max(rgb[1], rgb[2]));
    int min = Math.min(rgb[0], Math.min(rgb[1], rgb[2]));
    double range = max - min;
    double sixths =
        range == 0
            ? 0
            : max == rgb[0]
                ? (rgb[1] - rgb[2]) / range + 6
                : max == rgb[1] ? (rgb[2] - rgb[0]) / range + 2 : (rgb[0] - rgb[1]) / range + 4;
    return new Value.Fields(
        Map.of(
            "hue", Value.of(Math.rint(60 * sixths) % 360),
            "saturation", Value.of(max == 0 ? 0 : Math.rint(100 * range / max))));
  }

  private static int[] rgbOf(Value value) {
    double saturation = Math.clamp(part(value, "saturation") / 100, 0, 1);
    int[] rgb = new int[3];
    for (int i = 0; i < 3; i++) {
      // Red is strongest at a hue of 0, green at 120, blue at 240 degrees.
      double away = Math.abs((part(value, "hue") - 120 * i + 540) % 360 - 180);
      double strength = Math.clamp(2 - away / 60, 0, 1);
      rgb[i] = (int) Math.rint(255 * (1 - saturation * (1 - strength)));
    }
    return rgb;
  }

  static double part(Value value, String name) {
    return value instanceof Value.Fields(Map<String, Value> fields)
            && fields.get(name) instanceof Value.Number(double number)
        ? number
        : 0;
  }
}
