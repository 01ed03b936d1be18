package io.hearth.adapter.mqtt;

import io.hearth.model.device.DeviceId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
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

/** A device over MQTT that does what its script says; independent of the adapter's own code. */
public final class ScriptedMqttDevice implements AutoCloseable {

  public static final String ACCEPTED = "{\"outcome\":\"accepted\"}";
  public static final String SILENCE = "";

  /** A command as it came. */
  public record Received(String payload, String correlation, boolean retained) {}

  private final DeviceId id;
  private final URI broker;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService replies = Executors.newSingleThreadScheduledExecutor();
  private volatile Function<Received, String> script = command -> ACCEPTED;
  private volatile MqttAsyncClient client;

  public ScriptedMqttDevice(DeviceId id, URI broker) {
    this.id = id;
    this.broker = broker;
  }

  /** Connects, with the last will offline, listens to commands and says online. */
  public ScriptedMqttDevice connect() {
    try {
      client =
          new MqttAsyncClient(
              "tcp://127.0.0.1:" + broker.getPort(),
              "device-" + UUID.randomUUID(),
              new MemoryPersistence());
      MqttConnectionOptions options = new MqttConnectionOptions();
      options.setCleanStart(true);
      options.setUseSubscriptionIdentifiers(false);
      options.setWill(topic("availability"), new MqttMessage("offline".getBytes(), 1, true, null));
      client.setCallback(new Commands());
      client.connect(options).waitForCompletion(5000);
      client.subscribe(topic("command"), 1).waitForCompletion(5000);
    } catch (MqttException failure) {
      throw new IllegalStateException(failure);
    }
    publish("availability", "online", true);
    return this;
  }

  /** Connects again and again until the broker is there. */
  public void reconnect() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .pollDelay(Duration.ZERO)
        .ignoreExceptions()
        .until(() -> connect() != null);
  }

  public ScriptedMqttDevice answers(Function<Received, String> newScript) {
    script = newScript;
    return this;
  }

  public void publish(String leaf, String payload, boolean retained) {
    publishTo(topic(leaf), payload.getBytes(StandardCharsets.UTF_8), retained);
  }

  public void publishTo(String topic, byte[] payload, boolean retained) {
    Awaitility.await() // Paho gives room a moment after it tells that it did
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .ignoreExceptionsMatching(failure -> failure.getMessage().contains("publishes in progress"))
        .until(() -> {
          client.publish(topic, payload, 1, retained).waitForCompletion(5000);
          return true;
        });
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

  public List<Received> received() {
    return received;
  }

  @Override
  public void close() {
    replies.shutdownNow();
    if (client != null) {
      kill();
    }
  }

  private String topic(String leaf) {
    return "hearth/" + id + "/" + leaf;
  }

  private final class Commands implements MqttCallback {

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      MqttProperties properties = message.getProperties();
      byte[] correlation = properties.getCorrelationData();
      Received command =
          new Received(
              new String(message.getPayload(), StandardCharsets.UTF_8),
              new String(correlation, StandardCharsets.UTF_8),
              message.isRetained());
      received.add(command);
      replies.execute(() -> reply(command, properties.getResponseTopic(), correlation));
    }

    private void reply(Received command, String topic, byte[] correlation) {
      String reply = script.apply(command);
      if (reply.isEmpty()) {
        return;
      }
      MqttProperties properties = new MqttProperties();
      properties.setCorrelationData(correlation);
      try {
        client.publish(topic, new MqttMessage(reply.getBytes(), 1, false, properties));
      } catch (MqttException gone) {
        // the reply is lost, as it would be
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
