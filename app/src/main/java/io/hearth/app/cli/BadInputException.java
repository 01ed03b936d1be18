package io.hearth.app.cli;

/** What the caller gave cannot be used; exit status 2 with the message as the one line. */
final class BadInputException extends RuntimeException {
  BadInputException(String message) {
    super(message);
  }
}
