package io.hearth.adapter.wot;

/** A Thing Description that cannot be used; the message says where and why, for a person. */
public final class ThingException extends Exception {

  private static final long serialVersionUID = 1L;

  ThingException(String message) {
    super(message);
  }
}
