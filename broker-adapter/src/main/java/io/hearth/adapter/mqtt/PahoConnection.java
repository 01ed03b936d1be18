package io.hearth.adapter.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker, from connecting to its loss. It is never reused: after a loss a new
 * one is made, because a client that reconnects by itself may stay connected and receive nothing.
 */
final class PahoConnection implements MqttCallback {

  private static final Logger LOGGER = LoggerFactory.getLogger(PahoConnection.class);
  private static final int QOS = 1;
  private static final int REFUSED = 0x80;
  private static final long CLOSE_MILLIS = 500;
  private static final int CONNECT_SECONDS = 5;
  private static final long AGAIN_MILLIS = 10;

  /** Hears what happens to the connection, on Paho's threads: it must not block. */
  interface Listener {

    /** The broker let us in; nothing is subscribed yet. */
    void accepted(PahoConnection connection);

    void subscribed(PahoConnection connection);

    /** The connection is no more, or never was; comes at most once. */
    void lost(PahoConnection connection, String reason);

    /** A message arrived; waits for room, so that a fast broker is slowed down. */
    void arrived(PahoConnection connection, Publication message, Runnable acknowledge);
  }

  private final MqttConfig config;
  private final Listener listener;
  private final MqttAsyncClient client;
  private final AtomicBoolean over = new AtomicBoolean();

  /**
   * Prepares a connection; nothing is sent yet.
   *
   * @throws MqttException when the address or client id is nothing that Paho can use
   */
  PahoConnection(MqttConfig config, Listener listener) throws MqttException {
    this.config = config;
    this.listener = listener;
    this.client = new MqttAsyncClient(pahoUri(config), config.clientId(), new MemoryPersistence());
    client.setManualAcks(true);
    client.setCallback(this);
  }

  void open() {
    act(
        () -> client.connect(PahoOptions.of(config, CONNECT_SECONDS), null, orEnd(this::accept)),
        "cannot connect");
  }

  /** Asks for topics, what the broker has retained for them included. */
  void subscribe(List<String> filters) {
    MqttSubscription[] subscriptions =
        filters.stream()
            .map(filter -> new MqttSubscription(filter, QOS))
            .toArray(MqttSubscription[]::new);
    act(
        () ->
            client.subscribe(subscriptions, null, orEnd(this::checkGranted), new MqttProperties()),
        "cannot subscribe");
  }

  /**
   * Publishes at least once. Of a message that is on its way when the connection is lost nobody
   * knows whether it arrived: nothing is told of it.
   *
   * @param undelivered is told why when the message surely went to nobody
   */
  void publish(
      Outgoing message,
      String replyTo,
      String correlation,
      Duration expiry,
      Consumer<String> undelivered) {
    MqttProperties properties = new MqttProperties();
    properties.setResponseTopic(replyTo);
    properties.setCorrelationData(correlation.getBytes(StandardCharsets.UTF_8));
    properties.setMessageExpiryInterval(Math.max(1, (expiry.toMillis() + 999) / 1000));
    properties.setContentType("application/json");
    MqttMessage packet = new MqttMessage(message.payload(), QOS, false, properties);
    MqttActionListener listener =
        listener(
            token -> PahoReasons.ofPublication(token.getReasonCodes()).ifPresent(undelivered),
            failure -> {
              if (client.isConnected()) {
                undelivered.accept(PahoReasons.of(failure));
              }
            });
    send(message.topic(), packet, listener, undelivered, System.nanoTime() + expiry.toNanos());
  }

  /** Sends now, or soon when the broker has not yet acknowledged as much as it takes at once. */
  private void send(
      String topic,
      MqttMessage packet,
      MqttActionListener listener,
      Consumer<String> undelivered,
      long deadline) {
    try {
      client.publish(topic, packet, null, listener);
    } catch (MqttException | IllegalArgumentException failure) {
      if (PahoReasons.isFull(failure) && System.nanoTime() < deadline) {
        CompletableFuture.delayedExecutor(AGAIN_MILLIS, TimeUnit.MILLISECONDS)
            .execute(() -> send(topic, packet, listener, undelivered, deadline));
      } else {
        undelivered.accept(PahoReasons.of(failure));
      }
    }
  }

  /** Ends the connection, politely where it still stands; may take half a second. */
  void close() {
    over.set(true);
    try {
      if (client.isConnected()) {
        client.disconnect(0, null, null, 0, new MqttProperties()).waitForCompletion(CLOSE_MILLIS);
      }
      client.close(true);
    } catch (MqttException | RuntimeException failure) { // Paho may trip over a half-open client
      LOGGER.atDebug().setCause(failure).log("connection closed with a complaint");
    }
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    Publication publication =
        new Publication(
            topic,
            message.getPayload(),
            message.isRetained(),
            correlation(message.getProperties()));
    int id = message.getId();
    int qos = message.getQos();
    listener.arrived(this, publication, () -> acknowledge(id, qos));
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    @Nullable MqttException failure = response.getException();
    end(
        failure != null && failure.getCause() != null
            ? "connection lost: " + PahoReasons.of(failure)
            : PahoReasons.ofDisconnect(response.getReturnCode(), response.getReasonString()));
  }

  @Override
  public void mqttErrorOccurred(MqttException failure) {
    LOGGER.atWarn().addKeyValue("reason", PahoReasons.of(failure)).log("protocol error");
  }

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}

  private void accept(IMqttToken token) {
    if (!over.get()) {
      listener.accepted(this);
    }
  }

  private void checkGranted(IMqttToken token) {
    int[] codes = token.getReasonCodes();
    if (codes != null && Arrays.stream(codes).anyMatch(code -> code >= REFUSED)) {
      end("the broker refuses subscriptions, with codes " + Arrays.toString(codes));
    } else if (!over.get()) {
      listener.subscribed(this);
    }
  }

  private void acknowledge(int id, int qos) {
    if (over.get() || qos == 0) {
      return;
    }
    try {
      client.messageArrivedComplete(id, qos);
    } catch (MqttException failure) {
      LOGGER.atDebug().setCause(failure).log("message not acknowledged, it will come again");
    }
  }

  private void end(String reason) {
    if (over.compareAndSet(false, true)) {
      listener.lost(this, reason);
    }
  }

  /** A call into Paho. */
  private interface Call {
    void make() throws MqttException;
  }

  private void act(Call call, String otherwise) {
    try {
      call.make();
    } catch (MqttException | IllegalArgumentException failure) {
      end(otherwise + ": " + PahoReasons.of(failure));
    }
  }

  /** Goes on when it worked; a connection for which it did not work is of no use. */
  private MqttActionListener orEnd(Consumer<IMqttToken> then) {
    return listener(then, failure -> end(PahoReasons.of(failure)));
  }

  private static MqttActionListener listener(
      Consumer<IMqttToken> then, Consumer<@Nullable Throwable> otherwise) {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        then.accept(token);
      }

      @Override
      public void onFailure(IMqttToken token, @Nullable Throwable failure) {
        otherwise.accept(failure);
      }
    };
  }

  private static Optional<String> correlation(@Nullable MqttProperties properties) {
    return Optional.ofNullable(properties)
        .map(MqttProperties::getCorrelationData)
        .map(data -> new String(data, StandardCharsets.UTF_8));
  }

  private static String pahoUri(MqttConfig config) {
    boolean tls = "mqtts".equals(config.uri().getScheme());
    int port = config.uri().getPort() > 0 ? config.uri().getPort() : tls ? 8883 : 1883;
    return (tls ? "ssl://" : "tcp://") + config.uri().getHost() + ":" + port;
  }
}
