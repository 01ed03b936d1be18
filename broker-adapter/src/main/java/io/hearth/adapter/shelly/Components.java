package io.hearth.adapter.shelly;

import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.vocabulary.Colors;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.adapter.vocabulary.JsonReadings;
import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What each kind of component means, into a draft and its statuses. */
record Components(DeviceDraft draft, Statuses status) {

  /** The parameters of a method besides the component's number. */
  @FunctionalInterface
  interface Params {
    Map<String, Object> of(Call call) throws CannotCommandException;
  }

  static void add(ShellyPart part, Components device) {
    switch (part.type()) {
      case "switch" -> device.relay(part);
      case "cover" -> device.cover(part);
      case "light" -> device.light(part, "Light");
      case "cct" -> device.light(part, "CCT");
      case "rgb" -> device.light(part, "RGB");
      case "rgbw" -> device.light(part, "RGBW");
      case "rgbcct" -> device.light(part, "RGBCCT");
      case "thermostat" -> device.thermostat(part);
      case "blutrv" -> device.radiator(part);
      default -> throw new IllegalArgumentException("no main component: " + part.type());
    }
    device.meter(part);
  }

  private void relay(ShellyPart part) {
    draft.type(
        part.config().path("consumption_type").asString("").contains("light") ? "light" : "switch");
    onOff(part, "Switch");
  }

  private void onOff(ShellyPart part, String space) {
    draft.capability("OnOff");
    bool(part.key(), "on", "output", false);
    command("turnOn", part, space + ".Set", call -> Map.of("on", true));
    command("turnOff", part, space + ".Set", call -> Map.of("on", false));
    command("toggle", part, space + ".Toggle", call -> Map.of());
  }

  private void light(ShellyPart part, String space) {
    draft.type("light");
    onOff(part, space);
    draft.capability("LevelControl");
    number(part.key(), "brightness", "brightness", 1);
    command("setBrightness", part, space + ".Set", call -> level(call.number("brightness")));
    command(
        "adjustBrightness",
        part,
        space + ".Set",
        call -> level(call.current("brightness") + call.number("delta")));
    if (space.contains("CCT")) {
      temperature(part, space);
    }
    if (space.startsWith("RGB")) {
      color(part, space);
    }
  }

  private static Map<String, Object> level(double percent) {
    long level = Math.round(Math.clamp(percent, 0, 100));
    return level == 0 ? Map.of("on", false) : Map.of("on", true, "brightness", level);
  }

  private void temperature(ShellyPart part, String space) {
    draft.capability("ColorControl");
    JsonNode range = part.config().path("ct_range");
    double least = JsonReadings.number(range.path(0)).orElse(2_700.0);
    double most = JsonReadings.number(range.path(1)).orElse(6_500.0);
    draft.limits("colorTemperature", least, most);
    number(part.key(), "colorTemperature", "ct", 1);
    command(
        "setColorTemperature",
        part,
        space + ".Set",
        call -> Map.of("on", true, "ct", Math.round(call.number("colorTemperature"))));
    command(
        "adjustColorTemperature",
        part,
        space + ".Set",
        call ->
            Map.of(
                "on",
                true,
                "ct",
                Math.round(call.current("colorTemperature") + call.number("delta"))));
  }

  private void color(ShellyPart part, String space) {
    draft.capability("ColorControl");
    status.reads(part.key(), "color", one -> color(one.path("rgb")));
    command(
        "setColor",
        part,
        space + ".Set",
        call -> {
          Colors.Rgb rgb =
              call.argument("color")
                  .flatMap(Colors.Hs::of)
                  .map(Colors::rgb)
                  .orElseThrow(() -> new CannotCommandException("the command has no color"));
          return Map.of("on", true, "rgb", List.of(rgb.red(), rgb.green(), rgb.blue()));
        });
  }

