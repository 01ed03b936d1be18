package io.hearth.adapter.template;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON inside a template. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static String text(@Nullable Object value) {
    return Python.bounded(MAPPER.writeValueAsString(value));
  }

  static @Nullable Object parsed(String text) {
    try {
      return JsonValues.raw(MAPPER.readTree(text));
    } catch (JacksonException failure) {
      throw new IllegalStateException("from_json got no JSON", failure);
    }
  }
}
