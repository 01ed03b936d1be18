package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.adapter.vocabulary.Measurements;
import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a device is that has no main thing to be told: a sensor of what it tells first that matters
 * most to people, a button, a siren, a choice.
 */
final class Telling {

  private static final Set<String> BY_THE_WAY = Set.of("tamper", "problem", "vibration");

  private Telling() {}

  static void type(List<Expose> exposes, Zigbee device) {
    List<Expose> telling = exposes.stream().filter(Telling::tells).toList();
    first(telling, Telling::isMainContact)
        .ifPresent(expose -> device.draft().type("binary_sensor", contact(expose, device)));
    first(telling, expose -> isMeasured(expose, device))
        .ifPresent(expose -> device.draft().type("sensor", measured(expose)));
    first(telling, expose -> isOf(expose, "binary"))
        .ifPresent(expose -> device.draft().type("binary_sensor", contact(expose, device)));
    first(exposes, expose -> expose.name().equals("warning") && expose.isSettable())
        .ifPresent(warning -> warning(warning, device));
    first(exposes, expose -> expose.name().equals("action") && expose.isReported())
        .ifPresent(action -> device.draft().type("button").capability("Scenes"));
    first(telling, expose -> isOf(expose, "numeric"))
        .ifPresent(
            expose -> device.draft().type("sensor", DeviceDraft.extraName(expose.property())));
    first(exposes, expose -> isOf(expose, "enum") && expose.isSettable() && !expose.isApart())
        .ifPresent(expose -> choice(expose, device));
    if (device.draft().says("battery")) {
      device.draft().type("sensor", "battery");
    }
  }

  private static Optional<Expose> first(List<Expose> exposes, Predicate<Expose> wanted) {
    return exposes.stream().filter(wanted).findFirst();
  }

  private static boolean tells(Expose expose) {
    return expose.isReported() && !expose.isSettable() && !expose.isApart();
  }

  private static boolean isOf(Expose expose, String type) {
    return expose.type().equals(type);
  }

  private static boolean isMainContact(Expose expose) {
    return isOf(expose, "binary")
        && Measurements.binary(expose.name())
            .filter(known -> !BY_THE_WAY.contains(known.property()))
            .isPresent();
  }

  private static boolean isMeasured(Expose expose, Zigbee device) {
    return isOf(expose, "numeric")
        && Measurements.numeric(expose.name())
            .filter(known -> !known.property().equals("battery"))
            .filter(known -> device.draft().says(known.property()))
            .isPresent();
  }

  private static String measured(Expose expose) {
    return Measurements.numeric(expose.name()).orElseThrow().property();
  }

  private static String contact(Expose expose, Zigbee device) {
    Optional<Measurements.Binary> known = Measurements.binary(expose.name());
    if (known.isEmpty()) {
      return DeviceDraft.extraName(expose.property());
    }
    if (known.get().property().equals("occupied") && device.draft().says("motion")) {
      return "motion";
    }
    return known.get().kind().equals("open") ? opening(device.called()) : known.get().kind();
  }

  private static String opening(String called) {
    if (called.contains("window")) {
      return "window";
    }
    return called.contains("garage") ? "garage_door" : called.contains("door") ? "door" : "open";
  }

  /** A siren of the Zigbee standard: it sounds for a while and never tells. */
  private static void warning(Expose warning, Zigbee device) {
    device.draft().type("siren").capability("Siren");
    device.command(
        "turnOn",
        warning,
        Optional.empty(),
        "on",
        call -> {
          Map<String, Object> members = new LinkedHashMap<>();
          members.put("mode", "emergency");
          members.put("level", "high");
          members.put("strobe", true);
          members.put(
              "duration",
              call.argument("duration").orElse(null) instanceof Value.Number(double seconds)
                  ? Math.round(seconds)
                  : 60);
          return Zigbee.member(warning.property(), members);
        });
    device.command(
        "turnOff",
        warning,
        Optional.empty(),
        "on",
        call -> Zigbee.member(warning.property(), Zigbee.member("mode", "stop")));
  }

  private static void choice(Expose expose, Zigbee device) {
    if (device.draft().isTyped()) {
      return;
    }
    device.draft().type("helper").capability("ModeSelect").choices("mode", expose.values());
    device.reads(expose, "mode", message -> expose.word(message).map(Value::of));
    device.command(
        "activate", expose, "mode", call -> Zigbee.member(expose.property(), call.word("mode")));
  }
}
