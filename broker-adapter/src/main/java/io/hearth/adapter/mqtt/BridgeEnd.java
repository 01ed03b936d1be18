package io.hearth.adapter.mqtt;

import io.hearth.adapter.wire.Backoff;
import io.hearth.adapter.wire.LinkThread;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A bridge's connection to one of its brokers; when it is lost, a new one is made after a growing,
 * jittered wait. Used on the bridge's thread only, but for what the connection tells.
 */
final class BridgeEnd implements MqttConnection.Listener {

  private static final Duration STABLE = Duration.ofSeconds(10);

  /** Hears what happens at an end, on the bridge's thread. */
  interface Owner {

    /**
     * The end is there.
     *
     * @param resumed whether its broker still knows what was subscribed and queued before
     */
    void there(BridgeEnd end, boolean resumed);

    /** The end is away, or still is. */
    void away(BridgeEnd end, String reason);

    /** The broker does not allow these filters. */
    void refused(BridgeEnd end, List<String> filters);

    /** A message arrived; the acknowledgement is due when it is kept, and may be given again. */
    void arrived(BridgeEnd end, Publication message, Runnable acknowledge);
  }

  private final MqttConfig config;
  private final LinkThread thread;
  private final Owner owner;
  private final Backoff backoff;
  private @Nullable MqttConnection connection;
  private boolean there;
  private long since;

  BridgeEnd(MqttConfig config, LinkThread thread, Owner owner) {
    this.config = config;
    this.thread = thread;
    this.owner = owner;
    this.backoff =
        new Backoff(
            config.reconnectFirst(), config.reconnectLongest(), RandomGenerator.getDefault());
  }

  void open() {
    MqttConnection next = new NettyConnection(config, Optional.empty(), this);
    connection = next;
    next.open();
  }

  /** The broker's address. */
  String address() {
    return config.uri().toString();
  }

  /** Whether messages can be published now. */
  boolean isThere() {
    MqttConnection current = connection;
    return there && current != null && current.isOpen();
  }

  void subscribe(List<Subscription> subscriptions) {
    MqttConnection current = connection;
    if (there && current != null) {
      MqttLink.subscribe(current, subscriptions);
    }
  }

  void publish(Outbound message) {
    MqttConnection current = connection;
    if (current == null) {
      message.undelivered().accept("no connection to the broker");
    } else {
      current.publish(message);
    }
  }

  void close() {
    MqttConnection current = connection;
    connection = null;
    there = false;
    if (current != null) {
      current.close();
    }
  }

  @Override
  public void accepted(MqttConnection from, boolean resumed) {
    thread.execute(() -> {
      if (from.equals(connection)) {
        there = true;
        since = System.nanoTime();
        owner.there(this, resumed);
      }
    });
  }

  @Override
  public void subscribed(MqttConnection from, List<String> refused) {
    if (!refused.isEmpty()) {
      thread.execute(() -> owner.refused(this, refused));
    }
  }

  @Override
  public void lost(MqttConnection from, String reason) {
    thread.execute(() -> {
      if (from.equals(connection)) {
        if (there && System.nanoTime() - since > STABLE.toNanos()) {
          backoff.reset();
        }
        close();
        owner.away(this, reason);
        thread.schedule(this::open, backoff.next());
      }
    });
  }

  @Override
  public void arrived(MqttConnection from, Publication message, Runnable acknowledge) {
    thread.execute(() -> owner.arrived(this, message, acknowledge));
  }
}
