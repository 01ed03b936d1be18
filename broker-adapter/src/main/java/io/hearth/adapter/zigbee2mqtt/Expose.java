package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.vocabulary.JsonReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One entry of {@code definition.exposes}: something that a device shows or takes.
 *
 * @param type {@code binary}, {@code numeric}, {@code enum}, {@code text}, {@code composite},
 *     {@code list}, or one of the specific ones such as {@code light}, which have features
 * @param property its key in messages
 * @param endpoint which of several equal parts it belongs to; empty for the whole device
 * @param access bits: 1 in reports, 2 can be set, 4 can be asked for
 * @param category {@code config} or {@code diagnostic}; empty for what a person uses
 * @param values the words of an enum
 * @param on what a binary says for yes; missing where it does not have it
 */
record Expose(
    String type,
    String name,
    String property,
    String endpoint,
    int access,
    String category,
    String unit,
    Optional<Double> min,
    Optional<Double> max,
    double step,
    List<String> values,
    JsonNode on,
    JsonNode off,
    List<Expose> features) {

  private static final int MOST = 2_000;

  static List<Expose> of(JsonNode list) {
    List<Expose> all = new ArrayList<>();
    for (JsonNode entry : list) {
      if (entry.isObject() && all.size() < MOST) {
        all.add(one(entry, true));
      }
    }
    return all;
  }

  private static Expose one(JsonNode entry, boolean deep) {
    String name = text(entry, "name");
    String property = text(entry, "property");
    return new Expose(
        text(entry, "type"),
        name,
        property.isEmpty() ? name : property,
        text(entry, "endpoint"),
        entry.path("access").asInt(7),
        text(entry, "category"),
        text(entry, "unit"),
        JsonReadings.number(entry.path("value_min")),
        JsonReadings.number(entry.path("value_max")),
        JsonReadings.number(entry.path("value_step")).orElse(0.0),
        words(entry.path("values")),
        entry.path("value_on"),
        entry.path("value_off"),
        deep ? features(entry.path("features")) : List.of());
  }

  private static List<Expose> features(JsonNode list) {
    List<Expose> all = new ArrayList<>();
    for (JsonNode entry : list) {
      if (entry.isObject() && all.size() < MOST) {
        all.add(one(entry, false));
      }
    }
    return all;
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    for (JsonNode word : list) {
      if (!word.isContainer() && !word.asString().isBlank() && words.size() < MOST) {
        words.add(word.asString());
      }
    }
    return List.copyOf(words);
  }

  private static String text(JsonNode entry, String key) {
    JsonNode node = entry.path(key);
    return node.isString() ? node.asString() : node.isNumber() ? node.toString() : "";
  }

  boolean isReported() {
    return (access & 1) != 0;
  }

  boolean isSettable() {
    return (access & 2) != 0;
  }

  boolean isAskable() {
    return (access & 4) != 0;
  }

  /** Whether it is for setting up or repairing rather than for use. */
  boolean isApart() {
    return !category.isEmpty();
  }

  /** The same without an endpoint, for a group of such things: groups have no endpoints. */
  Expose whole() {
    String suffix = "_" + endpoint;
    boolean ends = !endpoint.isEmpty() && property.endsWith(suffix);
    return new Expose(
        type,
        name,
        ends ? property.substring(0, property.length() - suffix.length()) : property,
        "",
        access,
        category,
        unit,
        min,
        max,
        step,
        values,
        on,
        off,
        features.stream().map(Expose::whole).toList());
  }

  Optional<Expose> feature(String featureName) {
    return features.stream().filter(feature -> feature.name().equals(featureName)).findFirst();
  }

  double min(double otherwise) {
    return min.orElse(otherwise);
  }

  double max(double otherwise) {
    return max.orElse(otherwise);
  }

  /** What a message says for a binary; empty when it says neither of its two values. */
  Optional<Boolean> binary(JsonNode message) {
    JsonNode value = message.path(property);
    if (isSame(value, on)) {
      return Optional.of(true);
    }
    if (isSame(value, off)) {
      return Optional.of(false);
    }
    return value.isBoolean() && on.isMissingNode()
        ? Optional.of(value.booleanValue())
        : Optional.empty();
  }

  /**
   * What a message says of a contact: true when it is apart. Makers call the touching contact true,
   * and give {@code value_on} either way.
   */
  Optional<Boolean> apart(JsonNode message) {
    JsonNode value = message.path(property);
    return value.isBoolean() ? Optional.of(!value.booleanValue()) : binary(message);
  }

  private static boolean isSame(JsonNode value, JsonNode word) {
    return value.isValueNode()
        && word.isValueNode()
        && !word.isNull()
        && (value.equals(word) || value.asString().equalsIgnoreCase(word.asString()));
  }

  /** What to set a binary to. */
  Object binaryWord(boolean yes) {
    JsonNode word = yes ? on : off;
    return word.isBoolean()
        ? (Object) word.booleanValue()
        : word.isNumber()
            ? (Object) word.numberValue()
            : word.isString() ? word.asString() : (Object) yes;
  }

  Optional<Double> numeric(JsonNode message) {
    return JsonReadings.number(message.path(property));
  }

  Optional<String> word(JsonNode message) {
    JsonNode value = message.path(property);
    return value.isString() && !value.asString().isBlank()
        ? Optional.of(value.asString())
        : Optional.empty();
  }
}
