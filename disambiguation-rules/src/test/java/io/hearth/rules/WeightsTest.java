package io.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {

  @Test
  void readsWeightGroupAndRule() {
    // When
    Weights weights = Weights.read("w", "# a comment\n\n +1.5  place  People are here \n");

    // Then
    assertThat(weights.of("People are here")).isEqualTo(1.5);
    assertThat(weights.groupOf("People are here")).isEqualTo("place");
  }

  @Test
  void namesTheLineThatItCannotRead() {
    assertThatThrownBy(() -> Weights.read("w", "\n1.0 place"))
        .hasMessage("w:2: expected weight, group and rule");
    assertThatThrownBy(() -> Weights.read("w", "much place A rule"))
        .hasMessage("w:1: 'much' is not a number");
    assertThatThrownBy(() -> Weights.read("w", "1 a R\n2 a R"))
        .hasMessage("w:2: 'R' has a weight already");
  }

  @Test
  void rulesAndWeightsMustMatch() {
    // Given
    Weights weights = Weights.read("w", "1 model confidence\n1 place A");

    // Then
    weights.requireExactly(List.of("A"));
    assertThatThrownBy(() -> weights.requireExactly(List.of("A", "B")))
        .hasMessage("rule 'B' has no weight");
    assertThatThrownBy(() -> weights.requireExactly(List.of()))
        .hasMessage("there is a weight for 'A' but no such rule");
  }
}
