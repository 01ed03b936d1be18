package io.hearth.sim;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hearth.model.device.DeviceId;
import io.hearth.sim.physics.Answer;
import java.time.Duration;
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

  /**
   * A broker may lose what was published just while somebody subscribed, so everything is said
   * twice, and the state now and then.
   */
  private static final Duration SECOND_INTRODUCTION = Duration.ofSeconds(3);

  private static final Duration REMINDER = Duration.ofMinutes(1);
  private static final byte[] ONLINE = "online".getBytes(UTF_8);

  private final SimulationLoop loop;
  private final DeviceSide device;
  private final WireJson json;
  private final MqttConnection connection;
  private final String topic;
  private boolean ready;
  private Runnable reminder = () -> {};

  MqttLink(
      SimulationLoop loop,
      MqttClients clients,
      WireJson json,
      String prefix,
      DeviceId id,
      DeviceSide device) {
    this.loop = loop;
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
    beSilent();
    connection.cut();
  }

  @Override
  public CompletableFuture<Void> leave() {
    if (ready) {
      publishRetained("availability", OFFLINE.getBytes(UTF_8), () -> {});
    }
    beSilent();
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
    beSilent();
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
    tellAll(device::joined);
    reminder = loop.later(SECOND_INTRODUCTION, this::introduceAgain);
  }

  private void introduceAgain() {
    if (!device.isSilent()) {
      tellAll(() -> {});
    }
    reminder = loop.every(REMINDER, this::remind);
  }

  private void remind() {
    if (!device.isSilent()) {
      tell();
    }
  }

  /** Its availability comes last, so that whoever hears of it knows the rest. */
  private void tellAll(Runnable taken) {
    publishRetained("description", device.description(), () -> {});
    publishRetained("state", device.state(), () -> {});
    publishRetained("availability", ONLINE, taken);
  }

  private void beSilent() {
    ready = false;
    reminder.run();
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
