package io.hearth.language.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A readable resource of a language, with errors that name the resource and key. */
public final class DataFile {

  private final String name;
  private final JsonNode root;

  private DataFile(String name, JsonNode root) {
    this.name = name;
    this.root = root;
  }

  /**
   * Reads a resource next to the language package, e.g. {@code en/lexicon.yaml}.
   *
   * @throws IllegalStateException when it is not there
   */
  public static DataFile read(String resource) {
    String path = "/io/hearth/language/" + resource;
    try (InputStream in = DataFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("language resource " + path + " is missing");
      }
      return new DataFile(resource, new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("language resource " + path + " cannot be read", e);
    }
  }

  public JsonNode section(String key) {
    JsonNode section = root.get(key);
    if (section == null) {
      throw new IllegalStateException(name + ": section " + key + " is missing");
    }
    return section;
  }

  /** A part of a section, by its key. */
  public JsonNode section(String key, String part) {
    JsonNode section = section(key).get(part);
    if (section == null) {
      throw new IllegalStateException(name + ": " + key + "." + part + " is missing");
    }
    return section;
  }

  /** A list of words; a single word is a list of one. */
  public static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(entry -> texts.add(entry.asString()));
    } else {
      texts.add(node.asString());
    }
    return texts;
  }

  /** A mapping in the order of the file. */
  public static Map<String, JsonNode> entries(JsonNode node) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    node.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
    return entries;
  }
}
