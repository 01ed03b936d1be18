package io.hearth.adapter.coap.thing;

import io.hearth.adapter.vocabulary.Colors;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Locale;
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

  private static final Colors.Hs WHITE = new Colors.Hs(0, 0);

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
          return Value.of("#" + rgbOf(value).hex().toUpperCase(Locale.ROOT));
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
          Colors.Rgb rgb = rgbOf(value);
          return new Value.Items(
              List.of(Value.of(rgb.red()), Value.of(rgb.green()), Value.of(rgb.blue())));
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

  private static Value hueAndSaturation(int[] rgb) {
    return Colors.hs(rgb[0], rgb[1], rgb[2]).value();
  }

  private static Colors.Rgb rgbOf(Value value) {
    return Colors.rgb(Colors.Hs.of(value).orElse(WHITE));
  }
}
