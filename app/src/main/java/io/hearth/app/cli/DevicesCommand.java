package io.hearth.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
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
    description = "Lists what is in the home of a running Hearth.")
final class DevicesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningHearth hearth = new RunningHearth();

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    JsonNode answer = hearth.get("api/devices");
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(answer));
      return 0;
    }
    out.printf("%-30s %-22s %-14s %-22s %s%n", "ID", "NAME", "AREA", "TYPE", "REACHABLE");
    for (JsonNode device : answer.path("devices")) {
      String kind = device.path("kind").asString("");
      out.printf(
          "%-30s %-22s %-14s %-22s %s%n",
          device.path("id").asString(""),
          device.path("name").asString(""),
          device.path("area").asString(""),
          device.path("type").asString("") + (kind.isEmpty() ? "" : "/" + kind),
          device.path("availability").asString(""));
    }
    return 0;
  }
}
