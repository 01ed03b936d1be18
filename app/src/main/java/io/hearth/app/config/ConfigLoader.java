package io.hearth.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Lays the configuration together: defaults, then the file, then the environment, then options. */
public final class ConfigLoader {

  /** Variables that are no configuration keys but are Hearth's own. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of("HEARTH_CONFIG", "HEARTH_JAVA_HOME", "HEARTH_JAVA_OPTS", "HEARTH_NO_BUILD");

  private final YAMLMapper yaml =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * Reads all layers.
   *
   * @param file given with {@code --config}, empty to look at {@code HEARTH_CONFIG}
   * @param environment the process's variables
   * @param options keys given on the command line, with their values as text
   * @throws ConfigException naming the key, its origin and what is wrong
   */
  public EffectiveConfig load(
      Optional<Path> file, Map<String, String> environment, Map<String, String> options) {
    ObjectNode tree = defaults();
    Map<String, String> origins = new LinkedHashMap<>();
    List<String> keys = ConfigKeys.leaves(tree);
    keys.forEach(key -> origins.put(key, "default"));
    file.or(() -> Optional.ofNullable(environment.get("HEARTH_CONFIG")).map(Path::of))
        .ifPresent(path -> merge(tree, readFile(path), path.toString(), origins));
    for (String key : keys) {
      String variable = ConfigKeys.variable(key);
      String text = environment.getOrDefault(variable, "");
      if (!text.isEmpty()) {
        set(tree, key, text, variable, origins);
      }
    }
    options.forEach((key, text) -> set(tree, key, text, "command line", origins));
    return new EffectiveConfig(
        bind(tree, origins), tree, origins, unknownVariables(keys, environment));
  }

  private ObjectNode defaults() {
    try (InputStream in = ConfigLoader.class.getResourceAsStream("/io/hearth/app/defaults.yaml")) {
      return (ObjectNode) yaml.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode readFile(Path path) {
    try {
      JsonNode node = yaml.readTree(Files.readString(path));
      if (node.isMissingNode() || node.isNull()) {
        return yaml.createObjectNode();
      }
      if (!node.isObject()) {
        throw new ConfigException(path + ": a configuration file must be a mapping of keys");
      }
      return node;
    } catch (IOException e) {
      throw new ConfigException(
          "cannot read the configuration file " + path + ": no such readable file");
    } catch (JacksonException e) {
      throw new ConfigException(
          path + ":" + e.getLocation().getLineNr() + ": " + firstLine(e.getOriginalMessage()));
    }
  }

  private static void merge(
      ObjectNode tree, JsonNode file, String origin, Map<String, String> origins) {
    for (String key : ConfigKeys.leaves(file)) {
      if (key.isEmpty()) {
        continue;
      }
      if (!origins.containsKey(key)) {
        throw new ConfigException(
            origin + ": unknown key " + key + "; known are " + String.join(", ", origins.keySet()));
      }
      put(tree, key, file.at("/" + key.replace('.', '/')));
      origins.put(key, origin);
    }
  }

  private void set(
      ObjectNode tree, String key, String text, String origin, Map<String, String> origins) {
    put(tree, key, value(at(tree, key), text));
    origins.put(key, origin);
  }

  /**
   * What a text means for a key: one that is no list is the only member of a list, and where
   * nothing is the default, e.g. for a password, it is taken as it is.
   */
  private JsonNode value(JsonNode before, String text) {
    JsonNode plain = yaml.getNodeFactory().stringNode(text);
    if (before.isString() || before.isNull()) {
      return plain;
    }
    if (before.isArray() && !text.strip().startsWith("[")) {
      return yaml.createArrayNode().add(plain);
    }
    try {
      return yaml.readTree(text);
    } catch (JacksonException e) {
      return plain;
    }
  }

  private static JsonNode at(ObjectNode tree, String key) {
    return tree.at("/" + key.replace('.', '/'));
  }

  private static void put(ObjectNode tree, String key, JsonNode value) {
    int dot = key.lastIndexOf('.');
    ObjectNode parent = dot < 0 ? tree : (ObjectNode) at(tree, key.substring(0, dot));
    parent.set(key.substring(dot + 1), value);
  }

  private AppConfig bind(ObjectNode tree, Map<String, String> origins) {
    try {
      return yaml.treeToValue(tree, AppConfig.class);
    } catch (JacksonException e) {
      String key =
          e.getPath().stream()
              .map(JacksonException.Reference::getPropertyName)
              .filter(name -> name != null)
              .collect(Collectors.joining("."));
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String what =
          cause instanceof IllegalArgumentException
              ? String.valueOf(cause.getMessage())
              : key
                  + " has a value of the wrong kind: "
                  + at(tree, key).asString("a group of keys");
      String origin =
          origins.entrySet().stream()
              .filter(entry -> what.startsWith(entry.getKey() + " "))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse("configuration");
      throw new ConfigException(origin + ": " + what);
    }
  }

  private static List<String> unknownVariables(List<String> keys, Map<String, String> environment) {
    Set<String> known =
        keys.stream().map(ConfigKeys::variable).collect(Collectors.toCollection(HashSet::new));
    known.addAll(OTHER_VARIABLES);
    return environment.keySet().stream()
        .filter(name -> name.startsWith("HEARTH_") && !known.contains(name))
        .sorted()
        .toList();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("not YAML").strip();
  }
}
