package io.hearth.learning;

import org.jspecify.annotations.Nullable;

/** The journal's database does not work; the one-line message says what failed and what to try. */
public final class JournalUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JournalUnavailableException(String message) {
    super(message);
  }

  JournalUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
