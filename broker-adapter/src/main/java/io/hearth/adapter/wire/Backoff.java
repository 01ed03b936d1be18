package io.hearth.adapter.wire;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubling from {@code first} up to {@code longest}, each
 * wait between half of that and all of it, so that many homes do not come back at one moment.
 */
public final class Backoff {

  private static final int MAX_DOUBLINGS = 20;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private int failures;

  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "waits must rise from above 0 but are " + first + " and " + longest);
    }
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /** The wait after one more failure; not thread-safe. */
  public Duration next() {
    long doubled = first.toMillis() << Math.min(failures++, MAX_DOUBLINGS);
    long half = Math.min(doubled, longest.toMillis()) / 2;
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }

  /** An attempt succeeded: the next wait is short again. */
  public void reset() {
    failures = 0;
  }

  public int failures() {
    return failures;
  }
}
