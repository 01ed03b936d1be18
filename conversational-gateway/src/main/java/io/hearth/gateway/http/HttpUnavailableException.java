package io.hearth.gateway.http;

/** The API cannot listen where it should; the message is one line that says what to try. */
public final class HttpUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  HttpUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
