package io.hearth.adapter.homie;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values that devices were told and have not taken over yet: version 5 says {@code $target} as
 * soon as it accepts one, however long it then takes to get there. For any thread.
 */
final class HomieTargets {

  private static final int MOST = 1024;

  private record Expected(String payload, String correlation) {}

  private final Map<String, Expected> byTopic =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Expected> eldest) {
          return size() > MOST;
        }
      };

  synchronized void expect(String topic, String payload, String correlation) {
    byTopic.put(topic, new Expected(payload, correlation));
  }

  /** The command that a target shows to be accepted. */
  synchronized Optional<String> accepted(String topic, String payload) {
    Expected expected = byTopic.get(topic);
    if (expected == null || !expected.payload().equals(payload)) {
      return Optional.empty();
    }
    byTopic.remove(topic);
    return Optional.of(expected.correlation());
  }
}
