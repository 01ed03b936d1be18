package io.hearth.sim.physics;

import io.hearth.model.device.Property;
import io.hearth.model.device.Range;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/**
 * A property that behaves as its device type describes: it follows what is wished at some rate,
 * wanders by itself within bounds, and becomes something else after a while.
 */
final class Described implements Behaviour {

  private static final double PLACES = 1000;

  private final String property;
  private final Simulation.Motion motion;
  private final Duration latency;
  private final Random random;
  private Optional<Value> wished = Optional.empty();
  private Instant notBefore = Instant.EPOCH;
  private Instant since = Instant.EPOCH;
  private Value last = Value.of(false);

  Described(String property, Simulation.Motion motion, Duration latency, long seed) {
    this.property = property;
    this.motion = motion;
    this.latency = latency;
    this.random = new Random(seed ^ property.hashCode());
  }

  @Override
  public void begin(Body body) {
    motion.start().ifPresent(start -> body.begin(property, start));
    since = body.now();
    body.get(property).ifPresent(value -> last = value);
  }

  @Override
  public Optional<Answer> wish(Body body, String wishedProperty, Value value) {
    if (!wishedProperty.equals(property)) {
      return Optional.empty();
    }
    wished = Optional.of(value);
    notBefore = body.now().plus(latency);
    if (latency.isZero() && motion.rate() == 0) {
      follow(body, value, Duration.ZERO);
    }
    return Optional.of(Answer.accepted());
  }

  @Override
  public void given(Body body, String changed, Value value) {
    if (changed.equals(property)) {
      wished = Optional.empty();
    }
  }

  @Override
  public void advance(Body body, Duration passed) {
    if (wished.isPresent()) {
      if (!body.now().isBefore(notBefore)) {
        follow(body, wished.get(), passed);
      }
    } else if (motion.noise() > 0) {
      wander(body, passed);
    }
    step(body);
  }

  private void follow(Body body, Value target, Duration passed) {
    if (motion.rate() > 0
        && target instanceof Value.Number(double goal)
        && body.get(property).orElse(null) instanceof Value.Number(double now)) {
      double most = motion.rate() * passed.toMillis() / 1000.0;
      double next = Math.abs(goal - now) <= most ? goal : now + Math.copySign(most, goal - now);
      body.set(property, Value.of(rounded(next)));
      if (next == goal) {
        wished = Optional.empty();
      }
    } else {
      body.set(property, target);
      wished = Optional.empty();
    }
  }

  /** A walk whose mean distance in a minute is the noise. */
  private void wander(Body body, Duration passed) {
    if (!(body.get(property).orElse(null) instanceof Value.Number(double now))) {
      return;
    }
    double minutes = passed.toMillis() / 60_000.0;
    double next = now + random.nextGaussian() * motion.noise() * Math.sqrt(minutes);
    Range within =
        motion
            .within()
            .or(() -> body.device().property(property).map(Property::range))
            .orElse(new Range(-Double.MAX_VALUE, Double.MAX_VALUE));
    body.set(property, Value.of(rounded(within.clamp(next))));
  }

  private void step(Body body) {
    Value now = body.get(property).orElse(last);
    if (!now.equals(last)) {
      last = now;
      since = body.now();
    }
    for (Simulation.Step step : motion.steps()) {
      boolean due = !body.now().isBefore(since.plus(step.after()));
      if (due && step.from().equals(now)) {
        body.set(property, step.to());
        last = step.to();
        since = body.now();
        return;
      }
    }
  }

  private static double rounded(double value) {
    return Math.rint(value * PLACES) / PLACES;
  }
}
