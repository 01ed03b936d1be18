package io.hearth.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of the simulated home, which runs faster or slower than the real one. */
final class SimulatedTime implements InstantSource {

  private final InstantSource real;
  private final double speed;
  private final Instant start;

  SimulatedTime(InstantSource real, double speed) {
    this.real = real;
    this.speed = speed;
    this.start = real.instant();
  }

  @Override
  public Instant instant() {
    double passed = Duration.between(start, real.instant()).toNanos() * speed;
    return start.plusNanos((long) passed);
  }
}
