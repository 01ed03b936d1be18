package io.hearth.sim;

import java.time.Duration;
import java.util.Random;

/** Pauses between attempts: each about twice as long as the one before, never quite the same. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Random random;
  private int failures;

  Backoff(long seed) {
    random = new Random(seed);
  }

  /** The next pause: half to all of 0.25 s, 0.5 s, 1 s and so on up to 5 s. */
  Duration next() {
    long full = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 10));
    failures++;
    return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
  }

  /** It worked, so the next failure is a first one. */
  void reset() {
    failures = 0;
  }
}
