package io.hearth.language.learned;

/** The statistical understanding cannot be used on this machine; the grammar still can. */
public final class ModelUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ModelUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
