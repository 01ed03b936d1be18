package io.hearth.app.bench.language;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What Hearth made of a request: the answer of {@code interpret}, whose form is docs/interpret.md.
 */
record Understood(JsonNode json) {

  String decision() {
    return json.path("decision").asString("error");
  }

  /** Of the first request of the chosen reading. */
  String intent() {
    return json.path("intent").asString("error");
  }

  List<String> intents() {
    return texts(json.path("intents"));
  }

  double score() {
    return json.path("score").asDouble(0);
  }

  JsonNode slot(String name) {
    return json.path("slots").path(name);
  }

  List<String> targets() {
    return texts(json.path("targets"));
  }

  boolean isOutOfDomain() {
    return intent().equals("OutOfDomain");
  }

  /** Whether it was taken for a request: done, answered, or only a yes away from it. */
  boolean isAccepted() {
    return switch (decision()) {
      case "act", "answer", "confirm" -> true;
      default -> false;
    };
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }
}
