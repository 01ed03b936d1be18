package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A coffee maker, kettle or washer runs for its time, is done for a while, and idle again. */
final class Operation implements Behaviour {

  private static final String OPERATION = "operation";
  private static final String REMAINING = "remaining";

  /** The time left is told in steps of this many seconds. */
  private static final double STEP = 5;

  private final Duration run;
  private final Duration doneHold;
  private Duration left = Duration.ZERO;

  Operation(Duration run, Duration doneHold) {
    this.run = run;
    this.doneHold = doneHold;
  }

  @Override
  public void begin(Body body) {
    body.begin(OPERATION, Value.of("idle"));
    left = body.is(OPERATION, "done") ? doneHold : run;
  }

  @Override
  public Optional<Answer> act(Body body, String action, Map<String, Value> arguments) {
    return switch (action) {
      case "start" ->
          body.is(OPERATION, "running")
              ? Optional.of(Answer.notNow("already running"))
              : Optional.empty();
      case "pause" ->
          body.is(OPERATION, "running")
              ? Optional.empty()
              : Optional.of(Answer.notNow("not running"));
      case "resume" ->
          body.is(OPERATION, "paused")
              ? Optional.empty()
              : Optional.of(Answer.notNow("not paused"));
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Answer> wish(Body body, String property, Value value) {
    if (property.equals(OPERATION)) {
      enter(body, value);
    }
    return Optional.empty();
  }

  @Override
  public void given(Body body, String property, Value value) {
    wish(body, property, value);
  }

  @Override
  public void advance(Body body, Duration passed) {
    if (body.is(OPERATION, "running")) {
      left = left.minus(passed);
      if (left.isPositive()) {
        tellLeft(body);
      } else {
        left = doneHold;
        body.set(REMAINING, Value.of(0));
        body.set(OPERATION, "done");
      }
    } else if (body.is(OPERATION, "done")) {
      left = left.minus(passed);
      if (!left.isPositive()) {
        body.set(OPERATION, "idle");
      }
    }
  }

  private void enter(Body body, Value wished) {
    if (wished.isText("running")) {
      if (!body.is(OPERATION, "paused")) {
        left = run;
      }
      tellLeft(body);
    } else if (wished.isText("done")) {
      left = doneHold;
    } else if (wished.isText("idle")) {
      body.set(REMAINING, Value.of(0));
    }
  }

  private void tellLeft(Body body) {
    body.set(REMAINING, Value.of(Math.ceil(left.toMillis() / 1000.0 / STEP) * STEP));
  }
}
