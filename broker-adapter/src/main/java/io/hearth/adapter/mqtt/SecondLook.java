package io.hearth.adapter.mqtt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what a broker has retained once more, over a short connection of its own, so that the
 * subscriptions that live messages come by are not disturbed.
 */
final class SecondLook implements MqttConnection.Listener, AutoCloseable {

  private final List<Subscription> filters;
  private final Consumer<Publication> retained;
  private final NettyConnection connection;

  /**
   * Begins to read.
   *
   * @param retained is told of each retained message, on the connection's thread
   */
  SecondLook(MqttConfig config, List<Subscription> filters, Consumer<Publication> retained) {
    this.filters = filters.stream().map(known -> new Subscription(known.filter(), 0)).toList();
    this.retained = retained;
    this.connection =
        new NettyConnection(
            config.toBuilder()
                .clientId(config.clientId() + "-look")
                .sessionExpiry(Duration.ZERO)
                .build(),
            Optional.empty(),
            this);
    connection.open();
  }

  @Override
  public void accepted(MqttConnection from, boolean resumed) {
    MqttLink.subscribe(from, filters);
  }

  @Override
  public void arrived(MqttConnection from, Publication message, Runnable acknowledge) {
    if (message.retained()) {
      retained.accept(message);
    }
    acknowledge.run();
  }

  @Override
  public void subscribed(MqttConnection from, List<String> refused) {}

  @Override
  public void lost(MqttConnection from, String reason) {}

  @Override
  public void close() {
    connection.close();
  }
}
