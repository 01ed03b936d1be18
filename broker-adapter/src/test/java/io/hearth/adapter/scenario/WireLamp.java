package io.hearth.adapter.scenario;

import io.hearth.adapter.mqtt.ScriptedMqttDevice;
import io.hearth.adapter.mqtt.WireClient;
import io.hearth.model.device.DeviceId;
import java.net.URI;

/** A lamp or plug as makers build them: obeys what it understands and reports what it became. */
abstract class WireLamp implements AutoCloseable {

  private final String convention;
  private final DeviceId id;
  private WireClient client;

  /**
   * @param id what Hearth should know it as
   */
  WireLamp(String convention, String id) {
    this.convention = convention;
    this.id = new DeviceId(id);
  }

  final DeviceId id() {
    return id;
  }

  /** Comes to the network for the first time, or again. */
  final void connect(URI broker) {
    client = new WireClient(broker, this::obey).will(willTopic(), will()).connect();
    for (String topic : commandTopics()) {
      client.subscribe(topic);
    }
    announce();
    available();
  }

  private void obey(WireClient.Heard message) {
    heard(message.topic(), message.payload());
    if (message.payload().startsWith("{\"action\"")) { // of the Hearth convention
      client.reply(message, ScriptedMqttDevice.ACCEPTED);
    }
  }

  final void vanish() {
    client.kill();
  }

  /** The topic of its last will; empty where a bridge tells of its absence. */
  abstract String willTopic();

  abstract String will();

  abstract String[] commandTopics();

  /** Says what it is. */
  abstract void announce();

  /** Says that it is there. */
  abstract void available();

  /** Says whether it is on. */
  abstract void report(boolean on);

  /** Does as it is told. */
  abstract void heard(String topic, String payload);

  /** Leaves for good. */
  abstract void leave();

  final void say(String topic, String payload) {
    client.publish(topic, payload, false);
  }

  final void keep(String topic, String payload) {
    client.publish(topic, payload, true);
  }

  @Override
  public final void close() {
    if (client != null) {
      client.close();
    }
  }

  @Override
  public final String toString() {
    return convention;
  }
}
