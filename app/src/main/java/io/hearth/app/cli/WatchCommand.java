package io.hearth.app.cli;

import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Follows what happens. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = "Prints what happens in the home as it happens, until Ctrl-C.")
final class WatchCommand implements Callable<Integer> {

  private static final String DATA = "data:";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningHearth hearth = new RunningHearth();

  @Option(names = "--json", description = "Prints each event as a JSON object on a line.")
  private boolean json;

  @Option(names = "--all", description = "Also prints that a device said what was known.")
  private boolean all;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Ends after so many events; default: goes on.")
  private long count = Long.MAX_VALUE;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    long seen = 0;
    try (Stream<String> lines = hearth.lines("api/events")) {
      for (Iterator<String> each = lines.iterator(); seen < count && each.hasNext(); ) {
        String line = each.next();
        if (line.startsWith(DATA) && print(out, line.substring(DATA.length()).strip())) {
          seen++;
        }
      }
    }
    if (seen < count && count != Long.MAX_VALUE) {
      throw new FailedRunException("Hearth ended after " + seen + " events");
    }
    return 0;
  }

  private boolean print(PrintWriter out, String data) {
    if (json) {
      out.println(data);
    } else {
      JsonNode event = Json.parse(data);
      if (!all && isRepetition(event)) {
        return false;
      }
      out.printf(
          "%s  %-13s %s%n",
          LocalTime.now(java.time.ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS),
          event.path("type").asString(""),
          event.path("summary").asString(""));
    }
    out.flush();
    return true;
  }

  private static boolean isRepetition(JsonNode event) {
    return event.path("type").asString("").equals("state") && event.path("changes").isEmpty();
  }
}
