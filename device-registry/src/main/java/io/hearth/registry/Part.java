package io.hearth.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a data file that knows where it stands. Keys without a value count as absent.
 *
 * @param path its key path, e.g. {@code devices[3].area}; empty for the whole file
 * @param line from 1
 * @param content a Boolean, Number, String, {@code List<Part>} or {@code Map<String, Part>}
 */
record Part(DataFile file, String path, int line, Object content) {

  Optional<Part> get(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  /** What the schema promised to be there. */
  Part require(String key) {
    return get(key).orElseThrow(() -> problem("'" + key + "' is missing"));
  }

  Optional<String> text(String key) {
    return get(key).map(Part::text);
  }

  String text() {
    return String.valueOf(content);
  }

  double number() {
    return ((Number) content).doubleValue();
  }

  List<String> texts(String key) {
    return get(key).map(list -> list.items().stream().map(Part::text).toList()).orElse(List.of());
  }

  /** The parts of a mapping in their order; none for anything else. */
  Map<String, Part> entries() {
    Map<String, Part> entries = new LinkedHashMap<>();
    if (content instanceof Map<?, ?> map) {
      map.forEach((key, value) -> entries.put((String) key, (Part) value));
    }
    return entries;
  }

  Map<String, Part> entries(String key) {
    return get(key).map(Part::entries).orElse(Map.of());
  }

  /** The parts of a list; none for anything else. */
  List<Part> items() {
    List<Part> items = new ArrayList<>();
    if (content instanceof List<?> list) {
      list.forEach(item -> items.add((Part) item));
    }
    return items;
  }

  List<Part> items(String key) {
    return get(key).map(Part::items).orElse(List.of());
  }

  /** What a JSON library would have read here. */
  Object plain() {
    if (content instanceof List<?>) {
      return items().stream().map(Part::plain).toList();
    }
    if (content instanceof Map<?, ?>) {
      Map<String, Object> plain = new LinkedHashMap<>();
      entries().forEach((key, part) -> plain.put(key, part.plain()));
      return plain;
    }
    return content;
  }

  /** The deepest part that exists along a path such as {@code capabilities[1]}, from here. */
  Part nearest(List<Object> steps) {
    Part here = this;
    for (Object step : steps) {
      Optional<Part> next =
          step instanceof Integer index
              ? here.items().stream().skip(index).findFirst()
              : here.get((String) step);
      if (next.isEmpty()) {
        return here;
      }
      here = next.get();
    }
    return here;
  }

  RuntimeException problem(String what) {
    return file.problem(line, path.isEmpty() ? what : "key " + path + ": " + what);
  }
}
