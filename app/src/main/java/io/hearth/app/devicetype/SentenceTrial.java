package io.hearth.app.devicetype;

import io.hearth.app.interpret.BatchInterpreter;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.owntype.Place;
import io.hearth.model.owntype.Samples;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tries what people say to a device of a type, in a home that has one such device. */
public final class SentenceTrial {

  private static final String HOME = "device-type";

  private final JsonMapper json = JsonMapper.builder().build();
  private final OwnType type;

  public SentenceTrial(OwnType type) {
    this.type = type;
  }

  /** All sentences of the file. */
  public List<Finding> sentences() {
    List<String> lines = lines();
    return lines.isEmpty() ? List.of() : run(lines);
  }

  /**
   * Lines as {@link #lines} writes them.
   *
   * @throws IllegalArgumentException for a line that is no JSON object
   */
  public List<Finding> run(List<String> lines) {
    BatchInterpreter interpreter = BatchInterpreter.of(home());
    List<Finding> findings = new ArrayList<>();
    for (String line : lines) {
      findings.add(finding(line, json.readTree(interpreter.interpret(line))));
    }
    return findings;
  }

  private Finding finding(String line, JsonNode turn) {
    JsonNode asked = json.readTree(line);
    JsonNode expect = asked.path("expect");
    JsonNode command = turn.path("commands").path(0);
    boolean passed =
        expect.path("intent").asString("").equals(turn.path("intent").asString(""))
            && agrees(expect.path("action"), command.path("action"))
            && agrees(expect.path("property"), turn.path("slots").path("property"))
            && expect.path("arguments").properties().stream()
                .allMatch(
                    entry -> agrees(entry.getValue(), command.path("args").path(entry.getKey())));
    Map<String, Object> actual = new LinkedHashMap<>();
    for (String key : List.of("decision", "intent", "slots", "commands", "reply", "error")) {
      if (!turn.path(key).isMissingNode() && !turn.path(key).isNull()) {
        actual.put(key, turn.path(key));
      }
    }
    return new Finding(
        "sentence \"" + asked.path("text").asString("") + "\"",
        asked.path("line").asInt(0),
        passed,
        expect.toString(),
        json.writeValueAsString(actual));
  }

  private static boolean agrees(JsonNode expected, JsonNode actual) {
    if (expected.isMissingNode()) {
      return true;
    }
    boolean numbers = expected.isNumber() && actual.isNumber();
    return numbers ? expected.asDouble() == actual.asDouble() : expected.equals(actual);
  }

  /** The sentences as input of {@code ./hearth interpret}, with what is expected of each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Samples.Sentence sentence : type.samples().sentences()) {
      Map<String, Object> expect = new LinkedHashMap<>();
      expect.put("intent", sentence.intent());
      sentence.action().ifPresent(action -> expect.put("action", action));
      sentence.property().ifPresent(property -> expect.put("property", property));
      if (!sentence.arguments().isEmpty()) {
        expect.put("arguments", raw(sentence.arguments()));
      }
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("id", type.id() + "-" + (lines.size() + 1));
      line.put("text", sentence.say());
      line.put("expect", expect);
      line.put("line", sentence.line());
      lines.add(json.writeValueAsString(line));
    }
    return lines;
  }

  /** A home with one such device. */
  public DescribedHome home() {
    HomeFiles files = new HomeFiles(Catalogues.builtIn().with(List.of(type.type())));
    return files.read(homeText(), "home of one " + type.id());
  }

  /** That home as a home file. */
  public String homeText() {
    Map<String, String> variables = type.instances().example(type.samples());
    Map<String, Object> device = new LinkedHashMap<>();
    device.put("id", Place.fill(type.instances().id(), variables));
    device.put("name", Place.fill(type.instances().name(), variables));
    device.put(
        "aliases", type.instances().aliases().stream().map(a -> Place.fill(a, variables)).toList());
    device.put("type", type.id());
    type.instances().kind().ifPresent(kind -> device.put("kind", Place.fill(kind, variables)));
    device.put("without", without());
    type.samples().told().stream()
        .findFirst()
        .ifPresent(told -> device.put("state", raw(told.state())));
    Map<String, Object> home = new LinkedHashMap<>();
    home.put("home", Map.of("id", HOME, "name", "Home of one " + type.id()));
    home.put("devices", List.of(device));
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(home) + "\n";
  }

  private List<String> without() {
    return type.type().capabilities().stream()
        .flatMap(capability -> capability.actions().stream())
        .map(action -> action.name())
        .filter(action -> !type.orders().containsKey(action))
        .distinct()
        .toList();
  }

  private static Map<String, Object> raw(Map<String, Value> values) {
    Map<String, Object> raw = new LinkedHashMap<>();
    values.forEach((name, value) -> raw.put(name, value.raw()));
    return raw;
  }
}
