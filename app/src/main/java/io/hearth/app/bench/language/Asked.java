package io.hearth.app.bench.language;

import java.util.List;
import java.util.Map;

/**
 * A request of a set, with what its collectors say it means.
 *
 * @param set where it is from
 * @param id its own in that set
 * @param label the intent in the words of the set, scenario first where it has one
 * @param entities the marked words by their type
 */
record Asked(String set, String id, String text, String label, Map<String, List<String>> entities) {

  boolean has(String type) {
    return entities.containsKey(type);
  }

  List<String> entity(String type) {
    return entities.getOrDefault(type, List.of());
  }
}
