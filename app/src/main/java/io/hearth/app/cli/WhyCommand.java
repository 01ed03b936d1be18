package io.hearth.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Explains a turn. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = "Explains a turn: what competed, how probable it was, and what spoke for it.")
final class WhyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningHearth hearth = new RunningHearth();

  @Parameters(arity = "0..1", paramLabel = "TURN", description = "Id of a turn; default: the last.")
  private @Nullable String id;

  @Option(names = "--json", description = "Prints the turn as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    JsonNode turn =
        id == null
            ? hearth.get("api/turns?limit=1").path("turns").path(0)
            : hearth.get("api/turns/" + RunningHearth.encode(id));
    if (turn.isMissingNode()) {
      throw new FailedRunException("nothing was said yet");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(turn));
      return 0;
    }
    out.printf("%s  \"%s\"%n", turn.path("id").asString(""), turn.path("heard").asString(""));
    TurnPrinter.print(turn, out);
    out.println("Competing:");
    print(out, turn, turn.path("score").asDouble(0), 0);
    int index = 1;
    for (JsonNode alternative : turn.path("alternatives")) {
      print(out, alternative, alternative.path("score").asDouble(0), index++);
    }
    out.println("Evidence:");
    for (JsonNode evidence : turn.path("evidence")) {
      out.printf(
          "  %+5.2f  [%d] %s (%s)%n",
          evidence.path("weight").asDouble(0),
          evidence.path("hypothesis").asInt(0),
          evidence.path("name").asString(""),
          evidence.path("source").asString(""));
    }
    return 0;
  }

  private static void print(PrintWriter out, JsonNode hypothesis, double score, int index) {
    StringBuilder targets = new StringBuilder();
    hypothesis.path("targets").forEach(target -> targets.append(' ').append(target.asString("")));
    out.printf(
        "  %5.1f %%  [%d] %s%s%n",
        score * 100, index, hypothesis.path("intent").asString("nothing for the home"), targets);
  }
}
