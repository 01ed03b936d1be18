package io.hearth.adapter.wire;

/** What arrived cannot be understood; the message says what is wrong with it, without its text. */
public final class MalformedPayloadException extends Exception {

  private static final long serialVersionUID = 1L;

  public MalformedPayloadException(String message) {
    super(message);
  }

  public MalformedPayloadException(String message, Throwable cause) {
    super(message, cause);
  }
}
