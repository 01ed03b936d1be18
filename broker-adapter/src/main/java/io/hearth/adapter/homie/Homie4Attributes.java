package io.hearth.adapter.homie;

import io.hearth.adapter.homie.HomieDescription.Node;
import io.hearth.adapter.homie.HomieDescription.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The attributes of a device of Homie 3 or 4, which come one by one and in any order. */
final class Homie4Attributes {

  private static final int MOST = 4 * HomieDescription.MOST_PROPERTIES;

  private final Map<String, String> values = new HashMap<>();

  /**
   * Takes an attribute.
   *
   * @param path below the device, e.g. {@code lamp/power/$datatype}
   * @param value empty when it is gone
   * @return whether anything changed
   */
  boolean put(String path, String value) {
    if (value.isEmpty()) {
      return values.remove(path) != null;
    }
    if (values.size() >= MOST && !values.containsKey(path)) {
      return false;
    }
    return !value.equals(values.put(path, value));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  String value(String path) {
    return values.getOrDefault(path, "");
  }

  /** The ids of its nodes, as far as it has said them. */
  List<String> nodes() {
    return ids(value("$nodes"), HomieDescription.MOST_NODES);
  }

  /** What it is; empty until it has said all that must be said. */
  Optional<HomieDescription> description() {
    if (!values.containsKey("$homie") || !values.containsKey("$nodes")) {
      return Optional.empty();
    }
    List<Node> nodes = new ArrayList<>();
    for (String id : nodes()) {
      Optional<Node> node = node(id);
      if (node.isEmpty()) {
        return Optional.empty();
      }
      nodes.add(node.get());
    }
    return Optional.of(new HomieDescription(value("$name"), Optional.empty(), nodes));
  }

  private Optional<Node> node(String id) {
    if (!values.containsKey(id + "/$properties")) {
      return Optional.empty();
    }
    List<Property> properties = new ArrayList<>();
    for (String name : ids(value(id + "/$properties"), HomieDescription.MOST_PROPERTIES)) {
      properties.add(property(id + "/" + name + "/", name));
    }
    return Optional.of(new Node(id, or(id + "/$name", id), value(id + "/$type"), properties));
  }

  private Property property(String path, String id) {
    return new Property(
        id,
        or(path + "$name", id),
        or(path + "$datatype", "string"),
        value(path + "$format"),
        value(path + "$unit"),
        value(path + "$settable").equals("true"),
        !value(path + "$retained").equals("false"));
  }

  private String or(String path, String otherwise) {
    return values.getOrDefault(path, otherwise);
  }

  /** Ids as {@code a,b}; the marks of version 2 and 3 for arrays and settable ones are left out. */
  private static List<String> ids(String list, int most) {
    return Stream.of(list.split(",", -1))
        .map(id -> id.strip().replaceAll("(\\[.*]|:settable)$", ""))
        .filter(HomieTopics::isId)
        .distinct()
        .limit(most)
        .toList();
  }
}
