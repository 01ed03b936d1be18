package io.hearth.adapter.wire;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Command;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** The JSON payloads of the Hearth convention, the same over MQTT and CoAP. */
public final class HearthJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private HearthJson() {}

  /** Reads what a device says it is; members that are not known are left out. */
  public static Announcement announcement(DeviceId device, byte[] payload)
      throws MalformedPayloadException {
    Members members = new Members(object(payload));
    return new Announcement(
        device,
        members.text("name"),
        members.texts("aliases"),
        members.optionalText("area"),
        members.text("type"),
        members.optionalText("kind"),
        members.texts("capabilities"),
        members.texts("without"),
        members.texts("traits"),
        members.fields("options"));
  }

  /** Reads what a device says is true of it. */
  public static SaidState state(byte[] payload) throws MalformedPayloadException {
    Map<String, Value> members = new LinkedHashMap<>(object(payload));
    Value at = members.remove("at");
    if (members.containsKey("")) {
      throw new MalformedPayloadException("a property has no name");
    }
    return new SaidState(members, at == null ? Optional.empty() : Optional.of(instant(at)));
  }

  /**
   * Writes a command as it is sent over MQTT, where the correlation is a property of the message.
   */
  public static byte[] command(Command command) {
    return MAPPER.writeValueAsBytes(members(command));
  }

  /** Writes a command as it is sent over CoAP, where the correlation is a member. */
  public static byte[] command(Command command, String correlation) {
    Map<String, Object> members = members(command);
    members.put("correlation", correlation);
    return MAPPER.writeValueAsBytes(members);
  }

  /** Reads a device's reply to a command. */
  public static Answer reply(byte[] payload) throws MalformedPayloadException {
    Members members = new Members(object(payload));
    String outcome = members.text("outcome");
    return switch (outcome) {
      case "accepted" -> new Answer.Accepted();
      case "rejected" ->
          new Answer.Rejected(members.optionalText("reason").orElse("it gave no reason"));
      default -> throw new MalformedPayloadException("outcome is neither accepted nor rejected");
    };
  }

  /** Whether a payload is a JSON object at all, and not a text for people. */
  public static boolean isObject(byte[] payload) {
    try {
      object(payload);
      return true;
    } catch (MalformedPayloadException other) {
      return false;
    }
  }

  private static Map<String, Object> members(Command command) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    command.arguments().forEach((name, value) -> arguments.put(name, value.raw()));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("action", command.action());
    members.put("arguments", arguments);
    return members;
  }

  private static Map<String, Value> object(byte[] payload) throws MalformedPayloadException {
    try {
      Value value = Value.ofRaw(MAPPER.readValue(payload, Object.class));
      if (value instanceof Value.Fields(Map<String, Value> members)) {
        return members;
      }
    } catch (JacksonException failure) {
      throw new MalformedPayloadException("not JSON: " + where(failure), failure);
    } catch (IllegalArgumentException failure) {
      throw new MalformedPayloadException("a value that cannot be: " + failure.getMessage());
    }
    throw new MalformedPayloadException("not a JSON object");
  }

  private static String where(JacksonException failure) {
    var location = failure.getLocation();
    return failure.getClass().getSimpleName()
        + (location == null ? "" : " at byte " + location.getByteOffset());
  }

  private static Instant instant(Value at) throws MalformedPayloadException {
    if (!(at instanceof Value.Text(String text))) {
      throw new MalformedPayloadException("at is not a text");
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException failure) {
      throw new MalformedPayloadException("at is not a time as in ISO 8601 with offset", failure);
    }
  }

  /** Typed access to the members of an object. */
  private record Members(Map<String, Value> values) {

    String text(String name) throws MalformedPayloadException {
      return optionalText(name)
          .orElseThrow(() -> new MalformedPayloadException(name + " is missing"));
    }

    Optional<String> optionalText(String name) throws MalformedPayloadException {
      Value value = values.get(name);
      if (value == null) {
        return Optional.empty();
      }
      if (value instanceof Value.Text(String text) && !text.isBlank()) {
        return Optional.of(text);
      }
      throw new MalformedPayloadException(name + " is not a text");
    }

    List<String> texts(String name) throws MalformedPayloadException {
      Value value = values.get(name);
      if (value == null) {
        return List.of();
      }
      if (value instanceof Value.Items(List<Value> items)
          && items.stream().allMatch(Value.Text.class::isInstance)) {
        return items.stream().map(item -> ((Value.Text) item).value()).toList();
      }
      throw new MalformedPayloadException(name + " is not a list of texts");
    }

    Map<String, Value> fields(String name) throws MalformedPayloadException {
      Value value = values.get(name);
      if (value == null) {
        return Map.of();
      }
      if (value instanceof Value.Fields(Map<String, Value> fields)) {
        return fields;
      }
      throw new MalformedPayloadException(name + " is not an object");
    }
  }
}
