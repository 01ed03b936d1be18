package io.hearth.sim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import tools.jackson.databind.json.JsonMapper;

/** Hearth's side of the wire, done by hand: hears everything and sends what it is told. */
final class ScriptedHearth implements MqttCallback, AutoCloseable {

  /** A message as it came. */
  record Heard(String topic, String text, boolean retained) {}

  private static final String REPLIES = "hearth/reply/scripted";

  private final MqttAsyncClient client;
  private final JsonMapper mapper = JsonMapper.shared();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final Map<String, String> latest = new ConcurrentHashMap<>();
  private final Map<String, List<String>> replies = new ConcurrentHashMap<>();

  private ScriptedHearth(MqttAsyncClient client) {
    this.client = client;
  }

  static ScriptedHearth connect(URI broker) throws MqttException {
    MqttAsyncClient client =
        new MqttAsyncClient(
            "tcp://" + broker.getAuthority(),
            "scripted-" + UUID.randomUUID(),
            new MemoryPersistence());
    ScriptedHearth hearth = new ScriptedHearth(client);
    client.setCallback(hearth);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    client.connect(options).waitForCompletion(10_000);
    client.subscribe(new String[] {"hearth/#"}, new int[] {1}).waitForCompletion(10_000);
    return hearth;
  }

  /** Sends a command; gives its correlation. */
  String command(String device, String action, Map<String, Object> arguments) {
    String correlation = UUID.randomUUID().toString();
    command(
        device,
        mapper.writeValueAsString(Map.of("action", action, "arguments", arguments)),
        correlation,
        false);
    return correlation;
  }

  void command(String device, String text, String correlation, boolean retained) {
    MqttProperties properties = new MqttProperties();
    properties.setResponseTopic(REPLIES);
    properties.setCorrelationData(correlation.getBytes(UTF_8));
    publish("hearth/" + device + "/command", text, retained, properties);
  }

  void publish(String topic, String text) {
    publish(topic, text, false, new MqttProperties());
  }

  void publishRetained(String topic, String text) {
    publish(topic, text, true, new MqttProperties());
  }

  private void publish(String topic, String text, boolean retained, MqttProperties properties) {
    try {
      client
          .publish(topic, new MqttMessage(text.getBytes(UTF_8), 1, retained, properties))
          .waitForCompletion(10_000);
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Replies so far, as JSON. */
  List<String> replies(String correlation) {
    return replies.getOrDefault(correlation, List.of());
  }

  /** The present text on a topic; empty when there is none. */
  String latest(String topic) {
    return latest.getOrDefault(topic, "");
  }

  String availability(String device) {
    return latest("hearth/" + device + "/availability");
  }

  /** What a device said last of a property; "nothing" where it said nothing. */
  Object said(String device, String property) {
    return json(latest("hearth/" + device + "/state")).getOrDefault(property, "nothing");
  }

  Map<String, Object> description(String device) {
    return json(latest("hearth/" + device + "/description"));
  }

  /** All different values of a property that a device said, in order. */
  List<Object> allSaid(String device, String property) {
    List<Object> values = new ArrayList<>();
    for (Heard message : heard) {
      if (message.topic().equals("hearth/" + device + "/state")) {
        Object value = json(message.text()).getOrDefault(property, "nothing");
        if (values.isEmpty() || !values.getLast().equals(value)) {
          values.add(value);
        }
      }
    }
    return values;
  }

  List<Heard> heard() {
    return heard;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> json(String text) {
    return text.isEmpty() ? Map.of() : mapper.readValue(text, Map.class);
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    String text = new String(message.getPayload(), UTF_8);
    if (topic.equals(REPLIES)) {
      String correlation = new String(message.getProperties().getCorrelationData(), UTF_8);
      replies.computeIfAbsent(correlation, c -> new CopyOnWriteArrayList<>()).add(text);
    } else {
      latest.put(topic, text);
    }
    heard.add(new Heard(topic, text, message.isRetained()));
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnectForcibly(0, 0, false);
    }
    client.close(true);
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {}

  @Override
  public void mqttErrorOccurred(MqttException exception) {}

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String uri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
