package io.hearth.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Says something to a running Hearth. */
@Command(
    name = "say",
    mixinStandardHelpOptions = true,
    description = "Says something to a running Hearth: the reply, what was done, and why.",
    footer = {
      "",
      "Turns from the same area and user are one conversation, so a question can be answered:",
      "  ./hearth say \"open the garage door\" --area garage",
      "  ./hearth say yes --area garage"
    })
final class SayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningHearth hearth = new RunningHearth();

  @Parameters(arity = "1..*", paramLabel = "TEXT", description = "What is said.")
  private List<String> words = List.of();

  @Option(names = "--area", paramLabel = "AREA", description = "Where the microphone is.")
  private @Nullable String area;

  @Option(names = "--device", paramLabel = "ID", description = "The satellite that hears it.")
  private @Nullable String device;

  @Option(names = "--user", paramLabel = "PERSON", description = "Who says it.")
  private @Nullable String user;

  @Option(names = "--dialogue", paramLabel = "ID", description = "A conversation of its own.")
  private @Nullable String dialogue;

  @Option(names = "--json", description = "Prints the whole turn as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    String text = String.join(" ", words);
    if (text.isBlank()) {
      throw new BadInputException("TEXT must not be blank");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", text);
    put(body, "area", area);
    put(body, "device", device);
    put(body, "user", user);
    put(body, "dialogue", dialogue);
    JsonNode turn = hearth.post("api/turns", body);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(turn));
    } else {
      TurnPrinter.print(turn, out);
    }
    return 0;
  }

  private static void put(Map<String, Object> body, String key, @Nullable String value) {
    if (value != null) {
      body.put(key, value);
    }
  }
}
