package io.hearth.app.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Prints a turn for a person: the reply first, then what was done, then why. */
final class TurnPrinter {

  private TurnPrinter() {}

  static void print(JsonNode turn, PrintWriter out) {
    out.println(turn.path("reply").asString(""));
    for (JsonNode outcome : turn.path("outcomes")) {
      String arguments =
          outcome.path("args").properties().stream()
              .map(field -> field.getKey() + "=" + plain(field.getValue()))
              .collect(Collectors.joining(" "));
      out.printf(
          "  did   %s %s%s: %s%n",
          outcome.path("device").asString(""),
          outcome.path("action").asString(""),
          arguments.isEmpty() ? "" : " " + arguments,
          outcome.path("outcome").asString(""));
    }
    String why = turn.path("why").asString("");
    if (!why.isEmpty()) {
      out.println("  why   " + why);
    }
  }

  static String plain(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }
}
