package io.hearth.model.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {

  @Test
  void theMostConfidentGuessComesFirst() {
    Transcript transcript =
        new Transcript(
            List.of(
                new Transcript.Alternative("lights", 0.3),
                new Transcript.Alternative("door", 0.6)));

    assertThat(transcript.best().text()).isEqualTo("door");
  }

  @Test
  void refusesEmptyAndEndlessSpeech() {
    assertThatThrownBy(() -> Transcript.of("  ")).hasMessageContaining("blank");
    assertThatThrownBy(() -> Transcript.of("x".repeat(1001)))
        .hasMessageContaining("1001 characters");
    assertThatThrownBy(() -> new Transcript.Alternative("x", 1.2)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> new Transcript(List.of())).hasMessageContaining("at least one");
  }

  @Test
  void everyIntentIsFoundByItsWord() {
    for (Intent intent : Intent.values()) {
      assertThat(Intent.ofWord(intent.word())).contains(intent);
    }
    assertThat(Intent.ofWord("Dance")).isEmpty();
  }
}
