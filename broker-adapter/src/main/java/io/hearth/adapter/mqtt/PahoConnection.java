package io.hearth.adapter.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

/** A connection made with Eclipse Paho. */
final class PahoConnection implements MqttConnection, MqttCallback {

  private static final Logger LOGGER = LoggerFactory.getLogger(PahoConnection.class);
  private static final int REFUSED = 0x80;
  private static final long CLOSE_MILLIS = 500;
  private static final int CONNECT_SECONDS = 5;
  private static final long AGAIN_MILLIS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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

  @Override
  public void open() {
    act(
        () -> client.connect(PahoOptions.of(config, CONNECT_SECONDS), null, orEnd(this::accept)),
        "cannot connect");
  }

  @Override
  public void subscribe(List<Subscription> subscriptions) {
    act(
        () ->
            client.subscribe(
                subscriptions.stream().map(PahoConnection::paho).toArray(MqttSubscription[]::new),
                null,
                orEnd(token -> granted(token, subscriptions)),
                new MqttProperties()),
        "cannot subscribe");
  }

  private static MqttSubscription paho(Subscription wish) {
    MqttSubscription subscription = new MqttSubscription(wish.filter(), wish.qos());
    subscription.setNoLocal(true);
    return subscription;
  }

  @Override
  public void unsubscribe(List<String> filters) {
    act(() -> client.unsubscribe(filters.toArray(String[]::new)), "cannot unsubscribe");
  }

  @Override
  public void publish(Outbound message) {
    MqttProperties properties = new MqttProperties();
    message.replyTo().ifPresent(properties::setResponseTopic);
    message
        .correlation()
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .ifPresent(properties::setCorrelationData);
    message
        .expiry()
        .map(expiry -> Math.max(1, (expiry.toMillis() + 999) / 1000))
        .ifPresent(properties::setMessageExpiryInterval);
    MqttMessage packet =
        new MqttMessage(message.payload(), message.qos(), message.retain(), properties);
    MqttActionListener listener =
        listener(
            token ->
                PahoReasons.ofPublication(token.getReasonCodes())
                    .ifPresentOrElse(message.undelivered(), message.delivered()),
            failure -> {
              if (client.isConnected()) {
                message.undelivered().accept(PahoReasons.of(failure));
              }
            });
    long patience = message.expiry().orElse(PATIENCE).toNanos();
    send(message.topic(), packet, listener, message.undelivered(), System.nanoTime() + patience);
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

  @Override
  public void close() {
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
      listener.accepted(this, token.getSessionPresent());
    }
  }

  private void granted(IMqttToken token, List<Subscription> asked) {
    int[] codes = token.getReasonCodes();
    List<String> refused =
        IntStream.range(0, codes == null ? 0 : Math.min(codes.length, asked.size()))
            .filter(i -> codes[i] >= REFUSED)
            .mapToObj(i -> asked.get(i).filter())
            .toList();
    if (!over.get()) {
      listener.subscribed(this, refused);
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
