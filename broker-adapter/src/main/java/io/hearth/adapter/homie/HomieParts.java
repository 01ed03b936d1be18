package io.hearth.adapter.homie;

import io.hearth.adapter.homie.HomieDescription.Node;
import io.hearth.adapter.homie.HomieDescription.Property;
import io.hearth.adapter.inference.Described;
import io.hearth.adapter.inference.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of a device's nodes are one thing to people. A node joins those before it unless it says or
 * does the same as they do, as the second of two relays, or is a thing of another type.
 */
final class HomieParts {

  /** Types that a lamp behind a switch may have in its nodes. */
  private static final Set<String> SWITCHED = Set.of("light", "switch", "outlet");

  /** Where a value is. */
  record Place(Node node, Property property) {}

  /** Nodes that are one thing. */
  record Part(List<Node> nodes, Draft<Place> draft) {}

  private final HomieDescription description;
  private final boolean version5;

  HomieParts(HomieDescription description, boolean version5) {
    this.description = description;
    this.version5 = version5;
  }

  /** The device itself first, then its further parts; none when nothing of it is understood. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    Map<Node, Draft<Place>> further = new LinkedHashMap<>();
    List<Node> joined = new ArrayList<>();
    Optional<Draft<Place>> main = Optional.empty();
    for (Node node : description.nodes()) {
      Optional<Draft<Place>> alone = draft(List.of(node));
      if (main.isPresent() && alone.isPresent() && !isOne(main.get(), alone.get())) {
        further.put(node, alone.get());
      } else {
        joined.add(node);
        main = draft(joined);
      }
    }
    main.ifPresent(draft -> parts.add(new Part(joined, draft)));
    further.forEach((node, draft) -> parts.add(new Part(List.of(node), draft)));
    return parts;
  }

  private static boolean isOne(Draft<Place> main, Draft<Place> other) {
    boolean same =
        main.type().equals(other.type())
            || main.isSensor()
            || other.isSensor()
            || (SWITCHED.contains(main.type()) && SWITCHED.contains(other.type()));
    return same
        && other.meant().stream().noneMatch(main.meant()::contains)
        && other.writes().keySet().stream().noneMatch(main.writes()::containsKey);
  }

  private Optional<Draft<Place>> draft(List<Node> nodes) {
    StringBuilder words = new StringBuilder(description.name());
    List<Draft.Entry<Place>> entries = new ArrayList<>();
    for (Node node : nodes) {
      words.append(' ').append(group(node));
      for (Property property : node.properties()) {
        entries.add(new Draft.Entry<>(described(node, property), new Place(node, property)));
      }
    }
    return Draft.of(words.toString(), entries, List.of());
  }

  /** A value that is not retained is an event: it tells nothing about what is. */
  private Described described(Node node, Property property) {
    HomieValues values = new HomieValues(property, version5);
    return new Described(
        node.id() + "." + property.id(),
        property.id(),
        group(node),
        Set.of(),
        values.shape(),
        values.unit(),
        values.range(),
        values.options(),
        property.retained(),
        property.settable());
  }

  private static String group(Node node) {
    return node.type() + " " + node.id() + " " + node.name();
  }
}
