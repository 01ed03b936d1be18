package io.hearth.adapter.wire;

/** A way to devices cannot be opened; the message says which, why, and what to try. */
public final class LinkUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LinkUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
