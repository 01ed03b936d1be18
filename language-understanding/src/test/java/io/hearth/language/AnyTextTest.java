package io.hearth.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Transcript;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyTextTest {

  private static final List<String> WORDS =
      List.of(
          "turn",
          "on",
          "off",
          "the",
          "light",
          "lights",
          "kitchen",
          "bedroom",
          "and",
          "then",
          ",",
          "all",
          "except",
          "in",
          "at",
          "seven",
          "9",
          "half",
          "past",
          "percent",
          "degrees",
          "every",
          "monday",
          "for",
          "an",
          "hour",
          "play",
          "jazz",
          "it",
          "them",
          "not",
          "don't",
          "set",
          "to",
          "is",
          "open",
          "window",
          "which",
          "how",
          "many",
          "blue",
          "warm",
          "a",
          "bit",
          "brighter",
          "no",
          "yes",
          "what",
          "garage",
          "door",
          "timer",
          "ten",
          "minutes",
          "twice",
          "by",
          "minus",
          "hundred",
          "point",
          "-5",
          "99999999999",
          "1:2:3",
          "°",
          "%",
          "'",
          "attic",
          "xyzzy",
          "second",
          "of",
          "both",
          "the other one",
          "when",
          "until",
          "sunset");

  @Property(tries = 300)
  void anyTextGivesOneToTwentyFourHypothesesInFallingOrder(@ForAll("texts") String text) {
    List<Hypothesis> hypotheses = Room.of("kitchen").hears(Transcript.of(text));

    assertThat(hypotheses).hasSizeBetween(1, 24);
    assertThat(hypotheses)
        .isSortedAccordingTo(Comparator.comparingDouble(Hypothesis::confidence).reversed());
    assertThat(hypotheses)
        .filteredOn(h -> h.isOutOfDomain() && h.requests().getFirst().problems().isEmpty())
        .hasSize(1);
  }

  @Property(tries = 300)
  void anyOrderOfTheWordsOfTheGrammarIsRead(@ForAll("sentences") String text) {
    assertThat(Room.of("kitchen").hears(Transcript.of(text))).isNotEmpty();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(Transcript.MAX_LENGTH)
        .filter(text -> !text.isBlank());
  }

  @Provide
  Arbitrary<String> sentences() {
    return Arbitraries.of(WORDS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(120)
        .map(words -> String.join(" ", words))
        .filter(text -> text.length() <= Transcript.MAX_LENGTH);
  }
}
