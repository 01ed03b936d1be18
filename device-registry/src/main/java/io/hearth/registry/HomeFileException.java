package io.hearth.registry;

/** A home file cannot be used; the one-line message names file, line, key and what is allowed. */
public final class HomeFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HomeFileException(String message) {
    super(message);
  }
}
