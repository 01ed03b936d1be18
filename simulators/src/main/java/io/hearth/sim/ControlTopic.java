package io.hearth.sim;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control of a simulation over the wire, on {@code hearth-sim/<deviceId>/control}, for people
 * with a client such as mosquitto_pub.
 */
final class ControlTopic implements MqttConnection.Listener {

  private static final Logger LOGGER = LoggerFactory.getLogger(ControlTopic.class);
  private static final String PREFIX = "hearth-sim/";
  private static final String SUFFIX = "/control";

  private final SimulationControl control;
  private final WireJson json;
  private final MqttConnection connection;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  ControlTopic(
      SimulationLoop loop,
      MqttClients clients,
      String homeId,
      WireJson json,
      SimulationControl control) {
    this.control = control;
    this.json = json;
    this.connection =
        new MqttConnection(loop, clients, "sim-control-" + homeId, Optional.empty(), this);
  }

  void open() {
    connection.open();
  }

  /** Completes when it listens for the first time. */
  CompletableFuture<Void> ready() {
    return ready;
  }

  CompletableFuture<Void> close() {
    return connection.close();
  }

  @Override
  public void opened() {
    connection.subscribe(List.of(PREFIX + "+" + SUFFIX), () -> ready.complete(null));
  }

  @Override
  public void arrived(String topic, MqttMessage message) {
    if (message.isRetained()) {
      LOGGER.atWarn().addKeyValue("topic", topic).log("retained control message ignored");
      return;
    }
    try {
      String id = topic.substring(PREFIX.length(), topic.length() - SUFFIX.length());
      obey(new DeviceId(id), json.object(message.getPayload()));
    } catch (IllegalArgumentException e) {
      LOGGER
          .atWarn()
          .addKeyValue("topic", topic)
          .addKeyValue("reason", e.getMessage())
          .log("control message not understood");
    }
  }

  private void obey(DeviceId device, Map<String, Value> orders) {
    Optional<Duration> time =
        orders.get("for") instanceof Value.Number(double seconds)
            ? Optional.of(Duration.ofMillis((long) (seconds * 1000)))
            : Optional.empty();
    orders.forEach((order, value) -> obey(device, order, value, time));
  }

  private void obey(DeviceId device, String order, Value value, Optional<Duration> time) {
    switch (order) {
      case "obstructed" -> control.obstruct(device, value.isTrue());
      case "offline" -> offline(device, value.isTrue(), time);
      case "online" -> offline(device, !value.isTrue(), time);
      case "silent" -> control.silence(device, value.isTrue());
      case "ring" -> control.ring(device);
      case "press" -> fields(value).forEach((name, wished) -> control.press(device, name, wished));
      case "set" -> fields(value).forEach((name, seen) -> control.set(device, name, seen));
      case "for" -> {
        // Belongs to offline.
      }
      default -> throw new IllegalArgumentException("unknown order " + order);
    }
  }

  private void offline(DeviceId device, boolean offline, Optional<Duration> time) {
    if (!offline) {
      control.online(device);
    } else {
      time.ifPresentOrElse(t -> control.offline(device, t), () -> control.offline(device));
    }
  }

  private static Map<String, Value> fields(Value value) {
    if (value instanceof Value.Fields(Map<String, Value> fields)) {
      return fields;
    }
    throw new IllegalArgumentException("press and set need an object of property and value");
  }
}
