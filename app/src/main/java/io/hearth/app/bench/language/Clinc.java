package io.hearth.app.bench.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CLINC150: what people ask assistants of banks, cars, travel and talk, and what none serves. */
final class Clinc {

  static final String FILE = "clinc150/train_val.json";

  private Clinc() {}

  static List<Asked> requests(Path data) {
    JsonNode parts = JsonMapper.builder().build().readTree(data.resolve(FILE).toFile());
    List<Asked> asked = new ArrayList<>();
    parts
        .properties()
        .forEach(part -> {
          int number = 0;
          for (JsonNode pair : part.getValue()) {
            asked.add(
                new Asked(
                    "clinc150",
                    part.getKey() + "-" + number++,
                    pair.path(0).asString(),
                    pair.path(1).asString(),
                    Map.of()));
          }
        });
    return asked;
  }
}
