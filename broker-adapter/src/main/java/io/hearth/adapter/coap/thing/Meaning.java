package io.hearth.adapter.coap.thing;

import java.util.List;

/**
 * What an object or resource type means.
 *
 * @param slots its values, the main one first
 */
record Meaning(Role role, List<Slot> slots) {

  Meaning {
    slots = List.copyOf(slots);
  }

  static Meaning of(Role role, Slot... slots) {
    return new Meaning(role, List.of(slots));
  }
}
