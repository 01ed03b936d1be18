package io.hearth.adapter.binding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what belongs to the filters that a topic matches; asked for every message. */
final class TopicFilters<T> {

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Entry<T>(String[] levels, T value) {}

  private final Map<String, List<Entry<T>>> byFirstLevel = new HashMap<>();
  private final List<Entry<T>> anyFirstLevel = new ArrayList<>();

  void add(String filter, T value) {
    String[] levels = filter.split("/", -1);
    Entry<T> entry = new Entry<>(levels, value);
    if (levels[0].equals("+") || levels[0].equals("#")) {
      anyFirstLevel.add(entry);
    } else {
      byFirstLevel.computeIfAbsent(levels[0], level -> new ArrayList<>()).add(entry);
    }
  }

  /** In the order of adding; those with a wildcard first level come last. */
  List<T> matching(String topic) {
    int slash = topic.indexOf('/');
    List<Entry<T>> own =
        byFirstLevel.getOrDefault(slash < 0 ? topic : topic.substring(0, slash), List.of());
    if (own.isEmpty() && anyFirstLevel.isEmpty()) {
      return List.of();
    }
    List<T> found = new ArrayList<>(2);
    own.forEach(entry -> addIfMatching(entry, topic, found));
    if (!topic.startsWith("$")) {
      anyFirstLevel.forEach(entry -> addIfMatching(entry, topic, found));
    }
    return found;
  }

  private static <T> void addIfMatching(Entry<T> entry, String topic, List<T> found) {
    if (matches(entry.levels(), topic)) {
      found.add(entry.value());
    }
  }

  /** As MQTT 5 says in section 4.7. */
  private static boolean matches(String[] filter, String topic) {
    int start = 0;
    for (int level = 0; level < filter.length; level++) {
      if (filter[level].equals("#")) {
        return true;
      }
      if (start > topic.length()) {
        return false;
      }
      int slash = topic.indexOf('/', start);
      int end = slash < 0 ? topic.length() : slash;
      boolean same =
          filter[level].equals("+")
              || (filter[level].length() == end - start && topic.startsWith(filter[level], start));
      if (!same) {
        return false;
      }
      start = end + 1;
    }
    return start > topic.length();
  }
}
