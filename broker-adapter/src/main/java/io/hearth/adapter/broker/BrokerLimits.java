package io.hearth.adapter.broker;

import java.time.Duration;

/**
 * What one client may ask of the embedded broker.
 *
 * @param payload bytes of the largest payload; 1 KiB to 16 MiB
 * @param topicLength characters of the longest topic or filter; 16 to 65,535
 * @param topicLevels levels of the deepest one; 2 to 1,000
 * @param connections at the same time at each listener; at least 2
 * @param willDelay the longest that a last will may wait, and a session be kept; longer ones are
 *     cut
 */
public record BrokerLimits(
    int payload, int topicLength, int topicLevels, int connections, Duration willDelay) {

  /** For a home. */
  public static final BrokerLimits STANDARD =
      new BrokerLimits(320 * 1024, 1024, 32, 1000, Duration.ofDays(1));

  public BrokerLimits {
    check("broker.limits.payload", payload, 1024, 16 * 1024 * 1024);
    check("broker.limits.topicLength", topicLength, 16, 65_535);
    check("broker.limits.topicLevels", topicLevels, 2, 1000);
    check("broker.limits.connections", connections, 2, 100_000);
    check("broker.limits.willDelay in seconds", willDelay.toSeconds(), 0, Integer.MAX_VALUE);
  }

  private static void check(String key, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          key + " must be " + least + " to " + most + " but is " + value);
    }
  }
}
