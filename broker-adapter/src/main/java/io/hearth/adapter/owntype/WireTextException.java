package io.hearth.adapter.owntype;

import java.util.List;
import java.util.function.Supplier;

/** A template or expression of a device type is none; says which. */
public final class WireTextException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Object> steps;

  private WireTextException(String message, List<Object> steps, Throwable cause) {
    super(message, cause);
    this.steps = steps;
  }

  static <T> T naming(Supplier<T> made, Object... steps) {
    try {
      return made.get();
    } catch (IllegalArgumentException none) {
      throw new WireTextException(String.valueOf(none.getMessage()), List.of(steps), none);
    }
  }

  /** Where in the file: keys and places in lists. */
  public List<Object> steps() {
    return steps;
  }
}
