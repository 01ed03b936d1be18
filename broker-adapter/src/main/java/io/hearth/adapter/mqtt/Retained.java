package io.hearth.adapter.mqtt;

import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether all arrived that the broker had retained. A broker drops what a client does not take fast
 * enough, QoS 0 as well as 1, or loses what is published while it still takes a subscription; so it
 * is asked again until nothing new comes. Thread-safe, but for {@link #isWorthAnotherLook}.
 */
final class Retained {

  /** Where Mosquitto and its kin say how much they dropped. */
  static final String DROPPED = "$SYS/broker/publish/messages/dropped";

  private static final int MOST_LOOKS = 10;

  private final Set<Integer> topics = ConcurrentHashMap.newKeySet();
  private volatile long dropped = -1;
  private volatile boolean lossy;
  private int known = -1;
  private int looks;

  /** Begins anew with a new connection. */
  void begin() {
    topics.clear();
    dropped = -1;
    lossy = false;
    known = -1;
    looks = 0;
  }

  void note(Publication message) {
    if (message.retained()) {
      topics.add(message.topic().hashCode());
    }
  }

  /**
   * Takes the broker's count of dropped messages.
   *
   * @return how many were dropped since it was last told, if any were
   */
  OptionalLong dropped(String count) {
    long now;
    try {
      now = Long.parseLong(count.strip());
    } catch (NumberFormatException other) {
      return OptionalLong.empty();
    }
    long before = dropped;
    dropped = now;
    if (before < 0 || now <= before) {
      return OptionalLong.empty();
    }
    lossy = true;
    return OptionalLong.of(now - before);
  }

  /** Whether to ask again: the first time, and as long as something new or a loss came to light. */
  boolean isWorthAnotherLook() {
    boolean worth = looks < MOST_LOOKS && (looks == 0 || topics.size() > known || lossy);
    known = topics.size();
    lossy = false;
    looks++;
    return worth;
  }
}
