package io.hearth.sim.physics;

import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** A measured temperature wanders gently; where it is at a moment follows from seed and device. */
final class Drift implements Behaviour {

  private static final double SLOW_PERIOD = 5400;
  private static final double QUICK_PERIOD = 1740;

  private final String property;
  private final double amplitude;
  private final double slowPhase;
  private final double quickPhase;
  private double base;

  Drift(String property, Surroundings surroundings, Device device) {
    this.property = property;
    this.amplitude = surroundings.physics().temperatureDrift();
    Random random = new Random(surroundings.seed() ^ device.id().value().hashCode());
    slowPhase = random.nextDouble() * 2 * Math.PI;
    quickPhase = random.nextDouble() * 2 * Math.PI;
  }

  @Override
  public void begin(Body body) {
    rebase(body);
  }

  @Override
  public void given(Body body, String changed, Value value) {
    if (changed.equals(property)) {
      rebase(body);
    }
  }

  @Override
  public void advance(Body body, Duration passed) {
    if (body.has(property)) {
      body.set(property, Value.of(Math.rint((base + wave(body.now())) * 10) / 10));
    }
  }

  private void rebase(Body body) {
    base = body.number(property, 0) - wave(body.now());
  }

  private double wave(Instant at) {
    double seconds = at.toEpochMilli() / 1000.0;
    return amplitude
        * (0.7 * Math.sin(2 * Math.PI * seconds / SLOW_PERIOD + slowPhase)
            + 0.3 * Math.sin(2 * Math.PI * seconds / QUICK_PERIOD + quickPhase));
  }
}
