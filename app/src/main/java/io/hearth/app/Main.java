package io.hearth.app;

import io.hearth.app.cli.HearthCommand;

/** Entry point of the {@code hearth} command. */
public final class Main {

  private static final int FAILED = 1;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(exitCode(arguments));
  }

  /** An error, e.g. a missing class, ends the process too, whatever has been started by then. */
  private static int exitCode(String[] arguments) {
    try {
      return HearthCommand.commandLine().execute(arguments);
    } catch (Error failure) {
      System.err.println("hearth: " + failure);
      return FAILED;
    }
  }
}
