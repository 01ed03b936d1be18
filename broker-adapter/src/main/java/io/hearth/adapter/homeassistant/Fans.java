package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.template.TemplateException;
import io.hearth.adapter.vocabulary.Scales;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Optional;

/** Fans, humidifiers and dehumidifiers. */
final class Fans {

  private Fans() {}

  static void fan(Entity entity, Assembly device) throws TemplateException {
    Fields fields = entity.fields();
    device.draft().type("fan").capability("OnOff").capability("FanControl");
    power(fields, device);
    speed(fields, device);
    oscillation(fields, device);
    preset(fields, device, "preset_modes", "preset_mode_state_topic", "preset_mode_value_template");
    device.detail(
        "direction", device.source(fields, "direction_state_topic", "direction_value_template"));
  }

  static void humidifier(Entity entity, Assembly device) throws TemplateException {
    Fields fields = entity.fields();
    boolean dries = fields.text("device_class", "").equals("dehumidifier");
    device.draft().type(dries ? "dehumidifier" : "humidifier").capability("OnOff");
    device.draft().capability("HumidityControl");
    power(fields, device);
    device
        .draft()
        .limits(
            "targetHumidity", fields.number("min_humidity", 0), fields.number("max_humidity", 100));
    number(
        fields,
        device,
        "targetHumidity",
        "target_humidity_state_topic",
        "target_humidity_state_template");
    number(fields, device, "humidity", "current_humidity_topic", "current_humidity_template");
    Optional<Target> target =
        device.target(fields, "target_humidity_command_topic", "target_humidity_command_template");
    if (target.isPresent()) {
      double min = fields.number("min_humidity", 0);
      double max = Math.max(min, fields.number("max_humidity", 100));
      device.command(
          "setHumidity",
          "targetHumidity",
          call ->
              List.of(
                  target
                      .get()
                      .send(Math.round(Math.clamp(call.number("targetHumidity"), min, max)))));
      device.command(
          "adjustHumidity",
          "targetHumidity",
          call ->
              List.of(
                  target
                      .get()
                      .send(
                          Math.round(
                              Math.clamp(
                                  call.current("targetHumidity") + call.number("delta"),
                                  min,
                                  max)))));
    }
    preset(fields, device, "modes", "mode_state_topic", "mode_state_template");
    device.detail("action", device.source(fields, "action_topic", "action_template"));
  }

  private static void power(Fields fields, Assembly device) throws TemplateException {
    Object on = Switches.orElse(fields.raw("payload_on"), "ON");
    Object off = Switches.orElse(fields.raw("payload_off"), "OFF");
    Switches.onState(fields, device, "state_value_template", on, off);
    Optional<Target> target = device.target(fields, "command_topic", "command_template");
    if (target.isPresent()) {
      device.command("turnOn", "on", call -> List.of(target.get().send(on)));
      device.command("turnOff", "on", call -> List.of(target.get().send(off)));
    }
  }

  private static void number(
      Fields fields, Assembly device, String property, String topicKey, String templateKey)
      throws TemplateException {
    Optional<Source> source = device.source(fields, topicKey, templateKey);
    if (source.isPresent() && device.claims(property)) {
      device.reads(
          property,
          source,
          value -> Words.number(value).filter(n -> n >= 0 && n <= 100).map(Value::of));
    }
  }

  private static void speed(Fields fields, Assembly device) throws TemplateException {
    double slowest = fields.number("speed_range_min", 1);
    double fastest = Math.max(slowest, fields.number("speed_range_max", 100));
    Optional<Source> source =
        device.source(fields, "percentage_state_topic", "percentage_value_template");
    if (source.isPresent() && device.claims("fanSpeed")) {
      // The range leaves out standing still, which is one step below the slowest.
      device.reads(
          "fanSpeed",
          source,
          value ->
              Words.number(value)
                  .map(speed -> Value.of(Scales.percent(speed, slowest - 1, fastest))));
    }
    Optional<Target> target =
        device.target(fields, "percentage_command_topic", "percentage_command_template");
    if (target.isPresent()) {
      Speed set =
          percent -> {
            double clamped = Math.clamp(percent, 0, 100);
            long step = (long) Math.ceil(Scales.ofPercent(clamped, slowest - 1, fastest) - 1e-9);
            return List.of(target.get().send(step));
          };
      device.command("setFanSpeed", "fanSpeed", call -> set.to(call.number("fanSpeed")));
      device.command(
          "adjustFanSpeed",
          "fanSpeed",
          call -> set.to(call.current("fanSpeed") + call.number("delta")));
    }
  }

  private static void oscillation(Fields fields, Assembly device) throws TemplateException {
    Object on = Switches.orElse(fields.raw("payload_oscillation_on"), "oscillate_on");
    Object off = Switches.orElse(fields.raw("payload_oscillation_off"), "oscillate_off");
    Optional<Source> source =
        device.source(fields, "oscillation_state_topic", "oscillation_value_template");
    if (source.isPresent() && device.claims("oscillating")) {
      device.reads("oscillating", source, value -> Switches.either(value, on, off));
    }
    Optional<Target> target =
        device.target(fields, "oscillation_command_topic", "oscillation_command_template");
    if (target.isPresent()) {
      device.command(
          "setOscillating",
          "oscillating",
          call -> {
            boolean swings = call.argument("oscillating").filter(Value::isTrue).isPresent();
            return List.of(target.get().send(swings ? on : off));
          });
    }
  }

  private static void preset(
      Fields fields, Assembly device, String listKey, String topicKey, String templateKey)
      throws TemplateException {
    List<String> presets = fields.words(listKey);
    Optional<Source> source = device.source(fields, topicKey, templateKey);
    if (!presets.isEmpty() && source.isPresent() && device.claims("presetMode")) {
      device.draft().choices("presetMode", presets);
      device.reads(
          "presetMode",
          source,
          value ->
              Optional.of(Value.of(Words.written(value)))
                  .filter(word -> presets.contains(Words.written(word))));
    }
  }

  /** Brings it to a speed in percent. */
  @FunctionalInterface
  private interface Speed {
    List<Outgoing> to(double percent) throws CannotCommandException;
  }
}
