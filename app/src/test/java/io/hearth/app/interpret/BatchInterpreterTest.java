package io.hearth.app.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BatchInterpreterTest {

  private static final HomeFiles FILES = new HomeFiles(Catalogues.builtIn());
  private static final DescribedHome FLAT = FILES.read(Path.of("../docs/examples/homes/flat.yaml"));
  private static final BatchInterpreter BOTH = BatchInterpreter.of(FILES.demo(), FLAT);

  private final JsonMapper json = JsonMapper.builder().build();

  private JsonNode ask(String line) {
    String answer = BOTH.interpret(line);
    assertThat(answer).doesNotContain("\n");
    return json.readTree(answer);
  }

  private static List<String> devices(JsonNode turn) {
    return turn.path("commands").valueStream().map(c -> c.path("device").asString("")).toList();
  }

  @Test
  void everyFieldOfTheContractIsThere() {
    JsonNode turn = ask("{\"id\":1,\"home\":\"demo\",\"text\":\"turn on the garage light\"}");

    assertThat(turn.propertyNames())
        .contains(
            "id",
            "decision",
            "intent",
            "intents",
            "score",
            "slots",
            "targets",
            "commands",
            "effects",
            "schedule",
            "answer",
            "reply",
            "alternatives",
            "evidence",
            "problem",
            "problems",
            "micros");
    assertThat(turn.path("id").intValue()).isEqualTo(1);
    assertThat(turn.path("schedule").isNull()).isTrue();
    assertThat(turn.path("problem").isNull()).isTrue();
    assertThat(turn.path("commands").path(0).toString())
        .isEqualTo("{\"device\":\"light.garage\",\"action\":\"turnOn\",\"args\":{}}");
    assertThat(turn.path("effects").path(0).toString())
        .isEqualTo("{\"device\":\"light.garage\",\"property\":\"on\",\"value\":true}");
  }

  @Test
  void effectsOfEarlierTurnsHoldInTheSameDialogueAndNowhereElse() {
    // Given
    ask("{\"id\":1,\"home\":\"demo\",\"text\":\"turn on the garage light\",\"dialogue\":\"a\"}");

    // When
    JsonNode same =
        ask("{\"id\":2,\"home\":\"demo\",\"text\":\"is the garage light on\",\"dialogue\":\"a\"}");
    JsonNode other =
        ask("{\"id\":3,\"home\":\"demo\",\"text\":\"is the garage light on\",\"dialogue\":\"b\"}");

    // Then
    assertThat(same.path("answer").path("value").asBoolean()).isTrue();
    assertThat(other.path("answer").path("value").asBoolean()).isFalse();
  }

  @Test
  void aDangerousThingIsDoneOnlyByTheLineWithTheYes() {
    // When
    JsonNode asked =
        ask(
            "{\"id\":1,\"home\":\"flat\",\"text\":\"unlock the entrance\",\"dialogue\":\"c\",\"area\":\"studio\"}");
    JsonNode yes =
        ask("{\"id\":2,\"home\":\"flat\",\"text\":\"yes\",\"dialogue\":\"c\",\"area\":\"studio\"}");

    // Then
    assertThat(asked.path("decision").asString("")).isEqualTo("confirm");
    assertThat(devices(asked)).containsExactly("lock.entrance");
    assertThat(yes.path("decision").asString("")).isEqualTo("act");
    assertThat(devices(yes)).containsExactly("lock.entrance");
  }

  @Test
  void stateOfALineIsMergedOverTheHomesState() {
    JsonNode turn =
        ask(
            "{\"id\":1,\"home\":\"demo\",\"text\":\"turn off the kitchen light\",\"area\":\"kitchen\",\"state\":{\"light.kitchen\":{\"on\":false}}}");

    assertThat(turn.path("decision").asString("")).isEqualTo("answer");
    assertThat(turn.path("commands").isEmpty()).isTrue();
    assertThat(turn.path("reply").asString("")).contains("already off");
  }

  @Test
  void aBadLineIsToldAndTheOthersGoOn() {
    assertThat(ask("nonsense").path("error").asString("")).startsWith("not JSON");
    assertThat(ask("{\"id\":\"x\",\"text\":\"hello\"}").path("error").asString(""))
        .isEqualTo("home is missing; loaded are [demo, flat]");
    assertThat(
            ask("{\"id\":\"x\",\"home\":\"demo\",\"text\":\"hi\",\"state\":{\"ghost\":{}}}")
                .path("error")
                .asString(""))
        .isEqualTo("no device 'ghost' in the home");
    assertThat(
            ask("{\"id\":\"x\",\"home\":\"demo\",\"text\":\"hi\",\"state\":{\"light.kitchen\":{\"brightness\":400}}}")
                .path("error")
                .asString(""))
        .contains("brightness must be 0 to 100% but is 400");
    assertThat(ask("{\"id\":\"y\",\"home\":\"demo\",\"text\":\"what time is it\"}").has("error"))
        .isFalse();
  }

  @Test
  void theScenesOfTheHandbookAllGiveALine() throws Exception {
    try (Stream<String> lines = Files.lines(Path.of("../docs/examples/scenes.ndjson"))) {
      assertThat(lines.filter(line -> !line.isBlank()).map(this::ask))
          .allSatisfy(answer -> assertThat(answer.has("decision") || answer.has("error")).isTrue());
    }
  }

  @Test
  void anExplainedAnswerTellsHowEachReadingWasMatchedAndWhatSpokeForIt() {
    // Given
    String line =
        "{\"id\":\"e\",\"home\":\"demo\",\"text\":\"please dim the hallway light\",\"area\":\"hallway\"}";

    // When
    JsonNode best = json.readTree(BOTH.explain(line)).path("candidates").path(0);
    String words = BOTH.explainInWords(line);

    // Then
    assertThat(best.path("requests").path(0).path("intent").asString())
        .isEqualTo("AdjustBrightness");
    assertThat(best.path("parse").valueStream().map(JsonNode::asString))
        .anyMatch(note -> note.startsWith("AdjustBrightness: "))
        .anyMatch(note -> note.startsWith("target: the hallway light"))
        .anyMatch(note -> note.startsWith("confidence ") && note.contains("fit "));
    assertThat(words)
        .startsWith("e  \"please dim the hallway light\" → act: ")
        .contains("target: the hallway light", "confidence ");
  }

  @Test
  void whatSpokeForAReadingIsTold() {
    // Given
    String line =
        "{\"home\":\"demo\",\"text\":\"what is the temperature\",\"area\":\"kitchen\","
            + "\"state\":{\"oven.kitchen\":{\"on\":true}}}";

    // When
    JsonNode best = json.readTree(BOTH.explain(line)).path("candidates").path(0);

    // Then
    assertThat(best.path("evidence").valueStream().map(e -> e.path("name").asString()))
        .contains("the oven is on");
    assertThat(BOTH.explainInWords(line)).containsPattern("\\+\\d\\.\\d\\d rule: the oven is on");
  }

  @Test
  void whatAWordLeftOverCostsIsTold() {
    String line = "{\"home\":\"demo\",\"text\":\"turn off the purple hallway light\"}";

    assertThat(BOTH.explainInWords(line)).contains("unexplained: purple (costs 1.1");
  }

  @Test
  void aBadLineIsToldAlsoWhenItWouldBeExplained() {
    assertThat(BOTH.explainInWords("{}")).contains("\"error\"");
  }

  @Test
  void marksWithoutAWordAreNothingForTheHome() {
    JsonNode turn = ask("{\"home\":\"demo\",\"text\":\"?!\"}");

    assertThat(turn.path("intent").asString()).isEqualTo("OutOfDomain");
  }
}
