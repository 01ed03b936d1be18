package io.hearth.sim;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hearth.model.device.DeviceId;
import io.hearth.model.owntype.Place;
import io.hearth.sim.own.OwnWire;
import io.hearth.sim.physics.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A device of a type of one's own on MQTT, with the topics and payloads of that type. */
final class OwnMqttLink implements DeviceLink, MqttConnection.Listener {

  private static final Duration SECOND_INTRODUCTION = Duration.ofSeconds(3);
  private static final Duration REMINDER = Duration.ofMinutes(1);

  private final SimulationLoop loop;
  private final OwnWire wire;
  private final DeviceSide device;
  private final MqttConnection connection;
  private boolean ready;
  private Runnable reminder = () -> {};

  OwnMqttLink(
      SimulationLoop loop, MqttClients clients, OwnWire wire, DeviceId id, DeviceSide device) {
    this.loop = loop;
    this.wire = wire;
    this.device = device;
    Optional<MqttClients.Will> will =
        wire.presence(false).stream()
            .findFirst()
            .map(message ->
                new MqttClients.Will(message.at().text(), new String(message.payload(), UTF_8)));
    this.connection = new MqttConnection(loop, clients, "sim-" + id, will, this);
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
      wire.presence(false).forEach(message -> publish(message, () -> {}));
    }
    beSilent();
    return connection.close();
  }

  @Override
  public void tell() {
    if (ready && connection.isOpen()) {
      wire.state(Place.Way.MQTT, device.values(), device.now())
          .forEach(message -> publish(message, () -> {}));
    }
  }

  @Override
  public void opened() {
    beSilent();
    List<String> topics = wire.listening();
    if (topics.isEmpty()) {
      introduce();
    } else {
      connection.subscribe(topics, this::introduce);
    }
  }

  @Override
  public void arrived(String where, MqttMessage message) {
    if (message.isRetained()) {
      return; // an order of the past
    }
    wire.understand(where, "PUBLISH", message.getPayload()).ifPresent(this::obey);
  }

  private void obey(OwnWire.Understood order) {
    device
        .take(order.action(), order.arguments())
        .ifPresent(answer -> {
          switch (answer) {
            case Answer.Accepted() ->
                wire.answer(order, true, "").ifPresent(message -> publish(message, () -> {}));
            case Answer.Rejected(String reason, Answer.Fault fault) ->
                wire.answer(order, false, reason).ifPresent(message -> publish(message, () -> {}));
          }
          device.answered();
        });
  }

  private void introduce() {
    ready = true;
    tell();
    wire.presence(true).forEach(message -> publish(message, () -> {}));
    device.joined();
    reminder = loop.later(SECOND_INTRODUCTION, this::introduceAgain);
  }

  private void introduceAgain() {
    remind();
    reminder = loop.every(REMINDER, this::remind);
  }

  private void remind() {
    if (!device.isSilent()) {
      tell();
    }
  }

  private void beSilent() {
    ready = false;
    reminder.run();
  }

  private void publish(OwnWire.Message message, Runnable taken) {
    connection.publish(
        message.at().text(),
        new MqttMessage(message.payload(), 1, message.retained(), new MqttProperties()),
        taken);
  }
}
