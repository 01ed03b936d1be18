package io.hearth.adapter.homie;

import java.util.List;
import java.util.Optional;

/**
 * What a Homie device says it is.
 *
 * @param root the device whose connection carries this one; empty when it is its own
 */
record HomieDescription(String name, Optional<String> root, List<Node> nodes) {

  static final int MOST_NODES = 256;
  static final int MOST_PROPERTIES = 2048;

  /** A part of a device. */
  record Node(String id, String name, String type, List<Property> properties) {
    Node {
      properties = List.copyOf(properties);
    }
  }

  /**
   * A value of a part.
   *
   * @param datatype as the convention writes it
   * @param format what the value may be; empty when that is not said
   */
  record Property(
      String id,
      String name,
      String datatype,
      String format,
      String unit,
      boolean settable,
      boolean retained) {}

  HomieDescription {
    nodes = List.copyOf(nodes);
  }
}
