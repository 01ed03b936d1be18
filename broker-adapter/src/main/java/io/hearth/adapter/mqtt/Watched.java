package io.hearth.adapter.mqtt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The topics of devices that are listened to, and by which filters: each by itself, or, where many
 * share their first level, all of that level at once, because every filter costs the broker
 * something. Not thread-safe.
 */
final class Watched {

  /** So many topics of one first level are one filter. */
  static final int MANY = 64;

  private final Map<String, Set<String>> byRoot = new LinkedHashMap<>();
  private final Set<String> together = new HashSet<>();
  private final Set<String> neverTogether = new HashSet<>();

  /**
   * Listens to more topics, or to the same ones again.
   *
   * @return the filters to subscribe to, so that what is retained there comes, perhaps again
   */
  List<String> add(Collection<String> topics) {
    Map<String, List<String>> added = new HashMap<>();
    for (String topic : topics) {
      String root = root(topic);
      byRoot.computeIfAbsent(root, key -> new LinkedHashSet<>()).add(topic);
      added.computeIfAbsent(root, key -> new ArrayList<>()).add(topic);
    }
    List<String> filters = new ArrayList<>();
    added.forEach((root, more) -> filters.addAll(filters(root, more)));
    return filters;
  }

  /**
   * Listens no more.
   *
   * @return the filters to unsubscribe from
   */
  List<String> remove(Collection<String> topics) {
    List<String> filters = new ArrayList<>();
    for (String topic : topics) {
      Set<String> known = byRoot.get(root(topic));
      if (known != null && known.remove(topic)) {
        filters.add(topic);
      }
    }
    return filters;
  }

  /**
   * The broker does not allow some filters.
   *
   * @return those to try in their place
   */
  List<String> refused(Collection<String> filters) {
    List<String> instead = new ArrayList<>();
    for (String filter : filters) {
      String root = root(filter);
      if (filter.endsWith("/#") && together.remove(root)) {
        neverTogether.add(root);
        instead.addAll(byRoot.getOrDefault(root, Set.of()));
      }
    }
    return instead;
  }

  /** All filters, for a new connection. */
  List<String> filters() {
    List<String> filters = new ArrayList<>();
    byRoot.forEach((root, topics) -> filters.addAll(filters(root, topics)));
    return filters;
  }

  private List<String> filters(String root, Collection<String> topics) {
    if (topics.size() < MANY || neverTogether.contains(root)) {
      return List.copyOf(topics);
    }
    together.add(root);
    return List.of(root + "/#");
  }

  private static String root(String topic) {
    int slash = topic.indexOf('/');
    return slash < 0 ? topic : topic.substring(0, slash);
  }
}
