package io.hearth.adapter.zigbee2mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Friendly names as topics. A name with a wildcard in it would make every broker drop whoever
 * subscribes or publishes there.
 */
final class Topics {

  private static final int LONGEST = 1_000;

  private Topics() {}

  /** Why nothing can be sent to such a name; empty when it can. */
  static Optional<String> problem(String friendlyName) {
    if (friendlyName.isBlank() || friendlyName.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return Optional.of("its friendly name is blank or too long");
    }
    boolean illegal =
        friendlyName.chars().anyMatch(c -> c == '+' || c == '#' || Character.isISOControl(c))
            || !StandardCharsets.UTF_8.newEncoder().canEncode(friendlyName);
    if (illegal) {
      return Optional.of(
          "its friendly name '"
              + friendlyName.replaceAll("\\p{Cntrl}", "\u00b7")
              + "' is no topic: rename it without + and #");
    }
    return friendlyName.startsWith("bridge/") || friendlyName.endsWith("/set")
        ? Optional.of("its friendly name is a topic of the bridge")
        : Optional.empty();
  }
}
