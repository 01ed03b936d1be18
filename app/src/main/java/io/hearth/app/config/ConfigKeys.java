package io.hearth.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The names of configuration keys: dotted in files, upper case in the environment. */
final class ConfigKeys {

  private static final Set<String> SECRET_ENDINGS = Set.of("password", "secret", "token", "key");

  private ConfigKeys() {}

  /** The dotted keys of all values of a tree, a list counting as one value, in its order. */
  static List<String> leaves(JsonNode tree) {
    List<String> keys = new ArrayList<>();
    collect(tree, "", keys);
    return keys;
  }

  private static void collect(JsonNode node, String prefix, List<String> keys) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(field ->
              collect(
                  field.getValue(),
                  prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey(),
                  keys));
    } else {
      keys.add(prefix);
    }
  }

  /** {@code journal.retentionDays} → {@code HEARTH_JOURNAL_RETENTION_DAYS}. */
  static String variable(String key) {
    return "HEARTH_"
        + key.replace('.', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  static boolean isSecret(String key) {
    String last = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return SECRET_ENDINGS.contains(last);
  }
}
