package io.hearth.adapter.homeassistant;

import io.hearth.adapter.template.TemplateException;
import io.hearth.model.device.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Robot vacuums and mowers. */
final class Robots {

  private static final Map<String, String> CLEANING =
      Map.ofEntries(
          Map.entry("docked", "docked"),
          Map.entry("cleaning", "cleaning"),
          Map.entry("mowing", "cleaning"),
          Map.entry("paused", "paused"),
          Map.entry("idle", "paused"),
          Map.entry("returning", "returning"),
          Map.entry("error", "error"));

  private Robots() {}

  static void vacuum(Entity entity, Assembly device) throws TemplateException {
    Fields fields = entity.fields();
    device.draft().type("vacuum").capability("RvcRunMode");
    Optional<String> state = fields.topic("state_topic");
    if (state.isPresent() && device.claims("cleaning")) {
      Set<String> said = new LinkedHashSet<>(Set.of("cleaning"));
      if (device.claims("battery")) {
        device.draft().capability("PowerSource");
        said.add("battery");
      }
      device.reads(
          state.get(),
          said,
          (payload, all) -> {
            String word = payload.text().strip();
            if (!word.startsWith("{")) {
              cleaning(word).ifPresent(value -> all.put("cleaning", value));
              return;
            }
            cleaning(payload.json().path("state").asString(""))
                .ifPresent(value -> all.put("cleaning", value));
            if (said.contains("battery")) {
              Words.jsonMember(word, "battery_level")
                  .flatMap(Words::number)
                  .filter(level -> level >= 0 && level <= 100)
                  .ifPresent(level -> all.put("battery", Value.of(level)));
            }
          });
    }
    Optional<Target> target = device.target(fields, "command_topic", "command_template");
    if (target.isPresent()) {
      List<String> features = fields.words("supported_features");
      word(
          device,
          "start",
          Switches.orElse(fields.raw("payload_start"), "start"),
          features,
          target.get());
      word(
          device,
          "resume",
          Switches.orElse(fields.raw("payload_start"), "start"),
          features,
          target.get());
      word(
          device,
          "pause",
          Switches.orElse(fields.raw("payload_pause"), "pause"),
          features,
          target.get());
      word(
          device,
          "stop",
          Switches.orElse(fields.raw("payload_stop"), "stop"),
          features,
          target.get());
      word(
          device,
          "dock",
          Switches.orElse(fields.raw("payload_return_to_base"), "return_to_base"),
          features,
          target.get());
    }
  }

  private static void word(
      Assembly device, String action, Object payload, List<String> features, Target target) {
    String feature =
        action.equals("dock") ? "return_home" : action.equals("resume") ? "start" : action;
    if (features.isEmpty() || features.contains(feature)) {
      device.command(action, "cleaning", call -> List.of(target.send(payload)));
    }
  }

  static void mower(Entity entity, Assembly device) throws TemplateException {
    Fields fields = entity.fields();
    device.draft().type("mower").capability("RvcRunMode");
    Optional<Source> state =
        device.source(fields, "activity_state_topic", "activity_value_template");
    if (state.isPresent() && device.claims("cleaning")) {
      device.reads("cleaning", state, value -> cleaning(Words.written(value)));
    }
    mow(device, fields, "start", "start_mowing", "start_mowing");
    mow(device, fields, "resume", "start_mowing", "start_mowing");
    mow(device, fields, "pause", "pause", "pause");
    mow(device, fields, "stop", "pause", "pause");
    mow(device, fields, "dock", "dock", "dock");
  }

  private static void mow(
      Assembly device, Fields fields, String action, String prefix, String payload)
      throws TemplateException {
    device
        .target(fields, prefix + "_command_topic", prefix + "_command_template")
        .ifPresent(
            target -> device.command(action, "cleaning", call -> List.of(target.send(payload))));
  }

  private static Optional<Value> cleaning(String word) {
    return Optional.ofNullable(CLEANING.get(word)).map(Value::of);
  }
}
