package io.hearth.adapter.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import java.util.Optional;

/**
 * A message as it arrived.
 *
 * @param retained true when the broker had kept it from before the subscription, and, for a
 *     subscription that asked for it, when it was published to be kept
 * @param said what came with it
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; copied nowhere, because it is hot
record Publication(String topic, byte[] payload, boolean retained, MqttProperties said) {

  /** The correlation data as text. */
  Optional<String> correlation() {
    return Packets.correlation(said);
  }
}
