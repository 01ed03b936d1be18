package io.hearth.app.cli;

import io.hearth.app.home.DeviceTypeReading;
import io.hearth.app.interpret.BatchInterpreter;
import io.hearth.model.device.Catalogue;
import io.hearth.model.owntype.OwnType;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DeviceTypeFolder;
import io.hearth.registry.HomeFileException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Understands lines without touching a device. */
@Command(
    name = "interpret",
    mixinStandardHelpOptions = true,
    description = "Understands NDJSON lines from standard input without touching a device.",
    footer = {
      "",
      "  ./hearth interpret --home docs/examples/homes/flat.yaml < in.ndjson > out.ndjson",
      "",
      "A line: {\"id\":\"1\",\"text\":\"what is the temperature\",\"area\":\"kitchen\"}; all keys are in"
          + " docs/interpret.md."
    })
final class InterpretCommand implements Callable<Integer> {

  private static final Duration WARM_UP = Duration.ofMillis(1500);

  @Option(
      names = "--home",
      required = true,
      paramLabel = "FILE",
      description =
          "A home file, or a folder of home files; may be given several times. \"demo\" is the demo"
              + " home.")
  private List<Path> homes = List.of();

  @Option(
      names = "--device-types",
      paramLabel = "FOLDER",
      description = "Device types of your own that the homes may have, one file each.")
  private @Nullable Path deviceTypes;

  @Option(
      names = "--explain",
      description =
          "Tells for each line, in words, what competed and why each scored as it did; with --json"
              + " as the field candidates of the answer.")
  private boolean explain;

  @Option(names = "--json", description = "One JSON object a line, as without --explain.")
  private boolean json;

  private Catalogue catalogue() {
    if (deviceTypes == null) {
      return Catalogues.builtIn();
    }
    DeviceTypeFolder folder = new DeviceTypeFolder(deviceTypes, DeviceTypeReading.files());
    folder.refresh();
    folder.problems().values().stream()
        .findFirst()
        .ifPresent(problem -> {
          throw new BadInputException(problem);
        });
    return Catalogues.builtIn().with(folder.types().stream().map(OwnType::type).toList());
  }

  @Override
  public Integer call() throws IOException {
    BatchInterpreter interpreter;
    try {
      interpreter = BatchInterpreter.of(homes, catalogue());
      interpreter.warmUp(WARM_UP);
    } catch (HomeFileException | IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
    PrintStream standard = System.out;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Writer out =
        new BufferedWriter(new OutputStreamWriter(standard, StandardCharsets.UTF_8), 1 << 16);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        out.write(answer(interpreter, line));
        out.write('\n');
        if (!in.ready()) {
          out.flush(); // a caller that waits for each answer gets it
        }
      }
    }
    out.flush();
    return 0;
  }

  private String answer(BatchInterpreter interpreter, String line) {
    if (!explain) {
      return interpreter.interpret(line);
    }
    return json ? interpreter.explain(line) : interpreter.explainInWords(line);
  }
}
