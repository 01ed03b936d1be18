package io.hearth.adapter.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What MQTT allows as a topic to publish to; brokers end the connection for anything else. */
final class Topics {

  private static final int MAX_BYTES = 65_535;

  private Topics() {}

  /** Why nothing may be published to a topic; empty when it may. */
  static Optional<String> fault(String topic) {
    if (topic.isEmpty()) {
      return Optional.of("the topic is empty");
    }
    if (topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0) {
      return Optional.of("the topic '" + topic + "' holds + or #, which MQTT forbids");
    }
    if (topic.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(topic)) {
      return Optional.of("the topic holds characters that MQTT forbids");
    }
    if (topic.length() > MAX_BYTES / 4
        && topic.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return Optional.of("the topic is longer than " + MAX_BYTES + " bytes");
    }
    return topic.startsWith("$")
        ? Optional.of("the topic '" + topic + "' belongs to the broker")
        : Optional.empty();
  }
}
