package io.hearth.rules;

import io.hearth.model.device.Device;
import java.util.List;
import java.util.Locale;

/** How things are called inside a sentence. */
final class Wording {

  private Wording() {}

  /** "Oven" → "the oven", "TV" → "the TV". */
  static String the(String name) {
    boolean abbreviation = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    String inside =
        abbreviation ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return inside.startsWith("the ") ? inside : "the " + inside;
  }

  /** One device by its name, several by what they are: "the oven", "the lights". */
  static String the(List<Device> devices) {
    if (devices.isEmpty()) {
      return "that";
    }
    Device first = devices.getFirst();
    if (devices.size() == 1) {
      return the(first.name());
    }
    boolean alike = devices.stream().allMatch(device -> device.type().equals(first.type()));
    List<String> names = alike ? first.typeNames("en") : List.of();
    return names.isEmpty() ? "the devices" : "the " + names.getFirst() + "s";
  }

  static String is(List<Device> devices) {
    return isPlural(devices) ? "are" : "is";
  }

  static String was(List<Device> devices) {
    return isPlural(devices) ? "were" : "was";
  }

  /** Several, or one with a name such as "Blinds". */
  private static boolean isPlural(List<Device> devices) {
    if (devices.size() != 1) {
      return devices.size() > 1;
    }
    String name = devices.getFirst().name().toLowerCase(Locale.ROOT);
    return name.endsWith("s") && !name.endsWith("ss") && devices.getFirst().person().isEmpty();
  }
}
