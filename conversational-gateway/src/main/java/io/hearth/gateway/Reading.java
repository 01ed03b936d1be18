package io.hearth.gateway;

import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Property;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.state.PropertyState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A property of a device as a question sees it, also where the device has it under another name: a
 * cover is open when its position is above 0, a vacuum is on when it cleans.
 *
 * @param property as asked
 * @param value empty when it is not known
 * @param source what it was read from, where the device reports it
 */
record Reading(
    Device device,
    String property,
    Optional<Value> value,
    Unit unit,
    Optional<PropertyState> source) {

  private static final Set<String> ACTIVE = Set.of("on", "running", "active");
  private static final List<String> ACTIVITY =
      List.of("on", "playback", "operation", "cleaning", "mode", "position", "armed");
  private static final List<String> MAIN =
      List.of(
          "on",
          "position",
          "locked",
          "open",
          "playback",
          "operation",
          "cleaning",
          "armed",
          "location",
          "temperature",
          "condition");

  static Reading of(Device device, String property, Outlook outlook) {
    if (outlook.value(device.id(), property).isPresent()) {
      return plain(device, property, property, outlook);
    }
    return switch (property) {
      case "open", "closed" -> opening(device, property, outlook);
      case "playing" ->
          derived(device, property, "playback", outlook, value -> value.isText("playing"));
      case "state", "status" -> main(device, property, outlook);
      case "reachable" ->
          new Reading(
              device,
              property,
              Optional.of(Value.of(outlook.moment().isReachable(device.id()))),
              Unit.NONE,
              Optional.empty());
      default ->
          ACTIVE.contains(property)
              ? activity(device, property, outlook)
              : plain(device, property, property, outlook);
    };
  }

  /** Whether nobody but the home file has said it. */
  boolean isOnlyDescribed() {
    return source.filter(state -> state.reportedAt().equals(Instant.EPOCH)).isPresent();
  }

  /** Whether nobody has said since when it is so. */
  boolean isSinceUnknown() {
    return source.filter(state -> state.since().equals(Instant.EPOCH)).isPresent();
  }

  /** Whether the device has not confirmed it lately. */
  boolean isUnsure() {
    return source.filter(PropertyState::stale).isPresent();
  }

  private static Reading plain(Device device, String asked, String property, Outlook outlook) {
    Unit unit = device.property(property).map(Property::unit).orElseGet(() -> usual(property));
    return new Reading(
        device,
        asked,
        outlook.value(device.id(), property),
        unit,
        outlook.moment().property(device.id(), property));
  }

  /** The unit of what a home file gives beyond the device's own properties. */
  private static Unit usual(String property) {
    return switch (property) {
      case "temperature", "targetTemperature" -> Unit.CELSIUS;
      case "humidity", "battery", "brightness", "position", "volume" -> Unit.PERCENT;
      case "power" -> Unit.WATT;
      case "energy" -> Unit.KILOWATT_HOUR;
      case "remaining" -> Unit.SECOND;
      default -> Unit.NONE;
    };
  }

  private static Reading opening(Device device, String asked, Outlook outlook) {
    boolean closed = asked.equals("closed");
    for (String property : List.of("open", "doorOpen")) {
      if (outlook.value(device.id(), property).isPresent()) {
        return derived(device, asked, property, outlook, value -> value.isTrue() != closed);
      }
    }
    if (outlook.value(device.id(), "locked").isPresent()) {
      return derived(device, asked, "locked", outlook, value -> value.isTrue() == closed);
    }
    return derived(
        device,
        asked,
        "position",
        outlook,
        value -> (value instanceof Value.Number(double position) && position > 0) != closed);
  }

  private static Reading activity(Device device, String asked, Outlook outlook) {
    for (String property : ACTIVITY) {
      if (outlook.value(device.id(), property).isPresent()) {
        return derived(device, asked, property, outlook, Reading::isActive);
      }
    }
    return plain(device, asked, asked, outlook);
  }

  private static boolean isActive(Value value) {
    return switch (value) {
      case Value.Bool(boolean on) -> on;
      case Value.Number(double level) -> level > 0;
      case Value.Text(String word) ->
          !Set.of(
                  "off",
                  "idle",
                  "stopped",
                  "paused",
                  "done",
                  "docked",
                  "returning",
                  "error",
                  "disarmed")
              .contains(word);
      case Value.Items items -> !items.values().isEmpty();
      case Value.Fields fields -> true;
    };
  }

  private static Reading main(Device device, String asked, Outlook outlook) {
    for (String property : MAIN) {
      if (outlook.value(device.id(), property).isPresent()) {
        return property.equals("position")
            ? of(device, "open", outlook)
            : plain(device, property, property, outlook);
      }
    }
    return device.properties().stream()
        .map(Property::name)
        .filter(name -> outlook.value(device.id(), name).isPresent())
        .findFirst()
        .map(name -> plain(device, name, name, outlook))
        .orElseGet(() -> plain(device, asked, asked, outlook));
  }

  private static Reading derived(
      Device device, String asked, String property, Outlook outlook, Predicate<Value> isTrue) {
    return new Reading(
        device,
        asked,
        outlook.value(device.id(), property).map(value -> Value.of(isTrue.test(value))),
        Unit.NONE,
        outlook.moment().property(device.id(), property));
  }

  DeviceId id() {
    return device.id();
  }

  /** Whether it is what a yes would mean; of a number, whether it lies between min and max. */
  boolean matches(Value expected) {
    if (value.isEmpty()) {
      return false;
    }
    if (expected instanceof Value.Fields(var bounds)
        && value.get() instanceof Value.Number(double number)) {
      boolean above = !(bounds.get("min") instanceof Value.Number(double min)) || number > min;
      boolean below = !(bounds.get("max") instanceof Value.Number(double max)) || number < max;
      return above && below;
    }
    if (expected instanceof Value.Items(List<Value> any)) {
      return any.stream().anyMatch(this::matches);
    }
    if (expected instanceof Value.Text(String word) && word.startsWith("!")) {
      return !matches(Value.of(word.substring(1)));
    }
    if (expected instanceof Value.Bool(boolean yes) && !(value.get() instanceof Value.Bool)) {
      return isActive(value.get()) == yes;
    }
    return Values.same(expected, value.get());
  }
}
