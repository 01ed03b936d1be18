package io.hearth.adapter.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A message to publish. Of one that is on its way when the connection is lost nobody knows whether
 * it arrived: nothing is told of it.
 *
 * @param qos 0 or 1
 * @param replyTo topic on which the receiver should answer
 * @param correlation what the answer should carry, so that it is known again
 * @param expiry how long the broker may keep it for an absent receiver, and how long it may wait
 *     here while the broker takes no more
 * @param more what else goes with it
 * @param undelivered is told why when the message surely went to nobody
 * @param delivered is told when the broker has it; for QoS 0 when it is written
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; copied nowhere, because it is hot
record Outbound(
    String topic,
    byte[] payload,
    int qos,
    boolean retain,
    Optional<String> replyTo,
    Optional<String> correlation,
    Optional<Duration> expiry,
    MqttProperties more,
    Consumer<String> undelivered,
    Runnable delivered) {

  /** A message for whom it may concern, at least once, without an answer. */
  static Outbound of(String topic, byte[] payload, boolean retain) {
    return new Outbound(
        topic,
        payload,
        1,
        retain,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        MqttProperties.NO_PROPERTIES,
        reason -> {},
        () -> {});
  }

  /** The same, answered on a topic and known again by the correlation. */
  Outbound answered(String newReplyTo, String newCorrelation) {
    return new Outbound(
        topic,
        payload,
        qos,
        retain,
        Optional.of(newReplyTo),
        Optional.of(newCorrelation),
        expiry,
        more,
        undelivered,
        delivered);
  }

  /** The same, worth something only for a while. */
  Outbound expiring(Duration newExpiry) {
    return new Outbound(
        topic,
        payload,
        qos,
        retain,
        replyTo,
        correlation,
        Optional.of(newExpiry),
        more,
        undelivered,
        delivered);
  }

  /** The same, telling what became of it. */
  Outbound telling(Runnable newDelivered, Consumer<String> newUndelivered) {
    return new Outbound(
        topic,
        payload,
        qos,
        retain,
        replyTo,
        correlation,
        expiry,
        more,
        newUndelivered,
        newDelivered);
  }

  /** The same with another QoS, and more that goes with it. */
  Outbound passing(int newQos, MqttProperties newMore) {
    return new Outbound(
        topic,
        payload,
        newQos,
        retain,
        replyTo,
        correlation,
        expiry,
        newMore,
        undelivered,
        delivered);
  }
}
