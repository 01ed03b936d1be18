package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.Optional;

/** A lock turns its bolt for a moment, and jams when something is in the way. */
final class Bolt implements Behaviour {

  private static final String LOCKED = "locked";
  private static final String JAMMED = "jammed";

  private final Duration travel;
  private Optional<Value> wished = Optional.empty();
  private Duration left = Duration.ZERO;
  private boolean obstructed;

  Bolt(Duration travel) {
    this.travel = travel;
  }

  @Override
  public void begin(Body body) {
    body.begin(LOCKED, Value.of(true));
    body.begin(JAMMED, Value.of(false));
  }

  @Override
  public Optional<Answer> wish(Body body, String property, Value value) {
    if (!property.equals(LOCKED)) {
      return Optional.empty();
    }
    wished = Optional.of(value);
    left = travel;
    return Optional.of(Answer.accepted());
  }

  @Override
  public void given(Body body, String property, Value value) {
    if (property.equals(LOCKED)) {
      wished = Optional.empty();
    }
  }

  @Override
  public void obstruct(Body body, boolean nowObstructed) {
    obstructed = nowObstructed;
    if (!obstructed && body.has(JAMMED)) {
      body.set(JAMMED, Value.of(false));
    }
  }

  @Override
  public void advance(Body body, Duration passed) {
    if (wished.isEmpty()) {
      return;
    }
    left = left.minus(passed);
    if (!left.isPositive()) {
      turn(body, wished.get());
      wished = Optional.empty();
    }
  }

  private void turn(Body body, Value locked) {
    if (obstructed && !body.get(LOCKED).equals(Optional.of(locked))) {
      body.set(JAMMED, Value.of(true));
    } else {
      body.set(LOCKED, locked);
    }
  }
}
