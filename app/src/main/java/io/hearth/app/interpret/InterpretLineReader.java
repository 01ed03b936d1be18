package io.hearth.app.interpret;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Transcript;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a line of batch input; what is wrong is told by key. Keys that it does not know are left to
 * the caller, who may keep expectations or notes in them.
 */
final class InterpretLineReader {

  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * @throws BadLineException when the line cannot be used
   */
  InterpretLine read(String line) {
    JsonNode node;
    try {
      node = json.readTree(line);
    } catch (JacksonException e) {
      throw new BadLineException(null, "not JSON: " + firstLine(e.getOriginalMessage()));
    }
    if (!node.isObject()) {
      throw new BadLineException(null, "a line must be a JSON object");
    }
    Object id = json.treeToValue(node.path("id"), Object.class);
    try {
      return new InterpretLine(
          id == null ? "" : id,
          transcript(node),
          text(node, "home"),
          text(node, "area"),
          text(node, "device"),
          text(node, "user"),
          text(node, "time").map(value -> instant("time", value)),
          text(node, "dialogue"),
          state(node.path("state")),
          available(node.path("available")),
          events(node.path("events")));
    } catch (IllegalArgumentException e) {
      throw new BadLineException(id, String.valueOf(e.getMessage()));
    }
  }

  private static Transcript transcript(JsonNode node) {
    JsonNode nbest = node.path("nbest");
    if (nbest.isMissingNode() || nbest.isNull()) {
      return Transcript.of(
          text(node, "text")
              .orElseThrow(() -> new IllegalArgumentException("text or nbest is missing")));
    }
    if (!nbest.isArray() || nbest.isEmpty()) {
      throw new IllegalArgumentException("nbest must be a list with at least one entry");
    }
    List<Transcript.Alternative> alternatives = new ArrayList<>();
    for (JsonNode entry : nbest) {
      JsonNode confidence = entry.path("confidence");
      if (!confidence.isMissingNode() && !confidence.isNumber()) {
        throw new IllegalArgumentException("confidence in nbest must be a number from 0 to 1");
      }
      String text =
          text(entry, "text")
              .orElseThrow(
                  () -> new IllegalArgumentException("text is missing in an entry of nbest"));
      alternatives.add(new Transcript.Alternative(text, confidence.asDouble(1.0 / nbest.size())));
    }
    return new Transcript(alternatives);
  }

  private static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw new IllegalArgumentException(key + " must be text");
    }
    return Optional.of(value.stringValue());
  }

  private static Instant instant(String key, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          key + " must be an ISO-8601 time with offset but is " + text, e);
    }
  }

  private Map<DeviceId, Map<String, Value>> state(JsonNode node) {
    Map<DeviceId, Map<String, Value>> state = new LinkedHashMap<>();
    object("state", node)
        .forEach(entry -> {
          Map<String, Value> properties = new LinkedHashMap<>();
          object("state." + entry.getKey(), entry.getValue())
              .forEach(property ->
                  properties.put(
                      property.getKey(), value("state." + entry.getKey(), property.getValue())));
          state.put(new DeviceId(entry.getKey()), properties);
        });
    return state;
  }

  private static Map<DeviceId, Boolean> available(JsonNode node) {
    Map<DeviceId, Boolean> available = new LinkedHashMap<>();
    object("available", node)
        .forEach(entry -> {
          if (!entry.getValue().isBoolean()) {
            throw new IllegalArgumentException(
                "available." + entry.getKey() + " must be true or false");
          }
          available.put(new DeviceId(entry.getKey()), entry.getValue().booleanValue());
        });
    return available;
  }

  private List<InterpretLine.Event> events(JsonNode node) {
    List<InterpretLine.Event> events = new ArrayList<>();
    if (node.isMissingNode() || node.isNull()) {
      return events;
    }
    if (!node.isArray()) {
      throw new IllegalArgumentException("events must be a list");
    }
    for (JsonNode entry : node) {
      String time = required(entry, "time");
      events.add(
          new InterpretLine.Event(
              instant("time of an event", time),
              new DeviceId(required(entry, "device")),
              required(entry, "property"),
              value("event", entry.path("value"))));
    }
    events.sort(Comparator.comparing(InterpretLine.Event::time));
    return events;
  }

  private static String required(JsonNode entry, String key) {
    return text(entry, key)
        .orElseThrow(() -> new IllegalArgumentException(key + " is missing in an event"));
  }

  private Value value(String where, JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      throw new IllegalArgumentException("value in " + where + " must not be null");
    }
    return Value.ofRaw(json.treeToValue(node, Object.class));
  }

  private static Set<Map.Entry<String, JsonNode>> object(String key, JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return Set.of();
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException(key + " must be an object");
    }
    return node.properties();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").replaceAll("\\[Source:.*?\\]", "").strip();
  }
}
