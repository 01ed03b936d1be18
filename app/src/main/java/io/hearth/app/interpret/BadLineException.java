package io.hearth.app.interpret;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of batch input cannot be used; the others go on. */
final class BadLineException extends RuntimeException {

  private final transient @Nullable Object id;

  BadLineException(@Nullable Object id, String message) {
    super(message);
    this.id = id;
  }

  /** The line's own id, where it could be read. */
  Optional<Object> id() {
    return Optional.ofNullable(id);
  }
}
