package io.hearth.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The configuration that holds, with the origin of each value.
 *
 * @param values the same as a tree
 * @param origins by key: {@code default}, the file, the variable, or {@code command line}
 * @param unknownVariables names of variables that look like Hearth's but are not
 */
public record EffectiveConfig(
    AppConfig config, JsonNode values, Map<String, String> origins, List<String> unknownVariables) {

  /** A key's value as it may be shown. */
  public record Shown(String key, Object value, String origin, String variable) {}

  /** All keys in the order of the defaults, secrets hidden. */
  public List<Shown> shown() {
    Map<String, Shown> shown = new LinkedHashMap<>();
    origins.forEach((key, origin) -> {
      JsonNode value = values.at("/" + key.replace('.', '/'));
      Object plain = value.isNull() ? "" : ConfigKeys.isSecret(key) ? "(hidden)" : plain(value);
      shown.put(key, new Shown(key, plain, origin, ConfigKeys.variable(key)));
    });
    return List.copyOf(shown.values());
  }

  private static Object plain(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isIntegralNumber()) {
      return value.longValue();
    }
    if (value.isNumber()) {
      return value.doubleValue();
    }
    return value.isString() ? value.stringValue() : value.toString();
  }
}
