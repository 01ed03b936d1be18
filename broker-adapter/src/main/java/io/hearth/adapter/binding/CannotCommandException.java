package io.hearth.adapter.binding;

/** A command cannot be put into the words of the device; the message says why, for a person. */
public final class CannotCommandException extends Exception {

  private static final long serialVersionUID = 1L;

  public CannotCommandException(String message) {
    super(message);
  }
}
