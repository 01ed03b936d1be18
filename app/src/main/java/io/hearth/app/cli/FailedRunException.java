package io.hearth.app.cli;

/** The run failed for a reason that the caller can do something about; exit status 1. */
final class FailedRunException extends RuntimeException {
  FailedRunException(String message) {
    super(message);
  }
}
