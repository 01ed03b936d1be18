package io.hearth.app.bench.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** NLU-Evaluation-Data: requests to a home assistant, entities marked as {@code [type : words]}. */
final class NluEvaluation {

  static final String FILE = "nlu_eval/nlu_home.tsv";

  private static final Pattern ENTITY = Pattern.compile("\\[(\\w+) : ([^\\]]*)]");

  private NluEvaluation() {}

  static List<Asked> requests(Path data) {
    List<Asked> asked = new ArrayList<>();
    for (Map<String, String> row : Table.rows(data.resolve(FILE))) {
      asked.add(
          new Asked(
              "nlu-evaluation",
              row.getOrDefault("answerid", ""),
              row.getOrDefault("text", ""),
              row.get("scenario") + "_" + row.get("intent"),
              entities(row.getOrDefault("annotation", ""))));
    }
    return asked;
  }

  private static Map<String, List<String>> entities(String annotation) {
    Map<String, List<String>> entities = new HashMap<>();
    for (MatchResult entity : ENTITY.matcher(annotation).results().toList()) {
      entities
          .computeIfAbsent(entity.group(1), type -> new ArrayList<>())
          .add(entity.group(2).strip());
    }
    return entities;
  }
}
