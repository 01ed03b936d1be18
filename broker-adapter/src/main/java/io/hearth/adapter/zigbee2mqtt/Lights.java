package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.vocabulary.Colors;
import io.hearth.adapter.vocabulary.JsonReadings;
import io.hearth.adapter.vocabulary.Scales;
import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Lights: state, brightness, colour temperature and colour. */
final class Lights {

  private static final double BRIGHTEST = 254;

  private Lights() {}

  static void add(Expose light, Zigbee device) {
    device.draft().type("light");
    light.feature("state").ifPresent(state -> Switches.onOff(state, device));
    light.feature("brightness").ifPresent(brightness -> brightness(brightness, device));
    light.feature("color_temp").ifPresent(white -> colorTemperature(white, device));
    light
        .feature("color_xy")
        .or(() -> light.feature("color_hs"))
        .ifPresent(color -> color(color, color.name().equals("color_xy"), device));
  }

  private static void brightness(Expose brightness, Zigbee device) {
    double max = Math.max(1, brightness.max(BRIGHTEST));
    device.draft().capability("LevelControl");
    device.reads(
        brightness,
        "brightness",
        message ->
            brightness.numeric(message).map(value -> Value.of(Scales.brightness(value, max))));
    device.command(
        "setBrightness",
        brightness,
        "brightness",
        call -> level(brightness, call.number("brightness"), max));
    device.command(
        "adjustBrightness",
        brightness,
        "brightness",
        call -> level(brightness, call.current("brightness") + call.number("delta"), max));
  }

  private static Map<String, Object> level(Expose brightness, double percent, double max) {
    return Zigbee.member(brightness.property(), Scales.ofBrightness(percent, max));
  }

  private static void colorTemperature(Expose white, Zigbee device) {
    double least = Math.max(1, white.min(50));
    double most = white.max(1000);
    device.draft().capability("ColorControl");
    Colors.kelvin(most)
        .ifPresent(warmest ->
            Colors.kelvin(least)
                .ifPresent(coldest -> device.draft().limits("colorTemperature", warmest, coldest)));
    device.reads(
        white,
        "colorTemperature",
        message ->
            isWhite(message)
                ? white.numeric(message).flatMap(Colors::kelvin).map(Value::of)
                : Optional.empty());
    device.command(
        "setColorTemperature",
        white,
        "colorTemperature",
        call ->
            Zigbee.member(
                white.property(), Colors.mired(call.number("colorTemperature"), least, most)));
    device.command(
        "adjustColorTemperature",
        white,
        "colorTemperature",
        call ->
            Zigbee.member(
                white.property(),
                Colors.mired(
                    call.current("colorTemperature") + call.number("delta"), least, most)));
  }

  private static void color(Expose color, boolean xy, Zigbee device) {
    device.draft().capability("ColorControl");
    device.reads(color, "color", message -> color(message.path(color.property())));
    device.command("setColor", color, "color", call -> colorOf(color, xy, call));
  }

  private static Map<String, Object> colorOf(Expose color, boolean xy, Call call)
      throws CannotCommandException {
    Colors.Hs wanted =
        call.argument("color")
            .flatMap(Colors.Hs::of)
            .orElseThrow(() -> new CannotCommandException("the command has no color"));
    Map<String, Object> members = new LinkedHashMap<>();
    if (xy) {
      Colors.Xy point = Colors.xy(wanted);
      members.put("x", point.x());
      members.put("y", point.y());
    } else {
      members.put("hue", Math.round(wanted.hue()));
      members.put("saturation", Math.round(wanted.saturation()));
    }
    return Zigbee.member(color.property(), members);
  }

  /** A coloured light repeats the colour temperature that it had when it was white. */
  private static boolean isWhite(JsonNode message) {
    JsonNode mode = message.path("color_mode");
    return !mode.isString() || mode.asString().equals("color_temp");
  }

  private static Optional<Value> color(JsonNode said) {
    Optional<Double> hue = JsonReadings.number(said.path("hue"));
    Optional<Double> saturation = JsonReadings.number(said.path("saturation"));
    if (hue.isPresent() && saturation.isPresent()) {
      return Optional.of(new Colors.Hs(hue.get(), saturation.get()).value());
    }
    Optional<Double> x = JsonReadings.number(said.path("x"));
    Optional<Double> y = JsonReadings.number(said.path("y"));
    return x.isPresent() && y.isPresent()
        ? Optional.of(Colors.hs(new Colors.Xy(x.get(), y.get())).value())
        : Optional.empty();
  }
}
