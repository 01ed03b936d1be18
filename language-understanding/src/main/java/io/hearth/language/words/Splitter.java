package io.hearth.language.words;

import java.util.ArrayList;
import java.util.List;

/** Splits lower-case text into words, numbers, signs and pauses. */
final class Splitter {

  private final String text;
  private final List<String> pieces = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();

  Splitter(String text) {
    this.text = text;
  }

  List<String> pieces() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letterOrDigit(c);
      } else if (c == '\'') {
        apostrophe(i);
      } else if ((c == '.' || c == ':') && isBetweenDigits(i)) {
        current.append(c);
      } else if (!(c == '.' && isAbbreviation(i))) {
        sign(c, i);
      }
    }
    flush();
    return pieces;
  }

  /** "20c" and "7pm" are two pieces; "h1" and "1st" are one. */
  private void letterOrDigit(char c) {
    if (Character.isLetter(c) && endsInDigit() && startsWithDigit() && !isOrdinalAhead(c)) {
      flush();
    }
    current.append(c);
  }

  private boolean isOrdinalAhead(char c) {
    int length = current.length();
    char last = current.charAt(length - 1);
    return c == 't'
        || (c == 's' && last == '1')
        || (c == 'n' && last == '2')
        || (c == 'r' && last == '3');
  }

  private boolean endsInDigit() {
    return !current.isEmpty() && Character.isDigit(current.charAt(current.length() - 1));
  }

  private boolean startsWithDigit() {
    return Character.isDigit(current.charAt(0));
  }

  private void apostrophe(int at) {
    boolean inside = at > 0 && Character.isLetter(text.charAt(at - 1)) && isLetterAt(at + 1);
    if (inside) {
      current.append('\'');
    }
  }

  private boolean isBetweenDigits(int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1))
        && !current.isEmpty()
        && startsWithDigit();
  }

  /** The dots of "a.m." say nothing. */
  private boolean isAbbreviation(int at) {
    boolean afterSingle = current.length() == 1 && Character.isLetter(current.charAt(0));
    boolean closing = current.length() == 2 && at >= 3 && text.charAt(at - 2) == '.';
    return (afterSingle && isLetterAt(at + 1)) || closing;
  }

  private boolean isLetterAt(int at) {
    return at < text.length() && Character.isLetter(text.charAt(at));
  }

  private void sign(char c, int at) {
    flush();
    switch (c) {
      case ',', ';', '.', '!', '?', '\n' -> pieces.add(Token.PAUSE);
      case '%', '°' -> pieces.add(String.valueOf(c));
      case '&' -> pieces.add("and");
      case '+' -> pieces.add("plus");
      case '-', '−' -> minus(at);
      default -> {
        // any other sign only parts words
      }
    }
  }

  private void minus(int at) {
    boolean begins = at == 0 || Character.isWhitespace(text.charAt(at - 1));
    if (begins && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
      pieces.add("minus");
    }
  }

  private void flush() {
    if (!current.isEmpty()) {
      pieces.add(current.toString());
      current.setLength(0);
    }
  }
}
