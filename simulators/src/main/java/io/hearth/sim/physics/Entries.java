package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A property that is a list of mappings, such as alarms or the items of a list. */
final class Entries {

  private final Body body;
  private final String property;

  Entries(Body body, String property) {
    this.body = body;
    this.property = property;
  }

  List<Map<String, Value>> all() {
    if (!(body.get(property).orElse(null) instanceof Value.Items(List<Value> items))) {
      return List.of();
    }
    List<Map<String, Value>> entries = new ArrayList<>();
    for (Value item : items) {
      if (item instanceof Value.Fields(Map<String, Value> fields)) {
        entries.add(fields);
      } else if (item instanceof Value.Text name) {
        entries.add(Map.of("name", name));
      }
    }
    return entries;
  }

  Optional<Map<String, Value>> first(Predicate<Map<String, Value>> wanted) {
    return all().stream().filter(wanted).findFirst();
  }

  void add(Map<String, Value> entry) {
    List<Map<String, Value>> entries = new ArrayList<>(all());
    entries.add(entry);
    keep(entries);
  }

  void remove(Predicate<Map<String, Value>> unwanted) {
    keep(all().stream().filter(unwanted.negate()).toList());
  }

  void replace(UnaryOperator<Map<String, Value>> change) {
    keep(all().stream().map(change).toList());
  }

  private void keep(List<Map<String, Value>> entries) {
    List<Value> items = new ArrayList<>();
    entries.forEach(entry -> items.add(new Value.Fields(entry)));
    body.set(property, new Value.Items(items));
  }

  /** Whether a field of an entry is this text, without regard to case. */
  static boolean isText(Map<String, Value> entry, String field, String text) {
    return entry.get(field) instanceof Value.Text(String value) && value.equalsIgnoreCase(text);
  }

  /** An entry with one field changed. */
  static Map<String, Value> with(Map<String, Value> entry, String field, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(entry);
    changed.put(field, value);
    return changed;
  }
}
