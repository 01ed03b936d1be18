package io.hearth.app.bench.language;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The state of a small home in our words, before and after a request.
 *
 * <p>Of what Home Assistant's simulated devices report, what they make up by themselves is left
 * out: colour mode, the speed of a fan that was only switched on, the number of a track. Skipping
 * and adding to a list have no state of ours, so the command counts. Muted is a volume of nothing,
 * and a robot that is sent home is returning before it is docked.
 */
final class AssistState {

  private static final Set<String> COMMANDS_ALONE = Set.of("next", "previous", "add");

  private final Map<String, Map<String, Object>> state = new LinkedHashMap<>();
  private final Set<String> touched = new HashSet<>();

  AssistState(Map<String, Map<String, Object>> before) {
    before.forEach((device, properties) -> state.put(device, new LinkedHashMap<>(properties)));
  }

  /** The state of entities, in our words. */
  static Map<String, Map<String, Object>> of(JsonNode entities) {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    entities
        .properties()
        .forEach(entry -> {
          Map<String, Object> properties = properties(entry.getKey(), entry.getValue());
          if (!properties.isEmpty()) {
            all.put(entry.getKey(), properties);
          }
        });
    return all;
  }

  private static Map<String, Object> properties(String id, JsonNode entity) {
    String word = entity.path("state").asString("");
    JsonNode attributes = entity.path("attributes");
    Map<String, Object> properties = new LinkedHashMap<>();
    switch (id.substring(0, id.indexOf('.'))) {
      case "light" -> {
        properties.put("on", word.equals("on"));
        if (attributes.path("brightness").asDouble(0) > 0) {
          properties.put("brightness", percent(attributes.path("brightness").asDouble() / 255));
        }
      }
      case "fan", "switch" -> properties.put("on", word.equals("on"));
      case "lock" -> properties.put("locked", word.equals("locked"));
      case "cover", "valve" ->
          properties.put(
              "position", attributes.path("current_position").asInt(word.equals("open") ? 100 : 0));
      case "vacuum" -> properties.put("cleaning", word.equals("off") ? "docked" : word);
      case "media_player" -> {
        if (!word.isEmpty()) {
          properties.put("playback", word.equals("off") ? "idle" : word);
        }
        if (attributes.path("volume_level").isNumber()) {
          properties.put("volume", percent(attributes.path("volume_level").asDouble()));
        }
      }
      default -> {}
    }
    return properties;
  }

  private static int percent(double part) {
    return (int) Math.round(100 * part);
  }

  /** What holds when the commands, or those that a yes would carry out, have succeeded. */
  AssistState after(Understood understood) {
    for (JsonNode effect : understood.json().path("effects")) {
      String device = effect.path("device").asString();
      touched.add(device);
      Object value =
          effect.path("value").isNumber()
              ? (Object) (int) Math.round(effect.path("value").asDouble())
              : effect.path("value").isBoolean()
                  ? (Object) effect.path("value").asBoolean()
                  : effect.path("value").asString("");
      state
          .computeIfAbsent(device, id -> new LinkedHashMap<>())
          .put(effect.path("property").asString(), value.equals("docked") ? "returning" : value);
    }
    for (JsonNode command : understood.json().path("commands")) {
      touched.add(command.path("device").asString());
      if (COMMANDS_ALONE.contains(command.path("action").asString())) {
        state
            .computeIfAbsent(command.path("device").asString(), id -> new LinkedHashMap<>())
            .put(command.path("action").asString(), true);
      }
    }
    return this;
  }

  /** Whether all that is expected holds, and nothing else was touched. */
  boolean isAs(JsonNode test) {
    JsonNode expected = test.path("expect_changes");
    if (expected.properties().isEmpty() ? !touched.isEmpty() : !touched.equals(ids(expected))) {
      return false;
    }
    return expected.properties().stream()
        .allMatch(entry -> holds(entry.getKey(), entry.getValue()));
  }

  private static Set<String> ids(JsonNode expected) {
    Set<String> ids = new HashSet<>();
    expected.properties().forEach(entry -> ids.add(entry.getKey()));
    return ids;
  }

  private boolean holds(String id, JsonNode entity) {
    Map<String, Object> now = state.getOrDefault(id, Map.of());
    if (id.startsWith("todo.")) {
      return now.containsKey("add");
    }
    if (entity.path("attributes").has("media_track")) {
      return now.containsKey("next") || now.containsKey("previous");
    }
    boolean silent = Boolean.TRUE.equals(now.get("muted"));
    return properties(id, entity).entrySet().stream()
        .allMatch(wanted ->
            (wanted.getKey().equals("volume") && wanted.getValue().equals(0) && silent)
                || isNear(wanted.getValue(), now.get(wanted.getKey())));
  }

  private static boolean isNear(Object wanted, @Nullable Object now) {
    return (wanted instanceof Integer a && now instanceof Integer b)
        ? Math.abs(a - b) <= 1
        : wanted.equals(now);
  }
}
