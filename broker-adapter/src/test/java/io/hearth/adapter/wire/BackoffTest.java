package io.hearth.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {

  @Property(tries = 200)
  void eachWaitIsBetweenHalfAndAllOfTheDoubledOneAndNeverAboveTheLongest(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int failures) {
    // Given
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), new Random(seed));
    Duration wait = backoff.next();
    // When
    for (int i = 0; i < failures; i++) {
      wait = backoff.next();
    }
    // Then
    long whole = Math.min(10_000, 100L << Math.min(failures, 20));
    assertThat(wait.toMillis()).isBetween(whole / 2, whole);
    // When
    backoff.reset();
    // Then
    assertThat(backoff.next().toMillis()).isBetween(50L, 100L);
  }
}
