package io.hearth.adapter.homeassistant;

import io.hearth.adapter.homeassistant.LightModes.Mode;
import io.hearth.adapter.template.TemplateException;
import io.hearth.adapter.vocabulary.Colors;
import io.hearth.adapter.vocabulary.Scales;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lights that are all templates: schema {@code template}. */
final class TemplateLights {

  private TemplateLights() {}

  static void add(Fields fields, Assembly device) throws TemplateException {
    boolean dims = fields.has("brightness_template");
    boolean whites = fields.has("color_temp_template");
    boolean colored =
        fields.has("red_template") && fields.has("green_template") && fields.has("blue_template");
    LightModes modes =
        LightModes.of(fields, dims, whites, colored ? Optional.of(Mode.RGB) : Optional.empty());
    modes.announce(device);
    if (device.claims("on")) {
      device.reads(
          "on",
          device.source(fields, "state_topic", "state_template"),
          value -> Switches.either(value, "on", "off"));
    }
    if (dims && device.claims("brightness")) {
      device.reads(
          "brightness",
          device.source(fields, "state_topic", "brightness_template"),
          value -> Words.number(value).map(level -> Value.of(Scales.brightness(level, 255))));
    }
    if (whites && device.claims("colorTemperature")) {
      device.reads(
          "colorTemperature",
          device.source(fields, "state_topic", "color_temp_template"),
          value -> Words.number(value).flatMap(modes::kelvin).map(Value::of));
    }
    if (colored && device.claims("color")) {
      color(fields, device);
    }
    commands(fields, device, modes);
  }

  private static void color(Fields fields, Assembly device) throws TemplateException {
    Optional<Source> red = device.source(fields, "state_topic", "red_template");
    Optional<Source> green = device.source(fields, "state_topic", "green_template");
    Optional<Source> blue = device.source(fields, "state_topic", "blue_template");
    if (red.isPresent() && green.isPresent() && blue.isPresent()) {
      device.reads(
          red.get().topic(),
          java.util.Set.of("color"),
          (payload, said) -> {
            Optional<Double> r = red.get().read(payload).flatMap(Words::number);
            Optional<Double> g = green.get().read(payload).flatMap(Words::number);
            Optional<Double> b = blue.get().read(payload).flatMap(Words::number);
            if (r.isPresent() && g.isPresent() && b.isPresent()) {
              said.put("color", Colors.hs(r.get(), g.get(), b.get()).value());
            }
          });
    }
  }

  private static void commands(Fields fields, Assembly device, LightModes modes)
      throws TemplateException {
    Optional<Target> on = device.target(fields, "command_topic", "command_on_template");
    Optional<Target> off = device.target(fields, "command_topic", "command_off_template");
    if (on.isEmpty() || off.isEmpty()) {
      return;
    }
    device.command("turnOn", "on", call -> List.of(on.get().send(null, Map.of("state", "on"))));
    device.command("turnOff", "on", call -> List.of(off.get().send(null, Map.of("state", "off"))));
    if (modes.dims()) {
      device.command(
          "setBrightness",
          "brightness",
          call -> dimmed(on.get(), off.get(), call.number("brightness")));
      device.command(
          "adjustBrightness",
          "brightness",
          call ->
              dimmed(
                  on.get(),
                  off.get(),
                  Math.clamp(call.current("brightness") + call.number("delta"), 0, 100)));
    }
    if (modes.whites()) {
      device.command(
          "setColorTemperature",
          "colorTemperature",
          call ->
              List.of(
                  on.get()
                      .send(
                          null,
                          Map.of(
                              "state",
                              "on",
                              "color_temp",
                              modes.white(call.number("colorTemperature"))))));
    }
    if (modes.colored().isPresent()) {
      device.command(
          "setColor",
          "color",
          call -> {
            Colors.Hs color = Lights.color(call);
            Colors.Rgb rgb = Colors.rgb(color);
            return List.of(
                on.get()
                    .send(
                        null,
                        Map.of(
                            "state",
                            "on",
                            "red",
                            (long) rgb.red(),
                            "green",
                            (long) rgb.green(),
                            "blue",
                            (long) rgb.blue(),
                            "hue",
                            color.hue(),
                            "sat",
                            color.saturation())));
          });
    }
  }

  private static List<io.hearth.adapter.binding.Outgoing> dimmed(
      Target on, Target off, double percent)
      throws io.hearth.adapter.binding.CannotCommandException {
    return percent <= 0
        ? List.of(off.send(null, Map.of("state", "off")))
        : List.of(
            on.send(
                null,
                Map.of("state", "on", "brightness", (long) Scales.ofBrightness(percent, 255))));
  }
}
