package io.hearth.model.device;

/** The one rule for identifiers: they must survive in a topic, a path and a log line. */
final class Ids {

  static final int MAX_LENGTH = 128;

  private Ids() {}

  static void check(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          what + " is longer than " + MAX_LENGTH + " characters: " + value);
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isWhitespace(c)
          || Character.isISOControl(c)
          || c == '+'
          || c == '#'
          || c == '/') {
        throw new IllegalArgumentException(
            what + " '" + value + "' has a character that is not allowed at position " + (i + 1));
      }
    }
  }
}
