package io.hearth.model.device;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What values are, as data schemas of the W3C Web of Things (Thing Description 1.1, section 5.3.2).
 */
public final class DataSchemas {

  private static final double NO_LIMIT = 1e300;

  private DataSchemas() {}

  /** The values that a property can have; the map may be changed. */
  public static Map<String, Object> of(Property property) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(
        "type",
        switch (property.kind()) {
          case BOOLEAN -> "boolean";
          case NUMBER -> "number";
          case OPTION, TEXT -> "string";
          case FIELDS -> "object";
          case ITEMS -> "array";
        });
    if (property.unit() != Unit.NONE) {
      schema.put("unit", property.unit().symbol());
    }
    if (property.kind() == Property.Kind.NUMBER) {
      limit(schema, "minimum", property.range().min());
      limit(schema, "maximum", property.range().max());
    }
    if (property.kind() == Property.Kind.OPTION && !property.options().isEmpty()) {
      schema.put("enum", property.options().stream().distinct().toList());
    }
    return schema;
  }

  private static void limit(Map<String, Object> schema, String key, double value) {
    if (Math.abs(value) < NO_LIMIT) {
      schema.put(key, value);
    }
  }
}
