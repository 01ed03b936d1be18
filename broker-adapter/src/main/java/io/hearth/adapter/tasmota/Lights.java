package io.hearth.adapter.tasmota;

import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.vocabulary.Colors;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.adapter.vocabulary.JsonReadings;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Lights: {@code Dimmer}, {@code CT} in mired, {@code HSBColor}. */
final class Lights {

  private static final double COLDEST = 153;
  private static final double WARMEST = 500;

  private Lights() {}

  /** A light with all the channels that its device has. */
  static void add(TasmotaConfig config, String number, DeviceDraft draft) {
    dimmer(config, "Dimmer", draft);
    int type = config.lightType();
    if (type == 2 || type == 5) {
      temperature(config, draft);
    }
    if (type >= 3) {
      color(config, draft);
    }
  }

  /** One of several channels that are dimmed each for itself. */
  static void channel(TasmotaConfig config, int output, DeviceDraft draft) {
    dimmer(config, "Channel" + output, draft);
  }

  private static void dimmer(TasmotaConfig config, String key, DeviceDraft draft) {
    draft.capability("LevelControl");
    TasmotaDevices.reads(
        config,
        draft,
        "brightness",
        message -> TasmotaDevices.number(message, key).filter(Lights::isPercent));
    TasmotaDevices.command(
        draft,
        "setBrightness",
        "brightness",
        call -> level(config, key, call.number("brightness")));
    TasmotaDevices.command(
        draft,
        "adjustBrightness",
        "brightness",
        call -> level(config, key, call.current("brightness") + call.number("delta")));
  }

  private static boolean isPercent(Value value) {
    return value instanceof Value.Number(double number) && number >= 0 && number <= 100;
  }

  private static List<Outgoing> level(TasmotaConfig config, String key, double percent) {
    return TasmotaDevices.send(
        config, key, String.valueOf(Math.round(Math.clamp(percent, 0, 100))));
  }

  private static void temperature(TasmotaConfig config, DeviceDraft draft) {
    draft.capability("ColorControl").limits("colorTemperature", 2_000, 6_536);
    TasmotaDevices.reads(
        config,
        draft,
        "colorTemperature",
        message -> JsonReadings.number(message.path("CT")).flatMap(Colors::kelvin).map(Value::of));
    TasmotaDevices.command(
        draft,
        "setColorTemperature",
        "colorTemperature",
        call -> white(config, call.number("colorTemperature")));
    TasmotaDevices.command(
        draft,
        "adjustColorTemperature",
        "colorTemperature",
        call -> white(config, call.current("colorTemperature") + call.number("delta")));
  }

  private static List<Outgoing> white(TasmotaConfig config, double kelvin) {
    return TasmotaDevices.send(
        config, "CT", String.valueOf(Colors.mired(kelvin, COLDEST, WARMEST)));
  }

  private static void color(TasmotaConfig config, DeviceDraft draft) {
    draft.capability("ColorControl");
    TasmotaDevices.reads(config, draft, "color", message -> color(message.path("HSBColor")));
    TasmotaDevices.command(draft, "setColor", "color", call -> color(config, call));
  }

  private static Optional<Value> color(JsonNode said) {
    String[] parts = said.isString() ? said.asString().split(",", 4) : new String[0];
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Colors.Hs(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()))
              .value());
    } catch (NumberFormatException noColor) {
      return Optional.empty();
    }
  }

  /** Hue and saturation one after the other in one message, the brightness left as it is. */
  private static List<Outgoing> color(TasmotaConfig config, Call call)
      throws CannotCommandException {
    Colors.Hs wanted =
        call.argument("color")
            .flatMap(Colors.Hs::of)
            .orElseThrow(() -> new CannotCommandException("the command has no color"));
    return TasmotaDevices.send(
        config,
        "Backlog",
        "HSBColor1 " + Math.round(wanted.hue()) + "; HSBColor2 " + Math.round(wanted.saturation()));
  }
}
