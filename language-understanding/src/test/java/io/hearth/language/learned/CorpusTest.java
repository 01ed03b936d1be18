package io.hearth.language.learned;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.language.grammar.Senses;
import io.hearth.language.words.Lexicon;
import io.hearth.model.speech.Intent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CorpusTest {

  /** Nobody asks for these in words of their own: the first two are for other parts of Hearth. */
  private static final Set<Intent> WITHOUT_SENTENCES =
      Set.of(Intent.SCHEDULE, Intent.TEACH, Intent.FORGET, Intent.OUT_OF_DOMAIN);

  private static List<Sample> samples() throws IOException {
    return new Corpus(Path.of("src/main/corpus/en"), Lexicon.of("en").normalizer()).samples();
  }

  @Test
  void makesTheSameSentencesEachTime() throws IOException {
    assertThat(samples()).isEqualTo(samples()).hasSizeGreaterThan(5000);
  }

  @Test
  void hasSentencesOfEverySenseAndIntent() throws IOException {
    // Given
    Senses senses = Senses.of("en");
    // When
    Set<String> written =
        samples().stream()
            .map(Sample::sense)
            .filter(sense -> !sense.startsWith(LearnedModel.TALK))
            .collect(Collectors.toSet());
    // Then
    assertThat(written).isEqualTo(senses.names());
    Set<Intent> intents = new HashSet<>(WITHOUT_SENTENCES);
    written.forEach(
        name -> senses.sense(name).orElseThrow().form().intent().ifPresent(intents::add));
    assertThat(intents).containsExactlyInAnyOrder(Intent.values());
  }

  @Test
  void trainsTheSameWeightsTwice() throws Exception {
    // Given
    List<Sample> some =
        samples().stream().filter(sample -> sample.template() % 40 == 0).limit(120).toList();
    try (Encoder encoder = new Encoder()) {
      Training training = new Training(new Vectors(encoder));
      // When
      var once = training.senses(some);
      var again = training.senses(some);
      // Then
      assertThat(again.getTopFeatures(20)).isEqualTo(once.getTopFeatures(20));
    }
  }

  @Test
  void marksComeBackFromTheirLabels() throws IOException {
    assertThat(samples())
        .filteredOn(sample -> sample.marks().size() < 2)
        .allSatisfy(sample ->
            assertThat(Labels.marks(Labels.of(sample.words().size(), sample.marks())))
                .isEqualTo(sample.marks()));
  }
}
