package io.hearth.adapter.shelly;

import io.hearth.adapter.binding.Outgoing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Frames of JSON-RPC as Shelly speaks it over MQTT: the answer comes to {@code <src>/rpc}. */
final class Rpc {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Rpc() {}

  /**
   * A request.
   *
   * @param prefix the device's topics
   * @param replies under which each device has a topic for its answers
   * @param id what the answer refers to
   */
  static Outgoing request(
      String prefix, String replies, String id, String method, Map<String, ?> params) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("id", id);
    frame.put("src", replies + "/" + prefix);
    frame.put("method", method);
    if (!params.isEmpty()) {
      frame.put("params", params);
    }
    return Outgoing.mqtt(prefix + "/rpc", MAPPER.writeValueAsBytes(frame));
  }

  /** Why the device refused; empty when it did not. */
  static Optional<String> error(JsonNode frame) {
    JsonNode error = frame.path("error");
    if (!error.isObject()) {
      return Optional.empty();
    }
    JsonNode text = error.path("message");
    return Optional.of(
        text.isString() && !text.asString().isBlank()
            ? text.asString()
            : "error " + error.path("code"));
  }
}
