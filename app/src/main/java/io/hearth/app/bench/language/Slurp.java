package io.hearth.app.bench.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SLURP: requests to a home assistant as they were written, and as a recogniser heard them. */
final class Slurp {

  static final String GOLD = "slurp/gold_devel_and_fold_a.tsv";
  static final String HEARD = "slurp/asr_fold_a.tsv";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Slurp() {}

  static List<Asked> gold(Path data) {
    List<Asked> asked = new ArrayList<>();
    for (Map<String, String> row : Table.rows(data.resolve(GOLD))) {
      asked.add(
          new Asked(
              "slurp",
              cell(row, "slurp_id"),
              cell(row, "sentence"),
              cell(row, "scenario") + "_" + cell(row, "action"),
              entities(cell(row, "entities_json"))));
    }
    return asked;
  }

  /** The entities are those of the written request, since nobody marked them in what was heard. */
  static List<Asked> heard(Path data) {
    Map<String, Asked> byId = new HashMap<>();
    gold(data).forEach(one -> byId.put(one.id(), one));
    List<Asked> asked = new ArrayList<>();
    for (Map<String, String> row : Table.rows(data.resolve(HEARD))) {
      Asked written = byId.get(cell(row, "slurp_id"));
      asked.add(
          new Asked(
              "slurp-asr",
              cell(row, "file"),
              cell(row, "asr_text"),
              cell(row, "gold_intent"),
              written == null ? Map.of() : written.entities()));
    }
    return asked;
  }

  private static Map<String, List<String>> entities(String json) {
    Map<String, List<String>> entities = new HashMap<>();
    for (JsonNode entity : JSON.readTree(json)) {
      entities
          .computeIfAbsent(entity.path("type").asString(), type -> new ArrayList<>())
          .add(entity.path("filler").asString());
    }
    return entities;
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
