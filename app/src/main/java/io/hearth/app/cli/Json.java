package io.hearth.app.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the command line reads and writes it: one object a line. */
final class Json {

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static String line(Object document) {
    return MAPPER.writeValueAsString(document);
  }

  static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }
}