  private static Optional<Value> color(JsonNode rgb) {
    return rgb.size() == 3
        ? JsonReadings.number(rgb.path(0))
            .flatMap(red ->
                JsonReadings.number(rgb.path(1))
                    .flatMap(green ->
                        JsonReadings.number(rgb.path(2))
                            .map(blue -> Colors.hs(red, green, blue).value())))
        : Optional.empty();
  }

  private void cover(ShellyPart part) {
    draft.type("cover", "shutter").capability("WindowCovering");
    status.reads(part.key(), "position", Components::position);
    status.reads(part.key(), "moving", one -> moving(one.path("state").asString("")));
    command("open", part, "Cover.Open", call -> Map.of());
    command("close", part, "Cover.Close", call -> Map.of());
    command("stop", part, "Cover.Stop", call -> Map.of());
    command("setPosition", part, "Cover.GoToPosition", call -> place(call.number("position")));
    command(
        "adjustPosition",
        part,
        "Cover.GoToPosition",
        call -> place(call.current("position") + call.number("delta")));
  }

  private static Map<String, Object> place(double percent) {
    return Map.of("pos", Math.round(Math.clamp(percent, 0, 100)));
  }

  private static Optional<Value> position(JsonNode one) {
    Optional<Value> exact =
        JsonReadings.number(one.path("current_pos"))
            .filter(percent -> percent >= 0 && percent <= 100)
            .map(Value::of);
    return exact.or(() ->
        switch (one.path("state").asString("")) {
          case "open" -> Optional.of(Value.of(100));
          case "closed" -> Optional.of(Value.of(0));
          default -> Optional.empty();
        });
  }

  private static Optional<Value> moving(String state) {
    return switch (state) {
      case "opening", "closing", "stopped" -> Optional.of(Value.of(state));
      case "open", "closed" -> Optional.of(Value.of("stopped"));
      default -> Optional.empty();
    };
  }

  private void thermostat(ShellyPart part) {
    target(part);
    status.reads(part.key(), "mode", one -> heats(one.path("enable")));
    draft.choices("mode", List.of("off", "heat"));
    command(
        "setTemperature",
        part,
        "Thermostat.SetConfig",
        call -> config("target_C", call.number("targetTemperature")));
    command(
        "adjustTemperature",
        part,
        "Thermostat.SetConfig",
        call -> config("target_C", call.current("targetTemperature") + call.number("delta")));
    command("turnOn", part, "Thermostat.SetConfig", call -> config("enable", true));
    command("turnOff", part, "Thermostat.SetConfig", call -> config("enable", false));
    command(
        "setMode",
        part,
        "Thermostat.SetConfig",
        call -> config("enable", !call.word("mode").equals("off")));
  }

  private static Optional<Value> heats(JsonNode enable) {
    return enable.isBoolean()
        ? Optional.of(Value.of(enable.booleanValue() ? "heat" : "off"))
        : Optional.empty();
  }

  private static Map<String, Object> config(String key, Object value) {
    return Map.of("config", Map.of(key, value));
  }

  /** A radiator valve behind a gateway. */
  private void radiator(ShellyPart part) {
    target(part);
    draft.capability("PowerSource");
    number(part.key(), "battery", "battery", 1);
    command("setTemperature", part, "BluTrv.Call", call -> trv(call.number("targetTemperature")));
    command(
        "adjustTemperature",
        part,
        "BluTrv.Call",
        call -> trv(call.current("targetTemperature") + call.number("delta")));
  }

