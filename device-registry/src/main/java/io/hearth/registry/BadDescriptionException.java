package io.hearth.registry;

import java.util.List;

/** A description of a device does not fit the catalogue or the home. */
final class BadDescriptionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Object> steps;

  /**
   * @param steps where in the description, e.g. {@code capabilities, 1}
   */
  BadDescriptionException(String message, Object... steps) {
    super(message);
    this.steps = List.of(steps);
  }

  List<Object> steps() {
    return steps;
  }
}
