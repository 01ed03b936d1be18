package io.hearth.app.cli;

import io.hearth.adapter.bench.WireBench;
import io.hearth.app.bench.LatencyBench;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The benchmarks. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "BENCHMARK",
    description = "Runs a benchmark; each prints its command and what it measured.",
    subcommands = {BenchCommand.Latency.class, BenchCommand.Wire.class, HelpCommand.class})
final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }

  /** How long understanding takes. */
  @Command(
      name = "latency",
      mixinStandardHelpOptions = true,
      description = "Time of a turn without devices (interpret) on the demo home, warm.")
  static final class Latency implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--rounds",
        paramLabel = "N",
        defaultValue = "200",
        description = "How often the sentences are repeated (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() {
      if (rounds < 1) {
        throw new BadInputException("--rounds must be at least 1");
      }
      PrintWriter out = spec.commandLine().getOut();
      out.printf("command: ./hearth bench latency --rounds %d%n", rounds);
      new LatencyBench(rounds).run(out);
      return 0;
    }
  }

  /** How fast the wire is. */
  @Command(
      name = "wire",
      mixinStandardHelpOptions = true,
      description = "From a publishing client over the embedded broker to the door of the house.")
  static final class Wire implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      PrintWriter out = spec.commandLine().getOut();
      out.println("command: ./hearth bench wire");
      out.flush();
      WireBench.run(out);
      out.flush();
      return 0;
    }
  }
}
