package io.hearth.app.home;

/** Hearth cannot start; the message is one line that says what to do. */
public final class StartException extends RuntimeException {

  public StartException(String message) {
    super(message);
  }
}
