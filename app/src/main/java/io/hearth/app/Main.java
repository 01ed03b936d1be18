package io.hearth.app;

import io.hearth.app.cli.HearthCommand;

/** Entry point of the {@code hearth} command. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(HearthCommand.commandLine().execute(arguments));
  }
}
