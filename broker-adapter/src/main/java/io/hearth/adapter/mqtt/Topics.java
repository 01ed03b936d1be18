package io.hearth.adapter.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What MQTT allows as a topic or filter; brokers end the connection for anything else. */
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

  /** Why a filter cannot be subscribed to; empty when it can. */
  static Optional<String> filterFault(String filter) {
    String[] levels = filter.split("/", -1);
    for (int i = 0; i < levels.length; i++) {
      boolean wildcard = levels[i].indexOf('+') >= 0 || levels[i].indexOf('#') >= 0;
      if (wildcard && levels[i].length() > 1) {
        return Optional.of("a wildcard is a whole level");
      }
      if (levels[i].equals("#") && i < levels.length - 1) {
        return Optional.of("# is the last level");
      }
    }
    return fault(filter.replace('+', '_').replace('#', '_'));
  }

  /** Whether some topic matches both filters. */
  static boolean overlap(String one, String other) {
    String[] these = one.split("/", -1);
    String[] those = other.split("/", -1);
    for (int i = 0; i < Math.max(these.length, those.length); i++) {
      if ((i < these.length && these[i].equals("#"))
          || (i < those.length && those[i].equals("#"))) {
        return true;
      }
      boolean together =
          i < these.length
              && i < those.length
              && (these[i].equals(those[i]) || these[i].equals("+") || those[i].equals("+"));
      if (!together) {
        return false;
      }
    }
    return true;
  }
}
