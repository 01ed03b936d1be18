package io.hearth.app.bench.language;

import io.hearth.model.device.Area;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Whether the slots of a test are filled as it says: the device of that name is meant, in that area
 * or floor, of that sort, with that number, colour or length of time. A number may be one off, a
 * colour temperature a tenth, since "lowest" and "warm white" are no numbers. Names that the home
 * has not (timers) are not judged, and a timer may be named after its room.
 */
final class HaSlots {

  private static final List<String> NUMBERS =
      List.of("brightness", "percentage", "position", "volume_level", "temperature");
  private static final Map<String, String> TYPES =
      Map.of("light", "light", "fan", "fan", "cover", "cover", "lock", "lock", "switch", "switch");

  private final Home home;

  HaSlots(Home home) {
    this.home = home;
  }

  boolean areRight(HaTests.Case one, Understood understood) {
    List<Device> targets =
        understood.targets().stream()
            .flatMap(id -> home.device(new DeviceId(id)).stream())
            .toList();
    return isNameRight(one.slots(), targets)
        && isPlaceRight(one.slots(), understood, targets)
        && isSortRight(one.slots(), targets)
        && NUMBERS.stream().allMatch(slot -> isNumberRight(one.slots().path(slot), understood))
        && isColorRight(one.slots(), understood)
        && isLengthRight(one, understood)
        && isItemRight(one.slots(), understood);
  }

  private boolean isNameRight(JsonNode slots, List<Device> targets) {
    String name = HaHome.slug(slots.path("name").asString("").replaceAll("[\\[\\]]", ""));
    boolean known = home.devices().stream().anyMatch(device -> isCalled(device, name));
    return !known || targets.stream().anyMatch(device -> isCalled(device, name));
  }

  private static boolean isCalled(Device device, String name) {
    return HaHome.slug(device.name()).equals(name);
  }

  private boolean isPlaceRight(JsonNode slots, Understood understood, List<Device> targets) {
    return isAt("area", slots, understood, targets, device -> device.area().map(a -> a.value()))
        && isAt("floor", slots, understood, targets, this::floor);
  }

  private static boolean isAt(
      String slot,
      JsonNode slots,
      Understood understood,
      List<Device> targets,
      Function<Device, Optional<String>> place) {
    String wanted = HaHome.slug(slots.path(slot).asString(""));
    if (wanted.isEmpty() || understood.slot(slot).toString().contains('"' + wanted + '"')) {
      return true;
    }
    boolean names = HaHome.slug(understood.slot("text").asString("")).equals(wanted);
    return names
        || (!targets.isEmpty()
            && targets.stream()
                .allMatch(device -> place.apply(device).equals(Optional.of(wanted))));
  }

  private Optional<String> floor(Device device) {
    return device
        .area()
        .flatMap(id -> home.areas().stream().filter(area -> area.id().equals(id)).findFirst())
        .flatMap(Area::floor)
        .map(floor -> floor.value());
  }

  private static boolean isSortRight(JsonNode slots, List<Device> targets) {
    String type = TYPES.get(slots.path("domain").asString(""));
    return type == null || targets.stream().allMatch(device -> device.type().id().equals(type));
  }

  private static boolean isNumberRight(JsonNode wanted, Understood understood) {
    if (!wanted.isNumber()) {
      return true;
    }
    JsonNode got = understood.slot("value");
    double off = Math.abs(got.asDouble(effect(understood)) - wanted.asDouble());
    return off <= 1 || (wanted.asDouble() > 1_000 && off <= wanted.asDouble() / 10);
  }

  /** "Fully" and the like are no number that was heard, but they lead to one. */
  private static double effect(Understood understood) {
    for (JsonNode effect : understood.json().path("effects")) {
      if (effect.path("value").isNumber()) {
        return effect.path("value").asDouble();
      }
    }
    return Double.NaN;
  }

  private static boolean isColorRight(JsonNode slots, Understood understood) {
    String color = slots.path("color").asString("");
    return color.isEmpty() || understood.slot("color").path("name").asString("").equals(color);
  }

  private static boolean isLengthRight(HaTests.Case one, Understood understood) {
    JsonNode slots = one.slots();
    boolean timed = slots.has("hours") || slots.has("minutes") || slots.has("seconds");
    if (!timed || slots.has("conversation_command")) {
      return true;
    }
    long seconds =
        slots.path("hours").asInt(0) * 3_600L
            + slots.path("minutes").asInt(0) * 60L
            + slots.path("seconds").asInt(0);
    String duration = understood.slot("duration").asString("");
    return duration.isEmpty()
        ? Math.abs(understood.slot("delta").asDouble(0)) == seconds
        : Duration.parse(duration).toSeconds() == seconds;
  }

  private static boolean isItemRight(JsonNode slots, Understood understood) {
    String item = slots.path("item").asString("");
    return item.isEmpty() || understood.slot("text").asString("").equalsIgnoreCase(item);
  }
}
