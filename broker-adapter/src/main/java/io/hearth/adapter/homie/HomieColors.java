package io.hearth.adapter.homie;

import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.vocabulary.Colors;
import io.hearth.adapter.vocabulary.Colors.Hs;
import io.hearth.adapter.vocabulary.Colors.Rgb;
import io.hearth.adapter.vocabulary.Colors.Xy;
import io.hearth.model.device.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Colours as Homie writes them: {@code rgb,255,0,0} in version 5, {@code 255,0,0} before.
 *
 * @param space the one to write in, the first that the device prefers
 */
record HomieColors(String space, boolean named) {

  private static final List<String> SPACES = List.of("hsv", "rgb", "xyz");

  /** Those of a property; empty when its format has no colour space that is known. */
  static Optional<HomieColors> of(String format, boolean version5) {
    return Stream.of(format.split(",", -1))
        .map(String::strip)
        .filter(SPACES::contains)
        .findFirst()
        .map(space -> new HomieColors(space, version5));
  }

  /** The colour that a payload means, its value or brightness left out. */
  Optional<Value> read(String text) {
    String[] parts = text.split(",", -1);
    int first = named ? 1 : 0;
    String said = named ? parts[0] : space;
    if (parts.length < first + 2 || parts.length > first + 3 || !SPACES.contains(said)) {
      return Optional.empty();
    }
    double[] numbers = new double[3];
    for (int i = first; i < parts.length; i++) {
      try {
        numbers[i - first] = Double.parseDouble(parts[i]);
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
      if (!Double.isFinite(numbers[i - first])) {
        return Optional.empty();
      }
    }
    return parts.length < first + 3 && !said.equals("xyz")
        ? Optional.empty()
        : Optional.of(color(said, numbers).value());
  }

  private static Hs color(String said, double[] numbers) {
    return switch (said) {
      case "rgb" -> Colors.hs(numbers[0], numbers[1], numbers[2]);
      case "xyz" -> Colors.hs(new Xy(numbers[0], numbers[1]));
      default -> new Hs(numbers[0], numbers[1]);
    };
  }

  /**
   * Writes a colour, as bright as the device is.
   *
   * @throws CannotCommandException when the value is no colour
   */
  String write(Value value, Call call) throws CannotCommandException {
    Hs color =
        Hs.of(value).orElseThrow(() -> new CannotCommandException("the command's color is none"));
    double bright =
        call.known().value("brightness").orElse(null) instanceof Value.Number(double known)
                && known > 0
            ? known
            : 100;
    return (named ? space + "," : "") + written(color, bright);
  }

  private String written(Hs color, double bright) {
    return switch (space) {
      case "rgb" -> {
        Rgb rgb = Colors.rgb(color);
        double share = bright / 100;
        yield Math.round(rgb.red() * share)
            + ","
            + Math.round(rgb.green() * share)
            + ","
            + Math.round(rgb.blue() * share);
      }
      case "xyz" -> {
        Xy xy = Colors.xy(color);
        yield plain(xy.x()) + "," + plain(xy.y()); // z is what is missing to 1
      }
      default ->
          Math.round(color.hue()) + "," + Math.round(color.saturation()) + "," + Math.round(bright);
    };
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(Math.round(number * 10_000), 4).stripTrailingZeros().toPlainString();
  }
}
