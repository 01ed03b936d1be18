package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.homeassistant.LightModes.Mode;
import io.hearth.adapter.template.TemplateException;
import io.hearth.adapter.vocabulary.Colors;
import io.hearth.adapter.vocabulary.JsonReadings;
import io.hearth.adapter.vocabulary.Scales;
import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lights that say and hear everything in one JSON object: schema {@code json}. */
final class Lights {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Lights() {}

  static void add(Entity entity, Assembly device) throws TemplateException {
    switch (entity.fields().text("schema", "default")) {
      case "json" -> withJson(entity.fields(), device);
      case "template" -> TemplateLights.add(entity.fields(), device);
      default -> TopicLights.add(entity.fields(), device);
    }
  }

  private static void withJson(Fields fields, Assembly device) {
    LightModes modes = LightModes.of(fields);
    modes.announce(device);
    double scale = Math.max(1, fields.number("brightness_scale", 255));
    Optional<String> state = fields.topic("state_topic");
    if (state.isPresent()) {
      Set<String> said = new LinkedHashSet<>();
      for (String property : modes.properties()) {
        if (device.claims(property)) {
          said.add(property);
        }
      }
      device.reads(
          state.get(), said, (payload, all) -> read(payload.json(), modes, scale, said, all));
    }
    Optional<String> command = fields.topic("command_topic");
    if (command.isEmpty()) {
      return;
    }
    String topic = command.get();
    device.command("turnOn", "on", call -> told(topic, "ON", Map.of()));
    device.command("turnOff", "on", call -> told(topic, "OFF", Map.of()));
    if (modes.dims()) {
      device.command(
          "setBrightness",
          "brightness",
          call -> brightness(topic, call.number("brightness"), scale));
      device.command(
          "adjustBrightness",
          "brightness",
          call ->
              brightness(
                  topic,
                  Math.clamp(call.current("brightness") + call.number("delta"), 0, 100),
                  scale));
    }
    if (modes.whites()) {
      device.command(
          "setColorTemperature",
          "colorTemperature",
          call ->
              told(
                  topic, "ON", Map.of("color_temp", modes.white(call.number("colorTemperature")))));
      device.command(
          "adjustColorTemperature",
          "colorTemperature",
          call ->
              told(
                  topic,
                  "ON",
                  Map.of(
                      "color_temp",
                      modes.white(call.current("colorTemperature") + call.number("delta")))));
    }
    if (modes.colored().isPresent()) {
      device.command(
          "setColor",
          "color",
          call -> told(topic, "ON", Map.of("color", color(modes.colored().get(), color(call)))));
    }
  }

  static Colors.Hs color(Call call) throws CannotCommandException {
    return call.argument("color")
        .flatMap(Colors.Hs::of)
        .orElseThrow(() -> new CannotCommandException("the command has no color"));
  }

  private static Map<String, Object> color(Mode mode, Colors.Hs color) {
    Map<String, Object> fields = new LinkedHashMap<>();
    switch (mode) {
      case XY -> {
        Colors.Xy xy = Colors.xy(color);
        fields.put("x", xy.x());
        fields.put("y", xy.y());
      }
      case HS -> {
        fields.put("h", color.hue());
        fields.put("s", color.saturation());
      }
      case RGB, RGBW, RGBWW -> {
        Colors.Rgb rgb = Colors.rgb(color);
        fields.put("r", rgb.red());
        fields.put("g", rgb.green());
        fields.put("b", rgb.blue());
        if (mode != Mode.RGB) {
          fields.put(mode == Mode.RGBW ? "w" : "c", 0);
        }
        if (mode == Mode.RGBWW) {
          fields.put("w", 0);
        }
      }
    }
    return fields;
  }

  private static List<Outgoing> brightness(String topic, double percent, double scale) {
    return percent <= 0
        ? told(topic, "OFF", Map.of())
        : told(topic, "ON", Map.of("brightness", Scales.ofBrightness(percent, scale)));
  }

  private static List<Outgoing> told(String topic, String state, Map<String, Object> more) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("state", state);
    message.putAll(more);
    return List.of(Outgoing.mqtt(topic, json(message)));
  }

  static String json(Map<String, ?> message) {
    return MAPPER.writeValueAsString(message);
  }

  private static void read(
      JsonNode message,
      LightModes modes,
      double scale,
      Set<String> wanted,
      Map<String, Value> said) {
    Map<String, Value> all = new LinkedHashMap<>();
    switch (message.path("state").asString("")) {
      case "ON" -> all.put("on", Value.of(true));
      case "OFF" -> all.put("on", Value.of(false));
      default -> {
        // nothing is said of it
      }
    }
    JsonReadings.number(message.path("brightness"))
        .ifPresent(level -> all.put("brightness", Value.of(Scales.brightness(level, scale))));
    String mode = message.path("color_mode").asString("");
    if (!mode.isEmpty() && !mode.equals("color_temp")) {
      color(message.path("color")).ifPresent(color -> all.put("color", color.value()));
    } else {
      JsonReadings.number(message.path("color_temp"))
          .flatMap(modes::kelvin)
          .ifPresent(kelvin -> all.put("colorTemperature", Value.of(kelvin)));
      if (mode.isEmpty() && message.path("color_temp").isMissingNode()) {
        color(message.path("color")).ifPresent(color -> all.put("color", color.value()));
      }
    }
    String effect = message.path("effect").asString("");
    if (!effect.isEmpty()) {
      all.put("effect", Value.of(effect));
    }
    all.forEach((property, value) -> {
      if (wanted.contains(property)) {
        said.put(property, value);
      }
    });
  }

  private static Optional<Colors.Hs> color(JsonNode color) {
    Optional<Double> x = JsonReadings.number(color.path("x"));
    Optional<Double> y = JsonReadings.number(color.path("y"));
    if (x.isPresent() && y.isPresent()) {
      return Optional.of(Colors.hs(new Colors.Xy(x.get(), y.get())));
    }
    Optional<Double> hue =
        JsonReadings.number(color.path("h")).or(() -> JsonReadings.number(color.path("hue")));
    Optional<Double> saturation =
        JsonReadings.number(color.path("s"))
            .or(() -> JsonReadings.number(color.path("saturation")));
    if (hue.isPresent() && saturation.isPresent()) {
      return Optional.of(new Colors.Hs(hue.get(), saturation.get()));
    }
    Optional<Double> red = JsonReadings.number(color.path("r"));
    Optional<Double> green = JsonReadings.number(color.path("g"));
    Optional<Double> blue = JsonReadings.number(color.path("b"));
    return red.isPresent() && green.isPresent() && blue.isPresent()
        ? Optional.of(Colors.hs(red.get(), green.get(), blue.get()))
        : Optional.empty();
  }
}
