package io.hearth.adapter.mqtt;

import java.util.List;

/**
 * One connection to the broker, from opening to its loss; it is never reused, a new one is made. No
 * method blocks, except {@link #close()} for a moment; all may be called from any thread.
 */
interface MqttConnection {

  /** Begins to connect; the listener hears how that ends. */
  void open();

  /** Asks for topics, what the broker has retained for them included. */
  void subscribe(List<Subscription> subscriptions);

  void unsubscribe(List<String> filters);

  /**
   * Publishes. A topic that MQTT forbids (empty, with a wildcard, too long) is refused here,
   * because a broker would end the connection for it.
   */
  void publish(Outbound message);

  /** Whether it stands now; what is told undelivered while it does not may be tried again. */
  boolean isOpen();

  /** Ends the connection, politely where it still stands; the listener hears nothing of it. */
  void close();

  /** Hears what happens to a connection, on the connection's threads: it must not block. */
  interface Listener {

    /**
     * The broker let us in.
     *
     * @param resumed whether it still has what was subscribed before; retained messages come again
     *     only for what is subscribed anew
     */
    void accepted(MqttConnection connection, boolean resumed);

    /**
     * The broker answered a subscription.
     *
     * @param refused filters that it does not allow
     */
    void subscribed(MqttConnection connection, List<String> refused);

    /** The connection is no more, or never was; comes at most once. */
    void lost(MqttConnection connection, String reason);

    /**
     * A message arrived; messages come one after the other, in the broker's order. So many of QoS 1
     * may be unacknowledged as the receive maximum says, and so much of all together as a share of
     * the memory holds; then no more come until some are, which slows the broker down. A listener
     * may therefore keep them in a queue without a bound of its own, and must not wait.
     *
     * @param acknowledge to be run once for every message, on any thread, when it is kept or
     *     dropped
     */
    void arrived(MqttConnection connection, Publication message, Runnable acknowledge);
  }
}
