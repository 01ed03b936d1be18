package io.hearth.adapter.mqtt;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Somebody else's MQTT 5 client, which notes what it hears; independent of the adapter's code. */
public final class WireClient implements AutoCloseable {

  /** A message as it came; without a response topic nobody waits for an answer. */
  public record Heard(
      String topic,
      String payload,
      boolean retained,
      Optional<String> replyTo,
      Optional<String> correlation) {}

  private final URI broker;
  private final Consumer<Heard> ear;
  private final List<Heard> all = new CopyOnWriteArrayList<>();
  private final ExecutorService work = Executors.newSingleThreadExecutor();
  private String willTopic = "";
  private String will = "";
  private volatile MqttAsyncClient client;

  /**
   * Prepares a client.
   *
   * @param ear is told of each message, on a thread of its own
   */
  public WireClient(URI broker, Consumer<Heard> ear) {
    this.broker = broker;
    this.ear = ear;
  }

  /** One that is connected and listens. */
  static WireClient listening(URI broker, String filter) {
    return new WireClient(broker, heard -> {}).connect().subscribe(filter);
  }

  /** The topics below some filters that a broker has retained something for. */
  static List<String> kept(URI broker, String... filters) {
    try (WireClient client = new WireClient(broker, heard -> {}).connect()) {
      List.of(filters).forEach(client::subscribe);
      AtomicInteger before = new AtomicInteger();
      Awaitility.await() // until nothing more comes
          .pollInterval(Duration.ofMillis(150))
          .until(() -> before.getAndSet(client.all.size()) == client.all.size());
      return client.all.stream().filter(Heard::retained).map(Heard::topic).toList();
    }
  }

  /** With a last will, retained. */
  public WireClient will(String topic, String payload) {
    willTopic = topic;
    will = payload;
    return this;
  }

  public WireClient connect() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setUseSubscriptionIdentifiers(false);
    if (!willTopic.isEmpty()) {
      options.setWill(willTopic, new MqttMessage(bytes(will), 1, true, null));
    }
    try {
      client =
          new MqttAsyncClient(
              "tcp://127.0.0.1:" + broker.getPort(),
              "client-" + UUID.randomUUID(),
              new MemoryPersistence());
      client.setCallback(new Ear());
      client.connect(options).waitForCompletion(5000);
    } catch (MqttException failure) {
      throw new IllegalStateException(failure);
    }
    return this;
  }

  public WireClient subscribe(String filter) {
    try {
      client.subscribe(filter, 1).waitForCompletion(5000);
    } catch (MqttException failure) {
      throw new IllegalStateException(failure);
    }
    return this;
  }

  public void publish(String topic, String payload, boolean retained) {
    publish(topic, bytes(payload), retained);
  }

  public void publish(String topic, byte[] payload, boolean retained) {
    publish(topic, new MqttMessage(payload, 1, retained, new MqttProperties()));
  }

  /** Asks, wanting an answer. */
  void ask(String topic, String payload, String replyTo, String correlation) {
    MqttProperties properties = new MqttProperties();
    properties.setResponseTopic(replyTo);
    properties.setCorrelationData(bytes(correlation));
    publish(topic, new MqttMessage(bytes(payload), 1, false, properties));
  }

  /** Answers a request; the answer is lost where the connection is, as it would be. */
  public void reply(Heard request, String payload) {
    MqttProperties properties = new MqttProperties();
    request.correlation().ifPresent(data -> properties.setCorrelationData(bytes(data)));
    try {
      client.publish(
          request.replyTo().orElseThrow(), new MqttMessage(bytes(payload), 1, false, properties));
    } catch (MqttException gone) {
      // nobody will hear it
    }
  }

  private void publish(String topic, MqttMessage message) {
    Awaitility.await() // Paho gives room a moment after it tells that it did
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .ignoreExceptionsMatching(failure -> failure.getMessage().contains("publishes in progress"))
        .until(() -> {
          client.publish(topic, message).waitForCompletion(5000);
          return true;
        });
  }

  /** All it heard, in order. */
  List<Heard> all() {
    return all;
  }

  boolean hasHeard(String topic, String payload) {
    return payloads(topic).contains(payload);
  }

  List<String> payloads(String topic) {
    return all.stream().filter(h -> h.topic().equals(topic)).map(Heard::payload).toList();
  }

  /** Breaks the connection without a word, as when the power goes. */
  public void kill() {
    try {
      client.disconnectForcibly(0, 1, false);
      client.close(true);
    } catch (MqttException | NullPointerException alreadyGone) {
      // that is what was wanted; Paho trips over its own feet when closed twice
    }
  }

  @Override
  public void close() {
    work.shutdownNow();
    if (client != null) {
      kill();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private final class Ear implements MqttCallback {

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      MqttProperties said = message.getProperties();
      Heard heard =
          new Heard(
              topic,
              new String(message.getPayload(), StandardCharsets.UTF_8),
              message.isRetained(),
              Optional.ofNullable(said.getResponseTopic()),
              Optional.ofNullable(said.getCorrelationData())
                  .map(data -> new String(data, StandardCharsets.UTF_8)));
      all.add(heard);
      try {
        work.execute(() -> ear.accept(heard));
      } catch (RejectedExecutionException closed) {
        // nobody listens any more
      }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException failure) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String uri) {}

    @Override
    public void authPacketArrived(int code, MqttProperties properties) {}
  }
}
