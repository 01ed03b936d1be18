package io.hearth.app.cli;

import io.hearth.app.bench.language.LanguageBench;
import io.hearth.app.bench.language.LanguageOptions;
import io.hearth.app.bench.language.Row;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How well requests that others collected are understood. */
@Command(
    name = "language",
    mixinStandardHelpOptions = true,
    description = {
      "How well requests that others collected are understood, and how fast.",
      "The sets are not part of Hearth; docs/language.md says where each belongs and how to read the"
          + " table."
    })
final class LanguageBenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the sets: slurp, nlu_eval, clinc150, ha_intents, assist_mini.")
  private Path data = Path.of("");

  @Option(
      names = "--only",
      paramLabel = "ROWS",
      split = ",",
      description = "Names of the rows to measure, e.g. slurp,frame (default: all).")
  private Set<String> only = new TreeSet<>();

  @Option(
      names = "--failures",
      paramLabel = "FILE",
      description = "Writes every miss to a file, one JSON object a line.")
  private @Nullable Path failures;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draws how true stated probabilities are, as SVG; of the row ece.")
  private @Nullable Path plot;

  @Option(names = "--json", description = "One JSON object a row.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(data)) {
      throw new BadInputException("--data must name a folder but " + data + " is none");
    }
    if (!Set.copyOf(LanguageBench.ROWS).containsAll(only)) {
      throw new BadInputException(
          "--only takes names of " + LanguageBench.ROWS + " but is given " + only);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter progress = spec.commandLine().getErr();
    LanguageOptions options =
        new LanguageOptions(data, only, Optional.ofNullable(failures), Optional.ofNullable(plot));
    new LanguageBench(
            options,
            row -> {
              out.println(json ? Json.line(row) : text(row));
              out.flush();
            },
            message -> {
              progress.println("… " + message);
              progress.flush();
            })
        .run();
    return 0;
  }

  private static String text(Row row) {
    String details = String.join("", row.details().stream().map("\n    "::concat).toList());
    return "%-14s %s: %s; %s; reach %s, best open system %s%s"
        .formatted(
            row.name(),
            row.measure(),
            row.result(),
            row.verdict(),
            row.reach(),
            row.known(),
            details);
  }
}
