package io.hearth.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.language.words.DataFile;
import io.hearth.model.speech.Request;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** German sentences said to a German home, as {@code de/sentences.yaml} lists them. */
class GermanTest {

  private static final Interpreter GERMAN = Interpreter.of("de");
  private static final DescribedHome HOME =
      new HomeFiles(Catalogues.builtIn()).read(Path.of("../docs/examples/homes/wohnung.yaml"));
  private static final Set<String> OTHER_KEYS = Set.of("say", "in", "is", "of", "later");

  static Stream<Sentence> sentences() {
    List<Sentence> all = new ArrayList<>();
    for (JsonNode node : DataFile.read("de/sentences.yaml").all()) {
      all.add(new Sentence(node));
    }
    return all.stream();
  }

  record Sentence(JsonNode node) {
    @Override
    public String toString() {
      return node.get("say").asString();
    }
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void aGermanSentenceIsUnderstood(Sentence sentence) {
    // Given
    JsonNode node = sentence.node();
    String area = node.get("in") == null ? "wohnzimmer" : node.get("in").asString();
    Room room = Room.in(HOME, area).understoodBy(GERMAN);
    // When
    List<Request> requests = room.requests(sentence.toString());
    // Then
    Request first = requests.getFirst();
    assertThat(requests)
        .extracting(request -> request.intent().word())
        .containsExactlyElementsOf(DataFile.texts(node.get("is")));
    if (node.get("of") != null) {
      assertThat(Room.ids(first))
          .containsExactlyInAnyOrderElementsOf(DataFile.texts(node.get("of")));
    }
    if (node.get("later") != null) {
      assertThat(first.schedule()).isPresent();
    }
    DataFile.entries(node)
        .forEach((key, value) -> {
          if (!OTHER_KEYS.contains(key)) {
            checkSlot(first, key, value);
          }
        });
  }

  private static void checkSlot(Request request, String key, JsonNode expected) {
    if (expected.isNumber()) {
      assertThat(request.number(key)).as(key).hasValue(expected.asDouble());
    } else {
      assertThat(request.word(key)).as(key).hasValue(expected.asString());
    }
  }
}
