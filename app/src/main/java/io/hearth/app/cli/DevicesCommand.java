package io.hearth.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists the devices of a running Hearth. */
@Command(
    name = "devices",
    mixinStandardHelpOptions = true,
    description = "Lists what is in the home of a running Hearth, how it is reached and heard of.")
final class DevicesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningHearth hearth = new RunningHearth();

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Option(names = "--problems", description = "Lists what went wrong with what devices say.")
  private boolean problems;

  @Option(
      names = "--forget",
      paramLabel = "ID",
      description = "Forgets a device that came by itself and that nothing describes any more.")
  private @Nullable String forgotten;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (problems && forgotten != null) {
      throw new BadInputException("--problems and --forget do not go together");
    }
    JsonNode answer = answer();
    if (json) {
      out.println(Json.line(answer));
    } else if (forgotten != null) {
      out.println("forgot " + answer.path("forgotten").asString(""));
    } else if (problems) {
      printProblems(answer.path("problems"), out);
    } else {
      printDevices(answer.path("devices"), out);
    }
    return 0;
  }

  private JsonNode answer() {
    if (forgotten != null) {
      return hearth.delete("api/devices/" + RunningHearth.encode(forgotten));
    }
    return hearth.get(problems ? "api/problems" : "api/devices");
  }

  private static void printProblems(JsonNode problems, PrintWriter out) {
    if (problems.isEmpty()) {
      out.println("no problems");
    }
    for (JsonNode problem : problems) {
      String device = problem.path("device").asString("");
      String head = problem.path("head").asString("");
      out.printf(
          "%s  %s: %s%s%n",
          problem.path("place").asString(""),
          problem.path("link").asString(""),
          problem.path("reason").asString(""),
          head.isEmpty() ? "" : "  [" + head + "]");
      out.printf(
          "    %s, last %s%s%n",
          problem.path("count").asLong(0) == 1
              ? "once"
              : problem.path("count").asLong(0) + " times",
          Ages.ago(problem.path("last").asString("")),
          device.isEmpty() ? "" : ", device " + device);
    }
  }

  private static void printDevices(JsonNode devices, PrintWriter out) {
    String line = "%-30s %-22s %-14s %-22s %-20s %-10s %s%n";
    out.printf(line, "ID", "NAME", "AREA", "TYPE", "BY", "REACHABLE", "LAST HEARD");
    for (JsonNode device : devices) {
      String kind = device.path("kind").asString("");
      String heard = device.path("lastHeard").asString("");
      String undescribed =
          device.path("availability").asString("").equals("offline")
              ? device.path("reason").asString("")
              : "";
      out.printf(
          line,
          device.path("id").asString(""),
          device.path("name").asString(""),
          device.path("area").asString(""),
          device.path("type").asString("") + (kind.isEmpty() ? "" : "/" + kind),
          by(device),
          device.path("availability").asString(""),
          heard.isEmpty() ? undescribed : Ages.ago(heard));
    }
  }

  private static String by(JsonNode device) {
    String link = device.path("link").asString("");
    String convention = device.path("convention").asString("");
    return convention.isEmpty() || convention.equals(link) ? link : link + "/" + convention;
  }
}
