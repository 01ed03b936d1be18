package io.hearth.registry;

/** A catalogue cannot be used; the one-line message names file, line, key and what is allowed. */
public final class CatalogueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CatalogueException(String message) {
    super(message);
  }
}
