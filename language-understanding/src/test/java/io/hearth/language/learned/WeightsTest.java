package io.hearth.language.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {

  private static Weights again(Weights weights) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    weights.write(new DataOutputStream(bytes));
    return Weights.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  @Test
  void areNearlyTheSameAfterTheyWereStored() throws IOException {
    // Given
    Weights weights = Weights.of(List.of("one", "two"), new double[] {0.5, -0.5});
    weights.put("w:light", new double[] {2, -1});
    // When
    Weights read = again(weights);
    double[] scores = read.start();
    read.add("w:light", 0.5, scores);
    // Then
    assertThat(read.labels()).containsExactly("one", "two");
    assertThat(scores).containsExactly(new double[] {1.5, -1.0}, within(0.01));
  }

  @Test
  void knowNothingOfAFeatureThatWasNeverSeenOrSaysNothing() {
    // Given
    Weights weights = Weights.of(List.of("one", "two"), new double[] {0.5, -0.5});
    weights.put("w:the", new double[] {0.001, -0.002});
    double[] scores = weights.start();
    // When
    weights.add("w:the", 1, scores);
    weights.add("w:zebra", 1, scores);
    // Then
    assertThat(weights.features()).isZero();
    assertThat(scores).containsExactly(0.5, -0.5);
  }
}
