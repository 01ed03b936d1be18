package io.hearth.app.bench.language;

import io.hearth.app.interpret.BatchInterpreter;
import io.hearth.registry.DescribedHome;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A home that is spoken to the way {@code interpret} does it, always at the same moment. */
final class Listener {

  private static final String EVENING = "2026-03-10T18:30:00Z";

  private final JsonMapper json = JsonMapper.builder().build();
  private final BatchInterpreter interpreter;
  private final Map<String, Object> always = new LinkedHashMap<>();

  /**
   * @param area where the microphone is
   */
  Listener(DescribedHome home, String area) {
    interpreter = BatchInterpreter.of(home);
    always.put("id", "bench");
    always.put("time", EVENING);
    if (!area.isEmpty()) {
      always.put("area", area);
    }
  }

  Understood hear(String text) {
    return hear(text, Map.of());
  }

  /**
   * @param state what holds, by device and property
   */
  Understood hear(String text, Map<String, Map<String, Object>> state) {
    return new Understood(json.readTree(interpreter.interpret(line(text, state))));
  }

  /** With all that competed, in the field {@code candidates}. */
  Understood explained(String text) {
    return new Understood(json.readTree(interpreter.explain(line(text))));
  }

  /** The line as it is written for {@code interpret}. */
  String line(String text) {
    return line(text, Map.of());
  }

  private String line(String text, Map<String, Map<String, Object>> state) {
    Map<String, Object> line = new LinkedHashMap<>(always);
    line.put("text", text);
    if (!state.isEmpty()) {
      line.put("state", state);
    }
    return json.writeValueAsString(line);
  }

  BatchInterpreter interpreter() {
    return interpreter;
  }
}
