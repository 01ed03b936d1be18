package io.hearth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people say in the full house, and what comes of it; sayings.txt has the sentences. */
class SayingsTest {

  /** A conversation: who is where, and each sentence with what is to come of it. */
  record Conversation(String area, List<String> said, List<String> expected) {
    @Override
    public String toString() {
      return area + ": " + String.join(" > ", said);
    }
  }

  static Stream<Conversation> conversations() {
    List<Conversation> all = new ArrayList<>();
    for (String line : FullHouse.resource("sayings.txt").split("\n", -1)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int arrow = line.indexOf(" -> ");
      boolean goesOn = line.startsWith(">");
      int start = goesOn ? 1 : line.indexOf(':') + 1;
      if (!goesOn) {
        all.add(
            new Conversation(line.substring(0, start - 1), new ArrayList<>(), new ArrayList<>()));
      }
      all.getLast().said().add(line.substring(start, arrow).strip());
      all.getLast().expected().add(line.substring(arrow + 4).strip());
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void whatIsSaidComesToWhatWasMeant(Conversation conversation) {
    // Given
    FullHouse house = new FullHouse(conversation.area());

    // When
    List<String> told = conversation.said().stream().map(house::hear).map(FullHouse::told).toList();

    // Then
    assertThat(told).isEqualTo(conversation.expected());
  }
}
