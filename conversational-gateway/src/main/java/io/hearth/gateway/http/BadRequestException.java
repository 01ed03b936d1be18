package io.hearth.gateway.http;

/** What was asked cannot be understood; the message is one line that says why. */
final class BadRequestException extends RuntimeException {

  private static final long serialVersionUID = 1;

  BadRequestException(String message) {
    super(message);
  }
}
