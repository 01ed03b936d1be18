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

/** Shows live state. */
@Command(
    name = "state",
    mixinStandardHelpOptions = true,
    description = "Shows what is true now, of one device or of all.")
final class StateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningHearth hearth = new RunningHearth();

  @Parameters(
      arity = "0..1",
      paramLabel = "DEVICE",
      description = "Id or name of a device; default: all.")
  private @Nullable String device;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    JsonNode answer =
        device == null
            ? hearth.get("api/state")
            : hearth.get("api/state/" + RunningHearth.encode(DeviceNames.idOf(device, hearth)));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(answer));
      return 0;
    }
    if (device != null) {
      print(out, device, answer);
    } else {
      answer
          .path("state")
          .properties()
          .forEach(entry -> print(out, entry.getKey(), entry.getValue()));
    }
    return 0;
  }

  private static void print(PrintWriter out, String id, JsonNode state) {
    String availability = state.path("availability").asString("");
    out.println(id + (availability.equals("online") ? "" : " (" + availability + ")"));
    state
        .path("properties")
        .properties()
        .forEach(entry -> {
          JsonNode property = entry.getValue();
          out.printf(
              "  %-20s %-14s %s%s%n",
              entry.getKey(),
              TurnPrinter.plain(property.path("value")) + " " + property.path("unit").asString(""),
              told(property),
              isUnconfirmed(property) ? ", not confirmed since" : "");
        });
  }

  private static String told(JsonNode property) {
    String time = property.path("reportedAt").asString("");
    return time.isEmpty() ? "the home file says, not reported yet" : Ages.ago(time);
  }

  private static boolean isUnconfirmed(JsonNode property) {
    return property.path("stale").asBoolean(false)
        && !property.path("reportedAt").asString("").isEmpty();
  }
}
