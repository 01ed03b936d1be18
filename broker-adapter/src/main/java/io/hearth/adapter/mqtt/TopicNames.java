package io.hearth.adapter.mqtt;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The short numbers that stand for topics on one connection, in both directions; used by the
 * connection's thread only.
 */
final class TopicNames {

  /** How many topics the broker may give a number. */
  static final int MAX_ALIASES = 1024;

  private final @Nullable String[] incoming = new @Nullable String[MAX_ALIASES + 1];
  private final Map<String, Integer> outgoing = new HashMap<>();
  private int maxOutgoing;

  /** How a topic is written in a packet: in full, as a number, or both for the first time. */
  record Written(String topic, OptionalInt alias) {}

  /** So many topics the broker lets us give a number. */
  void allow(int aliases) {
    maxOutgoing = aliases;
  }

  Written write(String topic) {
    Integer known = outgoing.get(topic);
    if (known != null) {
      return new Written("", OptionalInt.of(known));
    }
    if (outgoing.size() >= maxOutgoing) {
      return new Written(topic, OptionalInt.empty());
    }
    int alias = outgoing.size() + 1;
    outgoing.put(topic, alias);
    return new Written(topic, OptionalInt.of(alias));
  }

  /**
   * The topic of a packet that arrived.
   *
   * @param alias 0 for none
   * @throws IllegalArgumentException when the number stands for nothing
   */
  String read(String topic, int alias) {
    if (alias == 0) {
      return topic;
    }
    if (alias < 0 || alias > MAX_ALIASES) {
      throw new IllegalArgumentException("topic alias " + alias + " is out of range");
    }
    if (!topic.isEmpty()) {
      incoming[alias] = topic;
      return topic;
    }
    String known = incoming[alias];
    if (known == null) {
      throw new IllegalArgumentException("topic alias " + alias + " was never given");
    }
    return known;
  }
}
