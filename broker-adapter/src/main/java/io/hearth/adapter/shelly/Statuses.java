package io.hearth.adapter.shelly;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.Decoder;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.vocabulary.JsonReadings;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.adapter.wire.SaidState;
import io.hearth.model.device.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Where a device tells the status of its components: in notifications, in the answer to {@code
 * Shelly.GetStatus}, and under {@code status/} where it is set up to. All have the same form.
 *
 * @param id as it calls itself in its frames
 */
record Statuses(
    String id,
    String prefix,
    String replies,
    Map<String, Map<String, JsonReadings.Reading>> byComponent,
    Optional<String> button) {

  private static final Instant CLOCKS_ARE_SET = Instant.parse("2020-01-01T00:00:00Z");

  Statuses(String id, String prefix, String replies) {
    this(id, prefix, replies, new LinkedHashMap<>(), Optional.empty());
  }

  Statuses withButton(String component) {
    return new Statuses(id, prefix, replies, byComponent, Optional.of(component));
  }

  /** A property that the status of a component tells. */
  void reads(String component, String property, JsonReadings.Reading reading) {
    byComponent
        .computeIfAbsent(component, key -> new LinkedHashMap<>())
        .putIfAbsent(property, reading);
  }

  List<StateSource> sources() {
    List<StateSource> sources = new ArrayList<>();
    Set<String> all = new java.util.LinkedHashSet<>();
    byComponent.values().forEach(readings -> all.addAll(readings.keySet()));
    button.ifPresent(component -> all.add("action"));
    sources.add(source(prefix + "/events/rpc", all, this::notification));
    sources.add(source(replies + "/" + prefix + "/rpc", all, this::answer));
    byComponent.forEach((component, readings) ->
        sources.add(
            source(
                prefix + "/status/" + component, readings.keySet(), new JsonReadings(readings))));
    return sources;
  }

  private static StateSource source(String topic, Set<String> properties, Decoder decoder) {
    return StateSource.of(new Address.Mqtt(topic), properties, decoder);
  }

  private SaidState notification(Payload payload) throws MalformedPayloadException {
    JsonNode frame = payload.json();
    if (!isMine(frame)) {
      return Decoder.NOTHING;
    }
    JsonNode params = frame.path("params");
    Optional<Instant> at =
        JsonReadings.number(params.path("ts"))
            .filter(seconds -> seconds > 0 && seconds < 1e11)
            .map(seconds -> Instant.ofEpochMilli(Math.round(seconds * 1000)))
            .filter(CLOCKS_ARE_SET::isBefore);
    Map<String, Value> said = read(params);
    button.flatMap(component -> action(params, component)).ifPresent(a -> said.put("action", a));
    return new SaidState(said, at);
  }

  private SaidState answer(Payload payload) throws MalformedPayloadException {
    JsonNode frame = payload.json();
    return isMine(frame)
        ? new SaidState(read(frame.path("result")), Optional.empty())
        : Decoder.NOTHING;
  }

  private boolean isMine(JsonNode frame) {
    JsonNode src = frame.path("src");
    return src.isString() && src.asString().equals(id);
  }

  private Map<String, Value> read(JsonNode status) {
    Map<String, Value> said = new LinkedHashMap<>();
    byComponent.forEach((component, readings) -> {
      JsonNode one = status.path(component);
      if (one.isObject()) {
        readings.forEach(
            (property, reading) -> reading.of(one).ifPresent(value -> said.put(property, value)));
      }
    });
    return said;
  }

  private static Optional<Value> action(JsonNode params, String component) {
    for (JsonNode event : params.path("events")) {
      JsonNode word = event.path("event");
      if (component.equals(event.path("component").asString("")) && word.isString()) {
        return Optional.of(Value.of(word.asString()));
      }
    }
    return Optional.empty();
  }
}
