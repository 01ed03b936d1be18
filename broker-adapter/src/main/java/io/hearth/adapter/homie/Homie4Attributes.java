package io.hearth.adapter.homie;

import io.hearth.adapter.homie.HomieDescription.Node;
import io.hearth.adapter.homie.HomieDescription.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The attributes of a device of Homie 3 or 4, which come one by one and in any order. */
final class Homie4Attributes {

  private static final String ARRAY = "[]";
  private static final int MOST = 4 * HomieDescription.MOST_PROPERTIES;
  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})-(\\d{1,6})");

  /**
   * A node, maybe one of an array of version 3.
   *
   * @param common where what it has in common with others of its array stands
   * @param number its place in the array
   */
  private record Place(String id, String common, OptionalInt number) {}

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
    return places().stream().map(Place::id).toList();
  }

  /** An array {@code lights[]} with {@code lights/$array} 0-1 is lights_0 and lights_1. */
  private List<Place> places() {
    Set<String> arrays =
        Stream.of(value("$nodes").split(",", -1))
            .map(String::strip)
            .filter(id -> id.endsWith(ARRAY))
            .map(id -> id.substring(0, id.length() - ARRAY.length()))
            .collect(Collectors.toSet());
    return ids(value("$nodes"), HomieDescription.MOST_NODES).stream()
        .flatMap(id ->
            arrays.contains(id) ? array(id) : Stream.of(new Place(id, id, OptionalInt.empty())))
        .limit(HomieDescription.MOST_NODES)
        .toList();
  }

  private Stream<Place> array(String id) {
    Matcher range = RANGE.matcher(value(id + "/$array").strip());
    return range.matches()
        ? IntStream.rangeClosed(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
            .mapToObj(number -> new Place(id + "_" + number, id, OptionalInt.of(number)))
        : Stream.empty();
  }

  /** What it is; empty until it has said all that must be said. */
  Optional<HomieDescription> description() {
    if (!values.containsKey("$homie") || !values.containsKey("$nodes")) {
      return Optional.empty();
    }
    List<Node> nodes = new ArrayList<>();
    for (Place place : places()) {
      Optional<Node> node = node(place);
      if (node.isEmpty()) {
        return Optional.empty();
      }
      nodes.add(node.get());
    }
    return nodes.isEmpty() && value("$nodes").contains(ARRAY)
        ? Optional.empty()
        : Optional.of(new HomieDescription(value("$name"), Optional.empty(), nodes));
  }

  private Optional<Node> node(Place place) {
    String common = place.common();
    if (!values.containsKey(common + "/$properties")) {
      return Optional.empty();
    }
    List<Property> properties = new ArrayList<>();
    for (String name : ids(value(common + "/$properties"), HomieDescription.MOST_PROPERTIES)) {
      properties.add(property(common + "/" + name + "/", name));
    }
    String whole = or(common + "/$name", common);
    String numbered = place.number().isPresent() ? whole + " " + place.number().getAsInt() : whole;
    String called = or(place.id() + "/$name", numbered);
    return Optional.of(new Node(place.id(), called, value(common + "/$type"), properties));
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
