package io.hearth.adapter.shelly;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.adapter.wire.SaidState;
import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Models of the first generation: relays, rollers, dimmers and sensors, by their topics. */
final class FirstGeneration {

  private static final Map<String, Integer> RELAYS =
      Map.ofEntries(
          Map.entry("SHSW-1", 1),
          Map.entry("SHSW-L", 1),
          Map.entry("SHSW-PM", 1),
          Map.entry("SHPLG-1", 1),
          Map.entry("SHPLG-S", 1),
          Map.entry("SHPLG-U1", 1),
          Map.entry("SHPLG2-1", 1),
          Map.entry("SHSW-21", 2),
          Map.entry("SHSW-25", 2),
          Map.entry("SHSW-44", 4));

  private static final Set<String> DIMMERS =
      Set.of("SHDM-1", "SHDM-2", "SHBDUO-1", "SHVIN-1", "SHCB-1");

  private static final Map<String, List<String>> SENSORS =
      Map.of(
          "SHHT-1", List.of("temperature", "humidity"),
          "SHWT-1", List.of("moisture", "temperature"),
          "SHSM-01", List.of("smoke", "temperature"),
          "SHMOS-01", List.of("motion", "illuminance"),
          "SHDW-1", List.of("open", "illuminance"),
          "SHDW-2", List.of("open", "illuminance", "temperature"));

  private static final Map<String, String> TOPICS =
      Map.of("moisture", "flood", "open", "state", "illuminance", "lux");

  private FirstGeneration() {}

  static List<DeviceBinding> devices(String id, String model, JsonNode said) {
    List<DeviceDraft> drafts = new ArrayList<>();
    if (said.path("mode").asString("").equals("roller")) {
      drafts.add(roller(draft(id, "", said)));
    } else if (RELAYS.containsKey(model)) {
      int count = RELAYS.get(model);
      for (int i = 0; i < count; i++) {
        drafts.add(
            relay(draft(id, count == 1 ? "" : ".relay" + i, said), i, model.startsWith("SHPLG")));
      }
    } else if (DIMMERS.contains(model)) {
      drafts.add(dimmer(draft(id, "", said)));
    } else if (SENSORS.containsKey(model)) {
      drafts.add(sensor(draft(id, "", said), SENSORS.get(model)));
    }
    return drafts.stream().map(DeviceDraft::binding).toList();
  }

  private record Gen1(DeviceDraft draft, String topic) {}

  private static Gen1 draft(String id, String part, JsonNode said) {
    String name = id.toLowerCase(java.util.Locale.ROOT) + part.replace(".relay", " ");
    DeviceDraft draft = new DeviceDraft(Ids.deviceId(id + part), name);
    String mac = ShellyDevices.text(said, "mac", "");
    if (!mac.isEmpty()) {
      draft.identity(Ids.mac(mac));
    }
    String topic = "shellies/" + id;
    draft.availability(
        AvailabilityRule.words(new Address.Mqtt(topic + "/online"), "true", "false"));
    return new Gen1(draft, topic);
  }

  private static DeviceDraft relay(Gen1 device, int number, boolean plug) {
    String topic = device.topic() + "/relay/" + number;
    DeviceDraft draft = device.draft();
    draft.type(plug ? "outlet" : "switch").capability("OnOff");
    words(draft, topic, "on", Map.of("on", Value.of(true), "off", Value.of(false)));
    numbers(draft, topic + "/power", "power", 1);
    numbers(draft, topic + "/energy", "energy", 1 / 60_000.0);
    onOff(draft, topic + "/command");
    return draft;
  }

  private static void onOff(DeviceDraft draft, String topic) {
    Map.of("turnOn", "on", "turnOff", "off", "toggle", "toggle")
        .forEach((action, word) -> say(draft, action, "on", topic, word));
  }

  private static void say(
      DeviceDraft draft, String action, String property, String topic, String word) {
    draft.command(
        action,
        call -> List.of(Outgoing.mqtt(topic, word)),
        new Confirmation.ByReport(Set.of(property)));
  }

