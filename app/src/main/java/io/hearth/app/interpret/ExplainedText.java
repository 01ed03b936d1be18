package io.hearth.app.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes an explained answer for people to read. */
final class ExplainedText {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Readings less probable than this are only counted. */
  private static final double TOLD = 0.001;

  private final JsonNode answer;
  private final List<String> lines = new ArrayList<>();

  private ExplainedText(JsonNode answer) {
    this.answer = answer;
  }

  static String of(Map<String, @Nullable Object> document) {
    return new ExplainedText(JSON.valueToTree(document)).text();
  }

  private String text() {
    lines.add(
        "%s  \"%s\" → %s: %s"
            .formatted(
                answer.path("id").asString(""),
                answer.path("heard").asString(),
                answer.path("decision").asString(),
                answer.path("reply").asString()));
    int untold = 0;
    for (JsonNode candidate : answer.path("candidates")) {
      if (candidate.path("probability").asDouble() >= TOLD) {
        tell(candidate);
      } else {
        untold++;
      }
    }
    if (untold > 0) {
      lines.add("  and %d below %s".formatted(untold, TOLD));
    }
    return String.join("\n", lines) + "\n";
  }

  private void tell(JsonNode candidate) {
    lines.add(
        String.format(
            Locale.ROOT,
            "  %.4f  %s",
            candidate.path("probability").asDouble(),
            candidate.path("label").asString()));
    if (!candidate.path("heard").equals(answer.path("heard"))) {
      lines.add("          heard: " + candidate.path("heard").asString());
    }
    for (JsonNode request : candidate.path("requests")) {
      lines.add("          = " + request(request));
    }
    for (JsonNode note : candidate.path("parse")) {
      lines.add("          " + note.asString());
    }
    for (JsonNode evidence : candidate.path("evidence")) {
      lines.add(
          String.format(
              Locale.ROOT,
              "          %+.2f %s: %s",
              evidence.path("weight").asDouble(),
              evidence.path("source").asString(),
              evidence.path("name").asString()));
    }
  }

  private static String request(JsonNode request) {
    List<String> parts = new ArrayList<>();
    parts.add(request.path("intent").asString());
    request
        .path("slots")
        .properties()
        .forEach(slot -> parts.add(slot.getKey() + "=" + plain(slot.getValue())));
    List<String> targets = new ArrayList<>();
    request.path("targets").forEach(target -> targets.add(target.asString()));
    if (!targets.isEmpty()) {
      parts.add("on " + String.join(", ", targets));
      parts.add("(" + request.path("grounding").asString() + ")");
    }
    if (!request.path("schedule").isNull()) {
      parts.add("schedule " + request.path("schedule"));
    }
    request
        .path("problems")
        .forEach(problem ->
            parts.add(
                "problem " + problem.path("kind").asString() + " " + plain(problem.path("what"))));
    return String.join(" ", parts);
  }

  private static String plain(JsonNode value) {
    return value.isString() ? value.asString() : value.toString();
  }
}
