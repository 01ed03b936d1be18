package io.hearth.registry;

/** A device type file cannot be used; the one-line message names file, line, key and a hint. */
public final class DeviceTypeFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DeviceTypeFileException(String message) {
    super(message);
  }
}
