package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.vocabulary.Scales;
import io.hearth.model.device.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Fans, by speed or by mode. */
final class Fans {

  private static final List<String> SLOWEST_FIRST =
      List.of("silent", "quiet", "low", "medium", "high", "turbo", "max");

  private Fans() {}

  static void add(Expose fan, Zigbee device) {
    device.draft().type(device.isAbout("purifier") ? "air_purifier" : "fan");
    fan.feature("state").ifPresent(state -> Switches.onOff(state, device));
    fan.feature("speed").ifPresent(speed -> speed(speed, device));
    fan.feature("mode").ifPresent(mode -> mode(mode, device));
  }

  private static void speed(Expose speed, Zigbee device) {
    double min = Math.min(0, speed.min(0));
    double max = Math.max(1, speed.max(254));
    device.draft().capability("FanControl");
    device.reads(
        speed,
        "fanSpeed",
        message ->
            speed.numeric(message).map(v -> Value.of(Math.rint(Scales.percent(v, min, max)))));
    device.command(
        "setFanSpeed",
        speed,
        "fanSpeed",
        call -> Zigbee.member(speed.property(), Scales.ofBrightness(call.number("fanSpeed"), max)));
    device.command(
        "adjustFanSpeed",
        speed,
        "fanSpeed",
        call ->
            Zigbee.member(
                speed.property(),
                Scales.ofBrightness(call.current("fanSpeed") + call.number("delta"), max)));
  }

  /** Modes that are steps of speed, slowest first, become percents. */
  static void mode(Expose mode, Zigbee device) {
    List<String> steps =
        mode.values().stream()
            .filter(word -> SLOWEST_FIRST.contains(word) || word.matches("[1-9]\\d?"))
            .sorted(Comparator.comparingInt(Fans::rank))
            .toList();
    if (steps.size() < 2 || device.draft().has("FanControl")) {
      device.extra(mode);
      return;
    }
    device.draft().capability("FanControl");
    device.reads(
        mode, "fanSpeed", message -> mode.word(message).flatMap(word -> percent(word, steps)));
    device.command(
        "setFanSpeed",
        mode,
        "fanSpeed",
        call -> Zigbee.member(mode.property(), step(call.number("fanSpeed"), mode, steps)));
    device.command(
        "adjustFanSpeed",
        mode,
        "fanSpeed",
        call ->
            Zigbee.member(
                mode.property(),
                step(call.current("fanSpeed") + call.number("delta"), mode, steps)));
    if (mode.values().contains("off") && !device.draft().has("OnOff")) {
      device.draft().capability("OnOff");
      device.reads(
          mode, "on", message -> mode.word(message).map(word -> Value.of(!word.equals("off"))));
      String on = mode.values().contains("on") ? "on" : steps.getLast();
      device.command("turnOn", mode, "on", call -> Zigbee.member(mode.property(), on));
      device.command("turnOff", mode, "on", call -> Zigbee.member(mode.property(), "off"));
    }
  }

  /** Numbers by their size, before all words. */
  private static int rank(String step) {
    int word = SLOWEST_FIRST.indexOf(step);
    return word < 0 ? Integer.parseInt(step) : 100 + word;
  }

  private static Optional<Value> percent(String word, List<String> steps) {
    int index = steps.indexOf(word);
    if (index >= 0) {
      return Optional.of(Value.of((int) (100.0 * (index + 1) / steps.size())));
    }
    return word.equals("off") ? Optional.of(Value.of(0)) : Optional.empty();
  }

  private static String step(double percent, Expose mode, List<String> steps) {
    if (percent <= 0 && mode.values().contains("off")) {
      return "off";
    }
    int index = (int) Math.ceil(Math.clamp(percent, 1, 100) * steps.size() / 100 - 0.1) - 1;
    return steps.get(Math.clamp(index, 0, steps.size() - 1));
  }
}
