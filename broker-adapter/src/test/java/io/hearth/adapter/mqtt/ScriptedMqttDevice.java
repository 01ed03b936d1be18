package io.hearth.adapter.mqtt;

import io.hearth.model.device.DeviceId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** A device over MQTT that does what its script says. */
public final class ScriptedMqttDevice implements AutoCloseable {

  public static final String ACCEPTED = "{\"outcome\":\"accepted\"}";
  public static final String SILENCE = "";

  /** A command as it came. */
  public record Received(String payload, String correlation, boolean retained) {}

  private final DeviceId id;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final WireClient client;
  private volatile Function<Received, String> script = command -> ACCEPTED;

  public ScriptedMqttDevice(DeviceId id, URI broker) {
    this.id = id;
    this.client = new WireClient(broker, this::heard).will(topic("availability"), "offline");
  }

  /** Connects, with the last will offline, listens to commands and says online. */
  public ScriptedMqttDevice connect() {
    client.connect().subscribe(topic("command"));
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
    client.publish(topic(leaf), payload, retained);
  }

  public void publishTo(String topic, byte[] payload, boolean retained) {
    client.publish(topic, payload, retained);
  }

  /** Breaks the connection without a word, as when the power goes. */
  public void kill() {
    client.kill();
  }

  public List<Received> received() {
    return received;
  }

  @Override
  public void close() {
    client.close();
  }

  private String topic(String leaf) {
    return "hearth/" + id + "/" + leaf;
  }

  private void heard(WireClient.Heard message) {
    Received command =
        new Received(message.payload(), message.correlation().orElse(""), message.retained());
    received.add(command);
    String reply = script.apply(command);
    if (!reply.isEmpty()) {
      client.reply(message, reply);
    }
  }
}
