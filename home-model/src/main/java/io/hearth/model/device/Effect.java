package io.hearth.model.device;

/** What an action does to one property when it succeeds; data of the catalogue. */
public sealed interface Effect {

  /** The property changed. */
  String property();

  /** Takes a fixed value. */
  record SetTo(String property, Value value) implements Effect {}

  /** Takes the value of the argument of that name. */
  record SetFromArgument(String property, String argument) implements Effect {}

  /** Changes by the argument {@code delta}, kept inside the property's range. */
  record Adjust(String property) implements Effect {}

  /** Becomes the opposite. */
  record Invert(String property) implements Effect {}
}
