package io.hearth.app.config;

/** The configuration cannot be used; the message is one line that names the key and its origin. */
public final class ConfigException extends RuntimeException {

  public ConfigException(String message) {
    super(message);
  }
}
