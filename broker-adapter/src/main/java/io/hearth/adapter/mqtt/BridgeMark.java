package io.hearth.adapter.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringPair;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperty;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What goes with a message over a bridge: all that its publisher said, and the mark of the bridge.
 * A message with a mark passes no further bridge, which keeps any number of bridges from going
 * round in circles.
 */
final class BridgeMark {

  /** The user property, with the bridge's client id. */
  static final String NAME = "hearth-bridge";

  /** Of one connection only, or written anew. */
  private static final Set<Integer> NOT_PASSED =
      Set.of(
          MqttProperties.TOPIC_ALIAS,
          MqttProperties.SUBSCRIPTION_IDENTIFIER,
          MqttProperties.PUBLICATION_EXPIRY_INTERVAL,
          MqttProperties.RESPONSE_TOPIC);

  private BridgeMark() {}

  /** The client id of the bridge that a message came over. */
  static Optional<String> on(Publication message) {
    return message.said().getProperties(MqttProperties.USER_PROPERTY).stream()
        .map(property -> (StringPair) property.value())
        .filter(pair -> pair.key.equals(NAME))
        .map(pair -> pair.value)
        .findFirst();
  }

  /** What its publisher said, for the other side. */
  static MqttProperties passed(Publication message, BridgeRoute route, String bridge) {
    MqttProperties passed = new MqttProperties();
    message.said().listAll().stream()
        .filter(property -> !NOT_PASSED.contains(property.propertyId()))
        .forEach(passed::add);
    Packets.text(message.said(), MqttProperties.RESPONSE_TOPIC)
        .ifPresent(topic ->
            passed.add(new StringProperty(MqttProperties.RESPONSE_TOPIC, route.translate(topic))));
    passed.add(new UserProperty(NAME, bridge));
    return passed;
  }

  /** For how long its publisher wants it to be delivered. */
  static Optional<Duration> expiry(Publication message) {
    return message.said().getProperty(MqttProperties.PUBLICATION_EXPIRY_INTERVAL)
            instanceof IntegerProperty seconds
        ? Optional.of(Duration.ofSeconds(Integer.toUnsignedLong(seconds.value())))
        : Optional.empty();
  }
}
