package io.hearth.adapter.wot;

import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.inference.Described.Shape;
import io.hearth.adapter.vocabulary.Colors;
import io.hearth.adapter.vocabulary.Colors.Hs;
import io.hearth.adapter.vocabulary.Colors.Rgb;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Range;
import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values by their data schema. */
final class ThingValues {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JsonNode schema;
  private final String name;

  ThingValues(String name, JsonNode schema) {
    this.name = name;
    this.schema = schema;
  }

  Shape shape() {
    if (isColor()) {
      return Shape.COLOR;
    }
    return switch (schema.path("type").asString("")) {
      case "boolean" -> Shape.BOOLEAN;
      case "integer", "number" -> Shape.NUMBER;
      case "string" -> options().isEmpty() ? Shape.TEXT : Shape.OPTION;
      default -> Shape.OTHER;
    };
  }

  String unit() {
    return schema.path("unit").asString("");
  }

  Optional<Range> range() {
    JsonNode min = schema.path("minimum");
    JsonNode max = schema.path("maximum");
    return min.isNumber() && max.isNumber() && min.asDouble() <= max.asDouble()
        ? Optional.of(new Range(min.asDouble(), max.asDouble()))
        : Optional.empty();
  }

  List<String> options() {
    return schema.path("enum").isArray()
        ? schema.path("enum").valueStream().flatMap(node -> node.stringValueOpt().stream()).toList()
        : List.of();
  }

  private boolean isColor() {
    if (schema.path("type").asString("").equals("string")) {
      return schema.path("@type").toString().contains("ColorProperty")
          || schema.path("format").asString("").equals("color");
    }
    JsonNode members = schema.path("properties");
    return hasAll(members, "hue", "saturation")
        || hasAll(members, "r", "g", "b")
        || hasAll(members, "h", "s");
  }

  private static boolean hasAll(JsonNode members, String... names) {
    for (String name : names) {
      if (!members.has(name)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a payload.
   *
   * @throws MalformedPayloadException when it is none of the schema's type
   */
  Value read(Payload payload) throws MalformedPayloadException {
    if (shape() == Shape.TEXT || shape() == Shape.OPTION) {
      return Value.of(unquoted(payload.text()));
    }
    Value value;
    try {
      value = Value.ofRaw(MAPPER.treeToValue(payload.json(), Object.class));
    } catch (IllegalArgumentException e) {
      throw new MalformedPayloadException("not a value of " + name);
    }
    if (shape() == Shape.COLOR) {
      return color(value).orElseThrow(() -> new MalformedPayloadException("not a colour")).value();
    }
    boolean fits =
        switch (shape()) {
          case BOOLEAN -> value instanceof Value.Bool;
          case NUMBER -> value instanceof Value.Number;
          default -> true;
        };
    if (!fits) {
      throw new MalformedPayloadException("not a value of " + schema.path("type").asString(""));
    }
    return value;
  }

  private static String unquoted(String text) {
    String word = text.strip();
    return word.length() >= 2 && word.startsWith("\"") && word.endsWith("\"")
        ? word.substring(1, word.length() - 1)
        : word;
  }

  private static Optional<Hs> color(Value value) {
    if (value instanceof Value.Text(String text) && text.matches("#[0-9a-fA-F]{6}")) {
      int rgb = Integer.parseInt(text.substring(1), 16);
      return Optional.of(Colors.hs(rgb >> 16, (rgb >> 8) & 255, rgb & 255));
    }
    if (!(value instanceof Value.Fields(Map<String, Value> fields))) {
      return Optional.empty();
    }
    if (fields.get("r") instanceof Value.Number(double r)
        && fields.get("g") instanceof Value.Number(double g)
        && fields.get("b") instanceof Value.Number(double b)) {
      return Optional.of(Colors.hs(r, g, b));
    }
    if (fields.get("h") instanceof Value.Number(double h)
        && fields.get("s") instanceof Value.Number(double s)) {
      return Optional.of(new Hs(h, s));
    }
    return Hs.of(value);
  }

  /** Writes a value, as the schema has it. */
  byte[] write(Value value) {
    return MAPPER.writeValueAsBytes(fitted(value).raw());
  }

  /**
   * A value with the type and inside the limits of the schema, as numbers are rounded on the way.
   */
  Value fitted(Value value) {
    if (value instanceof Value.Number(double number)) {
      double whole =
          schema.path("type").asString("").equals("integer") ? Math.rint(number) : number;
      return Value.of(range().map(range -> range.clamp(whole)).orElse(whole));
    }
    return shape() == Shape.COLOR ? Hs.of(value).map(this::written).orElse(value) : value;
  }

  private Value written(Hs color) {
    Rgb rgb = Colors.rgb(color);
    if (schema.path("type").asString("").equals("string")) {
      return Value.of("#" + rgb.hex());
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    JsonNode members = schema.path("properties");
    if (members.has("r")) {
      fields.put("r", Value.of(rgb.red()));
      fields.put("g", Value.of(rgb.green()));
      fields.put("b", Value.of(rgb.blue()));
    } else {
      fields.put(members.has("h") ? "h" : "hue", Value.of(Math.rint(color.hue())));
      fields.put(members.has("s") ? "s" : "saturation", Value.of(Math.rint(color.saturation())));
    }
    return new Value.Fields(fields);
  }
}
