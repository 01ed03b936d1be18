package io.hearth.adapter.mqtt;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A session of its own for what devices say that are told something while the broker keeps a flood
 * of other reports for the main session: it does not wait behind them. It is not acknowledged (QoS
 * 0) and brings nothing retained; everything it brings comes by the main session, too. Thread-safe.
 */
final class Overhearing implements MqttConnection.Listener, AutoCloseable {

  private final NettyConnection connection;
  private final Consumer<Publication> ear;

  // Guarded by this.
  private final Set<String> heard = new HashSet<>();
  private final Queue<Wish> unsent = new ArrayDeque<>();
  private final Queue<CompletableFuture<Void>> unanswered = new ArrayDeque<>();
  private CompletableFuture<Void> latest = CompletableFuture.completedFuture(null);
  private boolean open;
  private boolean over;

  private record Wish(List<Subscription> topics, CompletableFuture<Void> granted) {}

  /**
   * Begins to connect.
   *
   * @param ear is told of each message, on the connection's thread
   */
  Overhearing(MqttConfig config, Consumer<Publication> ear) {
    this.ear = ear;
    this.connection =
        new NettyConnection(
            config.toBuilder()
                .clientId(config.clientId() + "-overhears")
                .sessionExpiry(Duration.ZERO)
                .build(),
            Optional.empty(),
            this);
    connection.open();
  }

  /** Listens there as well; completes when the broker has granted it, or will not. */
  synchronized CompletableFuture<Void> listen(Collection<String> topics) {
    if (over) {
      return CompletableFuture.completedFuture(null);
    }
    List<Subscription> more =
        topics.stream()
            .filter(heard::add)
            .map(topic -> new Subscription(topic, 0, false, false, false))
            .toList();
    if (!more.isEmpty()) {
      latest = new CompletableFuture<>();
      unsent.add(new Wish(more, latest));
      ask();
    }
    return latest.copy();
  }

  private synchronized void ask() {
    while (open && !unsent.isEmpty()) {
      Wish wish = unsent.remove();
      unanswered.add(wish.granted());
      connection.subscribe(wish.topics());
    }
  }

  /** Whether it has come to its end by itself. */
  synchronized boolean isOver() {
    return over;
  }

  @Override
  public synchronized void accepted(MqttConnection from, boolean resumed) {
    open = true;
    ask();
  }

  @Override
  public synchronized void subscribed(MqttConnection from, List<String> refused) {
    CompletableFuture<Void> granted = unanswered.poll();
    if (granted != null) {
      granted.complete(null);
    }
  }

  @Override
  public void arrived(MqttConnection from, Publication message, Runnable acknowledge) {
    ear.accept(message);
    acknowledge.run();
  }

  @Override
  public synchronized void lost(MqttConnection from, String reason) {
    over = true;
    unanswered.forEach(waiting -> waiting.complete(null));
    unsent.forEach(wish -> wish.granted().complete(null));
  }

  @Override
  public void close() {
    lost(connection, "it was closed");
    connection.close();
  }
}
