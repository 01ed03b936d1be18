package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.homeassistant.LightModes.Mode;
import io.hearth.adapter.template.TemplateException;
import io.hearth.adapter.vocabulary.Colors;
import io.hearth.adapter.vocabulary.Scales;
import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lights with a topic for each of their sides: schema {@code default}. */
final class TopicLights {

  private TopicLights() {}

  static void add(Fields fields, Assembly device) throws TemplateException {
    Optional<Mode> colored = Optional.empty();
    for (Mode mode : Mode.values()) {
      if (colored.isEmpty() && fields.topic(word(mode) + "_command_topic").isPresent()) {
        colored = Optional.of(mode);
      }
    }
    boolean dims = fields.topic("brightness_command_topic").isPresent();
    boolean whites = fields.topic("color_temp_command_topic").isPresent();
    LightModes modes = LightModes.of(fields, dims, whites, colored);
    modes.announce(device);
    Object on = Switches.orElse(fields.raw("payload_on"), "ON");
    Object off = Switches.orElse(fields.raw("payload_off"), "OFF");
    String template =
        fields.has("state_value_template") ? "state_value_template" : "value_template";
    Switches.onState(fields, device, template, on, off);
    Optional<Target> power = device.target(fields, "command_topic", "command_template");
    String order = fields.text("on_command_type", "last");
    if (power.isPresent()) {
      device.command("turnOff", "on", call -> List.of(power.get().send(off)));
    }
    if (dims) {
      brightness(fields, device, power, on, off, order);
    }
    if (power.isPresent() && !order.equals("brightness")) {
      device.command("turnOn", "on", call -> List.of(power.get().send(on)));
    }
    if (whites) {
      white(fields, device, modes);
    }
    if (colored.isPresent()) {
      color(fields, device, colored.get());
    }
    device.detail("effect", device.source(fields, "effect_state_topic", "effect_value_template"));
  }

  private static void brightness(
      Fields fields, Assembly device, Optional<Target> power, Object on, Object off, String order)
      throws TemplateException {
    double scale = Math.max(1, fields.number("brightness_scale", 255));
    Optional<Source> source =
        device.source(fields, "brightness_state_topic", "brightness_value_template");
    if (device.claims("brightness")) {
      device.reads(
          "brightness",
          source,
          value -> Words.number(value).map(level -> Value.of(Scales.brightness(level, scale))));
    }
    Optional<Target> target =
        device.target(fields, "brightness_command_topic", "brightness_command_template");
    if (target.isEmpty()) {
      return;
    }
    Brightness set =
        percent -> {
          if (percent <= 0 && power.isPresent()) {
            return List.of(power.get().send(off));
          }
          Outgoing level = target.get().send((long) Scales.ofBrightness(percent, scale));
          List<Outgoing> all = new ArrayList<>();
          if (order.equals("first") && power.isPresent()) {
            all.add(power.get().send(on));
          }
          all.add(level);
          if (order.equals("last") && power.isPresent()) {
            all.add(power.get().send(on));
          }
          return all;
        };
    device.command("setBrightness", "brightness", call -> set.to(call.number("brightness")));
    device.command(
        "adjustBrightness",
        "brightness",
        call -> set.to(Math.clamp(call.current("brightness") + call.number("delta"), 0, 100)));
    if (order.equals("brightness")) {
      device.command("turnOn", "on", call -> set.to(100));
    }
  }

  private static void white(Fields fields, Assembly device, LightModes modes)
      throws TemplateException {
    if (device.claims("colorTemperature")) {
      device.reads(
          "colorTemperature",
          device.source(fields, "color_temp_state_topic", "color_temp_value_template"),
          value -> Words.number(value).flatMap(modes::kelvin).map(Value::of));
    }
    Optional<Target> target =
        device.target(fields, "color_temp_command_topic", "color_temp_command_template");
    if (target.isPresent()) {
      device.command(
          "setColorTemperature",
          "colorTemperature",
          call -> List.of(target.get().send(modes.white(call.number("colorTemperature")))));
      device.command(
          "adjustColorTemperature",
          "colorTemperature",
          call ->
              List.of(
                  target
                      .get()
                      .send(modes.white(call.current("colorTemperature") + call.number("delta")))));
    }
  }

  private static void color(Fields fields, Assembly device, Mode mode) throws TemplateException {
    String word = word(mode);
    if (device.claims("color")) {
      device.reads(
          "color",
          device.source(fields, word + "_state_topic", word + "_value_template"),
          value -> read(mode, value));
    }
    Optional<Target> target =
        device.target(fields, word + "_command_topic", word + "_command_template");
    if (target.isPresent()) {
      device.command(
          "setColor",
          "color",
          call -> {
            Map<String, Object> parts = parts(mode, Lights.color(call));
            String text = String.join(",", parts.values().stream().map(Words::written).toList());
            return List.of(target.get().send(text, parts));
          });
    }
  }

  private static Map<String, Object> parts(Mode mode, Colors.Hs color) {
    Map<String, Object> parts = new LinkedHashMap<>();
    switch (mode) {
      case HS -> {
        parts.put("hue", color.hue());
        parts.put("sat", color.saturation());
      }
      case XY -> {
        Colors.Xy xy = Colors.xy(color);
        parts.put("x", xy.x());
        parts.put("y", xy.y());
      }
      case RGB, RGBW, RGBWW -> {
        Colors.Rgb rgb = Colors.rgb(color);
        parts.put("red", (long) rgb.red());
        parts.put("green", (long) rgb.green());
        parts.put("blue", (long) rgb.blue());
        if (mode == Mode.RGBW) {
          parts.put("white", 0L);
        } else if (mode == Mode.RGBWW) {
          parts.put("cold_white", 0L);
          parts.put("warm_white", 0L);
        }
      }
    }
    return parts;
  }

  private static Optional<Value> read(Mode mode, Value said) {
    List<Double> numbers = new ArrayList<>();
    if (said instanceof Value.Items(List<Value> items)) {
      items.forEach(item -> Words.number(item).ifPresent(numbers::add));
    } else {
      for (String part : Words.written(said).replaceAll("[\\[\\]()]", "").split(",", -1)) {
        Words.number(part).ifPresent(numbers::add);
      }
    }
    boolean isPair = mode == Mode.HS || mode == Mode.XY;
    if (numbers.size() < (isPair ? 2 : 3)) {
      return Optional.empty();
    }
    double one = numbers.get(0);
    double two = numbers.get(1);
    Colors.Hs color =
        switch (mode) {
          case HS -> new Colors.Hs(one, two);
          case XY -> Colors.hs(new Colors.Xy(one, two));
          case RGB, RGBW, RGBWW -> Colors.hs(one, two, numbers.get(2));
        };
    return Optional.of(color.value());
  }

  private static String word(Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  /** Sets a brightness in percent. */
  @FunctionalInterface
  private interface Brightness {
    List<Outgoing> to(double percent) throws CannotCommandException;
  }
}
