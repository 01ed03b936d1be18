package io.hearth.app.cli;

import io.hearth.app.bench.LatencyBench;
import io.hearth.app.bench.wire.Figure;
import io.hearth.app.bench.wire.WireBench;
import io.hearth.app.bench.wire.WireOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
    subcommands = {
      BenchCommand.Latency.class,
      LanguageBenchCommand.class,
      BenchCommand.Wire.class,
      HelpCommand.class
    })
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
      description = {
        "From devices over brokers and CoAP into the context, and back.",
        "Rows: a discovery understood, b cold start, c reports, d CoAP, e commands, f broker killed,"
            + " g memory, h cold start over the embedded broker."
      })
  static final class Wire implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--only",
        paramLabel = "ROWS",
        split = ",",
        description = "Letters of the rows to measure, e.g. a,c (default: all).")
    private Set<String> only = new TreeSet<>();

    @Option(names = "--quick", description = "A hundredth of the load, to see that it works.")
    private boolean quick;

    @Option(
        names = "--discovery",
        paramLabel = "DIR",
        description = "Folder of .ndjson files of discovery messages, {topic, payload} a line.")
    private @Nullable Path discovery;

    @Option(
        names = "--rate",
        paramLabel = "N",
        defaultValue = "20000",
        description = "Reports a second of row c (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
        names = "--kills",
        paramLabel = "N",
        defaultValue = "20",
        description = "How often the broker is killed in row f (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(names = "--json", description = "One JSON object a row.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      if (rate < 100 || kills < 1) {
        throw new BadInputException("--rate must be at least 100 and --kills at least 1");
      }
      if (!Set.of("a", "b", "c", "d", "e", "f", "g", "h").containsAll(only)) {
        throw new BadInputException("--only takes letters from a to h but is given " + only);
      }
      PrintWriter out = spec.commandLine().getOut();
      String command =
          "./hearth " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
      WireOptions options =
          new WireOptions(only, quick, Optional.ofNullable(discovery), rate, kills);
      new WireBench(
              options,
              figure -> {
                out.println(json ? Json.line(figure) : text(of(command, figure), figure));
                out.flush();
              })
          .run();
      return 0;
    }

    private String of(String command, Figure figure) {
      return only.isEmpty() ? command + " --only " + figure.row() : command;
    }

    private static String text(String command, Figure figure) {
      return """
      %s  %s: %s
         command: %s
         load:    %s
         result:  %s
         reach:   %s\
      """
          .formatted(
              figure.row(),
              figure.measure(),
              figure.verdict(),
              command,
              figure.load(),
              figure.result(),
              figure.reach());
    }
  }
}
