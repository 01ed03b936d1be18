package io.hearth.language.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabellerTest {

  private static final List<String> LABELS = List.of("O", "B-x", "I-x");

  /** A labeller to which "a" begins a stretch, "b" goes on with it, and nothing else is in one. */
  private static Labeller labeller() {
    Weights weights = Weights.of(LABELS, new double[] {2, 0, 0});
    weights.put("w=a", new double[] {-4, 3, 0});
    weights.put("w=b", new double[] {0, 3, 1});
    float[][] follows = {{0, 0, -9}, {0, -1, 1.5f}, {0, 0, 1}};
    return new Labeller(weights, follows);
  }

  @Test
  void choosesTheLabelsThatAreLikeliestTogether() {
    assertThat(labeller().labels(List.of("c", "a", "b", "c")))
        .containsExactly("O", "B-x", "I-x", "O");
  }

  @Test
  void neverGoesOnWithWhatWasNotBegun() {
    assertThat(labeller().labels(List.of("c", "b", "c"))).containsExactly("O", "B-x", "O");
  }

  @Test
  void hasNoLabelsForNoWords() {
    assertThat(labeller().labels(List.of())).isEmpty();
  }
}