  private static Map<String, Object> trv(double celsius) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("method", "TRV.SetTarget");
    params.put("params", Map.of("id", 0, "target_C", celsius));
    return params;
  }

  private void target(ShellyPart part) {
    draft.type("thermostat").capability("Thermostat").limits("targetTemperature", 4, 35);
    number(part.key(), "targetTemperature", "target_C", 1);
    number(part.key(), "temperature", "current_C", 1);
  }

  /** What a component measures of the current through it. */
  private void meter(ShellyPart part) {
    if (part.config().has("power_limit") || part.config().has("current_limit")) {
      draft.capability("ElectricalPower").capability("ElectricalEnergy");
    }
    number(part.key(), "power", "apower", 1);
    status.reads(
        part.key(),
        "energy",
        one ->
            JsonReadings.number(one.path("aenergy").path("total"))
                .map(wattHours -> Value.of(wattHours / 1000)));
    number(part.key(), "voltage", "voltage", 1);
    number(part.key(), "current", "current", 1);
  }

  /** Components that only tell; what is claimed already keeps its own name. */
  static void measure(ShellyPart part, Components device) {
    switch (part.type()) {
      case "temperature" -> device.sensor(part, "temperature", "TemperatureMeasurement", "tC");
      case "humidity" -> device.sensor(part, "humidity", "RelativeHumidityMeasurement", "rh");
      case "illuminance" -> device.sensor(part, "illuminance", "IlluminanceMeasurement", "lux");
      case "devicepower" -> device.battery(part);
      case "smoke" -> device.alarm(part, "smoke", "SmokeCoAlarm");
      case "flood" -> device.alarm(part, "moisture", "BooleanState");
      case "em" -> device.sensor(part, "power", "ElectricalPower", "total_act_power");
      case "em1" -> device.sensor(part, "power", "ElectricalPower", "act_power");
      case "emdata" -> device.energy(part, "total_act");
      case "em1data" -> device.energy(part, "total_act_energy");
      case "pm1" -> {
        device.sensor(part, "power", "ElectricalPower", "apower");
        device.draft.capability("ElectricalEnergy");
        device.meter(part);
      }
      case "presence" -> {
        device.draft.type("binary_sensor", "occupied").capability("OccupancySensing");
        device.status.reads(
            part.key(),
            "occupied",
            one -> JsonReadings.number(one.path("num_objects")).map(n -> Value.of(n > 0)));
      }
      case "input" -> device.bool(part.key(), part.word(), "state", false);
      case "voltmeter" -> device.number(part.key(), part.word(), "voltage", 1);
      default -> {
        // network, clock and the like
      }
    }
  }

  private void sensor(ShellyPart part, String property, String capability, String key) {
    if (says(property)) {
      number(part.key(), property + "_" + part.number(), key, 1);
    } else {
      draft.type("sensor", property).capability(capability);
      number(part.key(), property, key, 1);
    }
  }

  private boolean says(String property) {
    return status.byComponent().values().stream().anyMatch(all -> all.containsKey(property));
  }

  private void energy(ShellyPart part, String key) {
    if (!says("energy")) {
      draft.capability("ElectricalEnergy");
      number(part.key(), "energy", key, 0.001);
    }
  }

  private void battery(ShellyPart part) {
    draft.capability("PowerSource");
    status.reads(
        part.key(),
        "battery",
        one -> JsonReadings.number(one.path("battery").path("percent")).map(Value::of));
  }

  private void alarm(ShellyPart part, String property, String capability) {
    draft.type("binary_sensor", property).capability(capability);
    bool(part.key(), property, "alarm", false);
  }

  private void number(String component, String property, String key, double factor) {
    status.reads(
        component,
        property,
        one -> JsonReadings.number(one.path(key)).map(value -> Value.of(value * factor)));
  }

  private void bool(String component, String property, String key, boolean inverted) {
    status.reads(
        component,
        property,
        one ->
            one.path(key).isBoolean()
                ? Optional.of(Value.of(one.path(key).booleanValue() != inverted))
                : Optional.empty());
  }

  private void command(String action, ShellyPart part, String method, Params params) {
    draft.command(
        action,
        call -> {
          Map<String, Object> all = new LinkedHashMap<>();
          all.put("id", part.number());
          all.putAll(params.of(call));
          return List.of(
              Rpc.request(status.prefix(), status.replies(), call.correlation(), method, all));
        },
        new Confirmation.ByReply());
  }
}
