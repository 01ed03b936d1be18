package io.hearth.sim;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hearth.model.device.DeviceId;
import io.hearth.sim.physics.Answer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A device on MQTT with a client of its own, so that it can be lost by itself. */
final class MqttLink implements DeviceLink, MqttConnection.Listener {

  private static final Logger LOGGER = LoggerFactory.getLogger(MqttLink.class);
  private static final String OFFLINE = "offline";
  private static final byte[] ONLINE = "online".getBytes(UTF_8);

  private final DeviceSide device;
  private final WireJson json;
  private final MqttConnection connection;
  private final String topic;
  private boolean ready;

  MqttLink(
      SimulationLoop loop,
      MqttClients clients,
      WireJson json,
      String prefix,
      DeviceId id,
      DeviceSide device) {
    this.device = device;
    this.json = json;
    this.topic = prefix + "/" + id + "/";
    MqttClients.Will will = new MqttClients.Will(topic + "availability", OFFLINE);
    this.connection = new MqttConnection(loop, clients, "sim-" + id, Optional.of(will), this);
  }

  @Override
  public void join() {
    connection.open();
  }

  @Override
  public void vanish() {
    ready = false;
    connection.cut();
  }

  @Override
  public CompletableFuture<Void> leave() {
    if (ready) {
      publishRetained("availability", OFFLINE.getBytes(UTF_8), () -> {});
    }
    ready = false;
    return connection.close();
  }

  @Override
  public void tell() {
    if (ready && connection.isOpen()) {
      publishRetained("state", device.state(), () -> {});
    }
  }

  @Override
  public void opened() {
    ready = false;
    // Commands are listened for before anybody hears that the device is there.
    connection.subscribe(List.of(topic + "command", topic + "availability"), this::introduce);
  }

  @Override
  public void arrived(String where, MqttMessage message) {
    if (where.equals(topic + "command")) {
      obey(message);
    } else if (ready && OFFLINE.equals(new String(message.getPayload(), UTF_8))) {
      // The will of an earlier connection came late.
      publishRetained("availability", ONLINE, () -> {});
    }
  }

  private void introduce() {
    ready = true;
    publishRetained("description", device.description(), () -> {});
    publishRetained("state", device.state(), () -> {});
    publishRetained("availability", ONLINE, device::joined);
  }

  private void obey(MqttMessage message) {
    if (message.isRetained()) {
      LOGGER.atWarn().addKeyValue("topic", topic + "command").log("retained command ignored");
      return;
    }
    MqttProperties properties = message.getProperties();
    byte[] correlation = properties.getCorrelationData();
    String key = correlation == null ? "" : Base64.getEncoder().encodeToString(correlation);
    Optional<Answer> answer = device.take(message.getPayload(), key);
    if (answer.isEmpty()) {
      return;
    }
    String replyTopic = properties.getResponseTopic();
    if (replyTopic != null) {
      MqttProperties reply = new MqttProperties();
      reply.setCorrelationData(correlation);
      connection.publish(replyTopic, new MqttMessage(json.answer(answer.get()), 1, false, reply));
    }
    device.answered();
  }

  private void publishRetained(String what, byte[] payload, Runnable taken) {
    MqttMessage message = new MqttMessage(payload, 1, true, new MqttProperties());
    connection.publish(topic + what, message, taken);
  }
}
