package io.hearth.sim;

import io.hearth.model.device.Capability;
import io.hearth.model.device.Device;
import io.hearth.model.device.Trait;
import io.hearth.model.device.Value;
import io.hearth.sim.physics.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The JSON texts of the wire, from a device's side. */
final class WireJson {

  private final JsonMapper mapper = JsonMapper.shared();

  /** What a device says it is. */
  byte[] description(Device device) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", device.name());
    json.put("aliases", device.aliases());
    device.area().ifPresent(area -> json.put("area", area.value()));
    json.put("type", device.type().id());
    device.kind().ifPresent(kind -> json.put("kind", kind));
    json.put("capabilities", device.capabilities().stream().map(Capability::name).toList());
    json.put("without", device.without().stream().sorted().toList());
    json.put("traits", device.traits().stream().sorted().map(Trait::word).toList());
    json.put("options", raw(new TreeMap<>(device.options())));
    return mapper.writeValueAsBytes(json);
  }

  /** What a device says is true of it at a moment. */
  byte[] state(Map<String, Value> properties, Instant at) {
    Map<String, Object> json = raw(new TreeMap<>(properties));
    json.put("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
    return mapper.writeValueAsBytes(json);
  }

  byte[] answer(Answer answer) {
    return mapper.writeValueAsBytes(
        switch (answer) {
          case Answer.Accepted() -> Map.of("outcome", "accepted");
          case Answer.Rejected(String reason, Answer.Fault fault) ->
              new TreeMap<>(Map.of("outcome", "rejected", "reason", reason));
        });
  }

  /**
   * A JSON object.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  Map<String, Value> object(byte[] text) {
    try {
      Object raw = mapper.readValue(text, Object.class);
      if (raw instanceof Map<?, ?> && Value.ofRaw(raw) instanceof Value.Fields(var fields)) {
        return fields;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  /** The correlation that a CoAP command carries in itself; empty where there is none. */
  String correlation(byte[] command) {
    try {
      return object(command).get("correlation") instanceof Value.Text(String text) ? text : "";
    } catch (IllegalArgumentException e) {
      return ""; // The command itself will be found malformed.
    }
  }

  private static Map<String, Object> raw(Map<String, Value> values) {
    Map<String, Object> raw = new LinkedHashMap<>();
    values.forEach((name, value) -> raw.put(name, value.raw()));
    return raw;
  }
}
