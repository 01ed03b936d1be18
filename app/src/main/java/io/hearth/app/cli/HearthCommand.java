package io.hearth.app.cli;

import io.hearth.app.config.ConfigException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code hearth} command; without a verb it lists them. */
@Command(
    name = "./hearth",
    description = "A smart-home context broker: live state, and what people mean by it.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      RunCommand.class,
      SayCommand.class,
      StateCommand.class,
      DevicesCommand.class,
      DeviceTypeCommand.class,
      WatchCommand.class,
      WhyCommand.class,
      InterpretCommand.class,
      ConfigCommand.class,
      BrokerUserCommand.class,
      BenchCommand.class,
      HelpCommand.class
    },
    commandListHeading = "%nVerbs:%n",
    footer = {
      "  test       Runs every test (handled by the launcher).",
      "  build      Builds what is not built (handled by the launcher).",
      "",
      "Exit status: 0 success, 1 a failed run, 2 bad usage or bad input."
    })
public final class HearthCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }

  /** The command line, ready to execute. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new HearthCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, arguments) -> {
      boolean unknownVerb =
          e instanceof CommandLine.UnmatchedArgumentException
              && e.getCommandLine().getCommand() instanceof HearthCommand;
      e.getCommandLine()
          .getErr()
          .println(
              unknownVerb
                  ? "hearth: unknown verb '" + arguments[0] + "'; ./hearth help lists them"
                  : "hearth: " + e.getMessage());
      return 2;
    });
    line.setExecutionExceptionHandler((e, commandLine, parsed) -> {
      boolean badInput = e instanceof BadInputException || e instanceof ConfigException;
      if (!badInput && !(e instanceof FailedRunException)) {
        throw e;
      }
      commandLine.getErr().println("hearth: " + e.getMessage());
      return badInput ? 2 : 1;
    });
    return line;
  }
}
