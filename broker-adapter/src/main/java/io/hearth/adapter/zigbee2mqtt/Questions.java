package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.binding.Outgoing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a device may be asked for its state: {@code /get} of its main values, in one message.
 *
 * @param message empty for a device that sleeps or answers nothing
 */
record Questions(String called, Optional<byte[]> message) {

  private static final int MOST = 3;

  private static final JsonMapper MAPPER = JsonMapper.shared();

  static Questions of(Described described) {
    if (described.sleeps()) {
      return new Questions(described.called(), Optional.empty());
    }
    Map<String, String> members = new LinkedHashMap<>();
    Expose.of(described.exposes()).stream()
        .flatMap(
            expose -> expose.features().isEmpty() ? Stream.of(expose) : expose.features().stream())
        .filter(expose -> expose.isAskable() && expose.isReported() && !expose.isApart())
        .filter(expose -> !expose.type().equals("composite"))
        .limit(MOST)
        .forEach(expose -> members.put(expose.property(), ""));
    return new Questions(
        described.called(),
        members.isEmpty() ? Optional.empty() : Optional.of(MAPPER.writeValueAsBytes(members)));
  }

  List<Outgoing> all(String base) {
    return message
        .map(said -> List.of(Outgoing.mqtt(base + "/" + called + "/get", said)))
        .orElse(List.of());
  }
}
