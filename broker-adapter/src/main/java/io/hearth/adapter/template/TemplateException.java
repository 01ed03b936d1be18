package io.hearth.adapter.template;

/** A template is none, or cannot be filled in; the message says why, for a person. */
public final class TemplateException extends Exception {

  private static final long serialVersionUID = 1L;

  TemplateException(String message) {
    super(message);
  }

  TemplateException(String message, Throwable cause) {
    super(message, cause);
  }
}
