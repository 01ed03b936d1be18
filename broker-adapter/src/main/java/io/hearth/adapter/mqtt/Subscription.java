package io.hearth.adapter.mqtt;

/**
 * A wish for messages.
 *
 * @param filter topics, with {@code +} and {@code #}
 * @param qos 0 where the broker has the message retained and a lost one is read again on the next
 *     connection, 1 where every message counts
 * @param local whether those that this client published itself are to come, too
 * @param asPublished whether a live message says that its publisher wanted it retained
 * @param kept whether what the broker has retained is to come
 */
record Subscription(String filter, int qos, boolean local, boolean asPublished, boolean kept) {

  Subscription {
    if (qos < 0 || qos > 1) {
      throw new IllegalArgumentException("QoS is 0 or 1 but is " + qos);
    }
  }

  /** For what others publish, with what is retained, and live messages as such. */
  Subscription(String filter, int qos) {
    this(filter, qos, false, false, true);
  }
}
