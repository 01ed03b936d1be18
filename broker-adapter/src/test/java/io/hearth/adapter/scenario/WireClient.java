package io.hearth.adapter.scenario;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Somebody else's MQTT client. */
final class WireClient implements AutoCloseable {

  private final ExecutorService work = Executors.newSingleThreadExecutor();
  private final MqttAsyncClient client;

  /**
   * Connects.
   *
   * @param willTopic empty for no last will
   */
  WireClient(URI broker, String willTopic, String will, BiConsumer<String, String> heard) {
    try {
      client =
          new MqttAsyncClient(
              "tcp://127.0.0.1:" + broker.getPort(),
              "lamp-" + UUID.randomUUID(),
              new MemoryPersistence());
      MqttConnectionOptions options = new MqttConnectionOptions();
      options.setCleanStart(true);
      options.setUseSubscriptionIdentifiers(false);
      if (!willTopic.isEmpty()) {
        options.setWill(willTopic, new MqttMessage(bytes(will), 1, true, null));
      }
      client.setCallback(new Heard(heard));
      client.connect(options).waitForCompletion(5000);
    } catch (MqttException failure) {
      throw new IllegalStateException(failure);
    }
  }

  void subscribe(String filter) {
    try {
      client.subscribe(filter, 1).waitForCompletion(5000);
    } catch (MqttException failure) {
      throw new IllegalStateException(failure);
    }
  }

  void publish(String topic, String payload, boolean retained) {
    try {
      client.publish(topic, bytes(payload), 1, retained).waitForCompletion(5000);
    } catch (MqttException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Answers a request of MQTT 5. */
  void reply(String topic, byte[] correlation, String payload) {
    MqttProperties properties = new MqttProperties();
    properties.setCorrelationData(correlation);
    try {
      client.publish(topic, new MqttMessage(bytes(payload), 1, false, properties));
    } catch (MqttException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Breaks the connection without a word, as when the power goes. */
  void kill() {
    try {
      client.disconnectForcibly(0, 1, false);
      client.close(true);
    } catch (MqttException | NullPointerException alreadyGone) {
      // that is what was wanted
    }
  }

  @Override
  public void close() {
    work.shutdownNow();
    kill();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private final class Heard implements MqttCallback {

    private final BiConsumer<String, String> heard;

    Heard(BiConsumer<String, String> heard) {
      this.heard = heard;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      MqttProperties properties = message.getProperties();
      String payload = new String(message.getPayload(), StandardCharsets.UTF_8);
      work.execute(() -> {
        heard.accept(topic, payload);
        if (payload.startsWith("{\"action\"")) {
          reply(
              properties.getResponseTopic(),
              properties.getCorrelationData(),
              "{\"outcome\":\"accepted\"}");
        }
      });
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
