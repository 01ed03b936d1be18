package io.hearth.adapter.mqtt;

/**
 * A wish for messages; never for those that this connection published itself.
 *
 * @param filter topics, with {@code +} and {@code #}
 * @param qos 0 where the broker has the message retained and a lost one is read again on the next
 *     connection, 1 where every message counts
 */
record Subscription(String filter, int qos) {

  Subscription {
    if (qos < 0 || qos > 1) {
      throw new IllegalArgumentException("QoS is 0 or 1 but is " + qos);
    }
  }
}