  private static DeviceDraft roller(Gen1 device) {
    String topic = device.topic() + "/roller/0";
    DeviceDraft draft = device.draft();
    draft.type("cover", "shutter").capability("WindowCovering");
    words(
        draft,
        topic,
        "moving",
        Map.of(
            "open", Value.of("opening"),
            "close", Value.of("closing"),
            "stop", Value.of("stopped")));
    numbers(draft, topic + "/pos", "position", 1);
    say(draft, "open", "moving", topic + "/command", "open");
    say(draft, "close", "moving", topic + "/command", "close");
    say(draft, "stop", "moving", topic + "/command", "stop");
    draft.command(
        "setPosition",
        call -> position(topic, call.number("position")),
        new Confirmation.ByReport(Set.of("position", "moving")));
    draft.command(
        "adjustPosition",
        call -> position(topic, call.current("position") + call.number("delta")),
        new Confirmation.ByReport(Set.of("position", "moving")));
    return draft;
  }

  private static List<Outgoing> position(String topic, double percent) {
    return List.of(
        Outgoing.mqtt(
            topic + "/command/pos", String.valueOf(Math.round(Math.clamp(percent, 0, 100)))));
  }

  private static DeviceDraft dimmer(Gen1 device) {
    String topic = device.topic() + "/light/0";
    Address status = new Address.Mqtt(topic + "/status");
    DeviceDraft draft = device.draft();
    draft.type("light").capability("OnOff").capability("LevelControl");
    draft.reads(
        status,
        "on",
        message ->
            message.path("ison").isBoolean()
                ? Optional.of(Value.of(message.path("ison").booleanValue()))
                : Optional.empty());
    draft.reads(
        status,
        "brightness",
        message ->
            io.hearth.adapter.vocabulary.JsonReadings.number(message.path("brightness"))
                .map(Value::of));
    onOff(draft, topic + "/command");
    draft.command(
        "setBrightness",
        call -> brightness(topic, call.number("brightness")),
        new Confirmation.ByReport(Set.of("brightness")));
    draft.command(
        "adjustBrightness",
        call -> brightness(topic, call.current("brightness") + call.number("delta")),
        new Confirmation.ByReport(Set.of("brightness")));
    return draft;
  }

  private static List<Outgoing> brightness(String topic, double percent) {
    long level = Math.round(Math.clamp(percent, 0, 100));
    return List.of(
        Outgoing.mqtt(
            topic + "/set",
            level == 0 ? "{\"turn\":\"off\"}" : "{\"turn\":\"on\",\"brightness\":" + level + "}"));
  }

  private static DeviceDraft sensor(Gen1 device, List<String> properties) {
    DeviceDraft draft = device.draft();
    for (String property : properties) {
      String topic = device.topic() + "/sensor/" + TOPICS.getOrDefault(property, property);
      var yesOrNo = io.hearth.adapter.vocabulary.Measurements.binary(property);
      var number = io.hearth.adapter.vocabulary.Measurements.numeric(property);
      if (yesOrNo.isPresent()) {
        draft.type("binary_sensor", property).capability(yesOrNo.get().capability());
        words(draft, topic, property, YES_OR_NO);
      } else if (number.isPresent()) {
        draft.type("sensor", property).capability(number.get().capability());
        numbers(draft, topic, property, 1);
      }
    }
    draft.capability("PowerSource");
    numbers(draft, device.topic() + "/sensor/battery", "battery", 1);
    return draft;
  }

  private static final Map<String, Value> YES_OR_NO =
      Map.of(
          "true",
          Value.of(true),
          "1",
          Value.of(true),
          "open",
          Value.of(true),
          "false",
          Value.of(false),
          "0",
          Value.of(false),
          "close",
          Value.of(false));

  private static void words(
      DeviceDraft draft, String topic, String property, Map<String, Value> meaning) {
    text(draft, topic, property, word -> Optional.ofNullable(meaning.get(word)));
  }

  private static void numbers(DeviceDraft draft, String topic, String property, double factor) {
    text(
        draft,
        topic,
        property,
        word ->
            word.matches("-?[0-9]{1,12}(\\.[0-9]{1,12})?")
                ? Optional.of(Value.of(Double.parseDouble(word) * factor))
                    .filter(value -> !property.equals("position") || !word.startsWith("-"))
                : Optional.empty());
  }

  private static void text(
      DeviceDraft draft, String topic, String property, Function<String, Optional<Value>> meaning) {
    draft.source(
        StateSource.of(
            new Address.Mqtt(topic),
            Set.of(property),
            payload ->
                new SaidState(
                    meaning
                        .apply(payload.text().strip())
                        .map(value -> Map.of(property, value))
                        .orElse(Map.of()),
                    Optional.empty())));
  }
}
