package io.hearth.adapter.vocabulary;

import io.hearth.adapter.binding.Decoder;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.adapter.wire.SaidState;
import io.hearth.model.device.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads properties out of a JSON object, each by a reading of its own. */
public final class JsonReadings implements Decoder {

  /** Finds one property in a message. */
  @FunctionalInterface
  public interface Reading {

    /** What it is; empty where the message does not say it, or says what cannot be. */
    Optional<Value> of(JsonNode message);
  }

  /** Finds in a message when what it says was true. */
  @FunctionalInterface
  public interface Stamp {

    /** No message says it. */
    Stamp NONE = message -> Optional.empty();

    /** The moment; empty where the message does not say it. */
    Optional<Instant> of(JsonNode message);
  }

  private final Map<String, Reading> readings;
  private final Stamp stamp;

  /**
   * @param readings by property
   */
  public JsonReadings(Map<String, Reading> readings) {
    this(readings, Stamp.NONE);
  }

  /**
   * @param readings by property
   */
  public JsonReadings(Map<String, Reading> readings, Stamp stamp) {
    this.readings = Map.copyOf(readings);
    this.stamp = stamp;
  }

  @Override
  public SaidState decode(Payload payload) throws MalformedPayloadException {
    JsonNode message = payload.json();
    if (!message.isObject()) {
      throw new MalformedPayloadException("not a JSON object");
    }
    return new SaidState(read(message), stamp.of(message));
  }

  /** What a message says. */
  public Map<String, Value> read(JsonNode message) {
    Map<String, Value> said = new LinkedHashMap<>();
    readings.forEach(
        (property, reading) -> reading.of(message).ifPresent(value -> said.put(property, value)));
    return said;
  }

  /** A number; texts that are numbers count. */
  public static Optional<Double> number(JsonNode node) {
    if (node.isNumber()) {
      return Optional.of(node.asDouble()).filter(Double::isFinite);
    }
    if (!node.isString() || node.asString().length() > 32) {
      return Optional.empty();
    }
    try {
      return Optional.of(Double.valueOf(node.asString().strip())).filter(Double::isFinite);
    } catch (NumberFormatException word) {
      return Optional.empty();
    }
  }

  /** Any short value as it is, for what has no meaning of its own. */
  public static Optional<Value> plain(JsonNode node) {
    if (node.isBoolean()) {
      return Optional.of(Value.of(node.booleanValue()));
    }
    if (node.isNumber()) {
      return number(node).map(Value::of);
    }
    return node.isString() && !node.asString().isEmpty() && node.asString().length() <= 200
        ? Optional.of(Value.of(node.asString()))
        : Optional.empty();
  }
}
