package io.hearth.adapter.homeassistant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of one entity's description, by their long names. */
record Fields(Map<String, Object> values) {

  boolean has(String key) {
    return values.containsKey(key);
  }

  @Nullable Object raw(String key) {
    return values.get(key);
  }

  /** A word, number or truth as it would be written on the wire. */
  Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key))
        .filter(value -> !(value instanceof Map) && !(value instanceof List))
        .map(Words::written);
  }

  String text(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  /** A topic that can be published to or subscribed to; empty for anything else. */
  Optional<String> topic(String key) {
    return text(key).filter(Fields::isTopic);
  }

  double number(String key, double otherwise) {
    return Words.number(values.get(key)).orElse(otherwise);
  }

  Optional<Double> number(String key) {
    return Words.number(values.get(key));
  }

  boolean flag(String key, boolean otherwise) {
    return switch (values.get(key)) {
      case Boolean bool -> bool;
      case String word ->
          List.of("true", "on", "yes", "1").contains(word.toLowerCase(java.util.Locale.ROOT));
      case null, default -> otherwise;
    };
  }

  /** The words of a list; empty where there is none. */
  List<String> words(String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().filter(e -> e != null).map(Words::written).distinct().toList()
        : List.of();
  }

  private static boolean isTopic(String topic) {
    return !topic.isBlank()
        && topic.length() <= 1024
        && topic.chars().noneMatch(c -> c == '+' || c == '#' || c == 0);
  }
}
