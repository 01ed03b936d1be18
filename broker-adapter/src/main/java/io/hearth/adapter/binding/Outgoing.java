package io.hearth.adapter.binding;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A message to send.
 *
 * @param method {@code PUT}, {@code POST}, ... of CoAP and HTTP; {@code PUBLISH} of MQTT
 * @param mediaType of the payload, where the receiver wants to know
 * @param qos of MQTT, 0 to 2
 * @param retain of MQTT; commands are never retained
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record Outgoing(
    Address to,
    byte[] payload,
    String method,
    Optional<String> mediaType,
    int qos,
    boolean retain) {

  /** A command or request over MQTT: at least once, never retained. */
  public static Outgoing mqtt(String topic, byte[] payload) {
    return new Outgoing(new Address.Mqtt(topic), payload, "PUBLISH", Optional.empty(), 1, false);
  }

  /** A command or request over MQTT: at least once, never retained. */
  public static Outgoing mqtt(String topic, String payload) {
    return mqtt(topic, payload.getBytes(StandardCharsets.UTF_8));
  }

  public static Outgoing coap(URI uri, String method, byte[] payload, String mediaType) {
    return new Outgoing(new Address.Coap(uri), payload, method, Optional.of(mediaType), 1, false);
  }

  public static Outgoing http(URI uri, String method, byte[] payload, String mediaType) {
    return new Outgoing(new Address.Http(uri), payload, method, Optional.of(mediaType), 1, false);
  }

  /** The payload as text, for people and tests. */
  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }
}
