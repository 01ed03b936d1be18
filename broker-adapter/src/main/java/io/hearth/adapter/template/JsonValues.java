package io.hearth.adapter.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON as a template sees it: Boolean, Long, Double, String, List and Map. */
final class JsonValues {

  private JsonValues() {}

  static @Nullable Object raw(JsonNode node) {
    return switch (node.getNodeType()) {
      case BOOLEAN -> node.booleanValue();
      case STRING -> node.stringValue();
      case NUMBER -> number(node);
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>(node.size());
        node.forEach(entry -> list.add(raw(entry)));
        yield list;
      }
      case OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        node.forEachEntry((name, entry) -> map.put(name, raw(entry)));
        yield map;
      }
      default -> null;
    };
  }

  private static @Nullable Object number(JsonNode node) {
    if (node.canConvertToLong() && node.isIntegralNumber()) {
      return node.longValue();
    }
    double value = node.doubleValueOpt().orElse(Double.NaN);
    return Double.isFinite(value) ? (Object) value : null;
  }
}
