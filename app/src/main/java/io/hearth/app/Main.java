package io.hearth.app;

import io.hearth.app.cli.HearthCommand;

/** Entry point of the {@code hearth} command. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    if (arguments.length > 0
        && arguments[0].equals("run")
        && System.getProperty("hearth.log") == null) {
      System.setProperty("hearth.log", "INFO"); // before the first logger is made; see logback.xml
    }
    System.exit(HearthCommand.commandLine().execute(arguments));
  }
}
