package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.time.Duration;

/** A motion sensor tells a motion for a while and then forgets it. */
final class MotionHold implements Behaviour {

  private static final String MOTION = "motion";

  private final Duration hold;
  private Duration left;

  MotionHold(Duration hold) {
    this.hold = hold;
    this.left = hold;
  }

  @Override
  public void given(Body body, String property, Value value) {
    if (property.equals(MOTION)) {
      left = hold;
    }
  }

  @Override
  public void advance(Body body, Duration passed) {
    if (body.isTrue(MOTION)) {
      left = left.minus(passed);
      if (!left.isPositive()) {
        body.set(MOTION, Value.of(false));
        left = hold;
      }
    }
  }
}
