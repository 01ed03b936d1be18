package io.hearth.app.bench.language;

import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Whether a request of home control is right in all its parts: intent, area, device type, value.
 *
 * <p>A marked place that is a room of the usual home must be the area said or that of all devices
 * meant, and no area may be said where none is marked; words for the whole home or for here, and
 * rooms that the home has not, are not judged. The device type is that of the label, or of the
 * marked device. A marked amount must be the value or the change, where it is a number; a marked
 * colour must be the colour named, where it is the name of one.
 */
final class Frames {

  private static final Set<String> COLORS =
      Set.of(
          "red",
          "green",
          "blue",
          "yellow",
          "orange",
          "purple",
          "pink",
          "white",
          "lavender",
          "amber",
          "turquoise",
          "violet",
          "cyan",
          "magenta",
          "brown",
          "gold");

  private final UsualHome home;
  private final Normalizer words = Lexicon.of("en").normalizer();

  Frames(UsualHome home) {
    this.home = home;
  }

  boolean isRight(Asked asked, HomeLabel label, Understood understood) {
    return label.isRight(asked, understood, home)
        && isAreaRight(asked, understood)
        && isTypeRight(asked, label, understood)
        && isAmountRight(asked, understood)
        && isColorRight(asked, understood);
  }

  private boolean isAreaRight(Asked asked, Understood understood) {
    String said = understood.slot("area").asString("");
    if (!asked.has("house_place")) {
      return said.isEmpty();
    }
    return asked.entity("house_place").stream()
        .map(home::area)
        .flatMap(Optional::stream)
        .allMatch(area ->
            understood.slot("area").toString().contains('"' + area + '"')
                || home.areas(understood).equals(Set.of(area)));
  }

  private boolean isTypeRight(Asked asked, HomeLabel label, Understood understood) {
    String device = String.join(" ", asked.entity("device_type")).toLowerCase(Locale.ROOT);
    Set<String> types = home.types(understood);
    if (label.type().equals("outlet")) {
      Set<String> wanted = outletOr(device);
      return !types.isEmpty() && wanted.containsAll(types);
    }
    return types.equals(Set.of(label.type()));
  }

  private static Set<String> outletOr(String device) {
    if (device.contains("tv")) {
      return Set.of("media_player");
    }
    if (device.contains("fan")) {
      return Set.of("fan");
    }
    return device.contains("lamp") || device.contains("light")
        ? Set.of("light")
        : Set.of("outlet", "switch");
  }

  private boolean isAmountRight(Asked asked, Understood understood) {
    return asked.entity("change_amount").stream()
        .map(this::number)
        .flatMapToDouble(OptionalDouble::stream)
        .allMatch(number ->
            understood.slot("value").asDouble(-1) == number
                || Math.abs(understood.slot("delta").asDouble(0)) == number);
  }

  private OptionalDouble number(String amount) {
    return words.words(amount).stream()
        .filter(word -> word.chars().allMatch(Character::isDigit))
        .mapToDouble(Double::parseDouble)
        .findFirst();
  }

  private static boolean isColorRight(Asked asked, Understood understood) {
    String named = understood.slot("color").path("name").asString("");
    return asked.entity("color_type").stream()
        .map(color -> color.toLowerCase(Locale.ROOT).strip())
        .filter(COLORS::contains)
        .allMatch(named::contains);
  }
}
