package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.Optional;

/** A vacuum or mower makes its round, returns to its dock, and lives on its battery meanwhile. */
final class Rounds implements Behaviour {

  private static final String CLEANING = "cleaning";
  private static final String BATTERY = "battery";
  private static final double PERCENT_PER_MINUTE_USED = 1;
  private static final double PERCENT_PER_MINUTE_CHARGED = 2;

  private final Duration round;
  private final Duration wayHome;
  private Duration left = Duration.ZERO;
  private double charge = 100;

  Rounds(PhysicsConfig physics) {
    round = physics.cleaningRound();
    wayHome = physics.returnTravel();
  }

  @Override
  public void begin(Body body) {
    body.begin(CLEANING, Value.of("docked"));
    charge = body.number(BATTERY, charge);
    left = body.is(CLEANING, "returning") ? wayHome : round;
  }

  @Override
  public Optional<Answer> wish(Body body, String property, Value value) {
    if (!property.equals(CLEANING)) {
      return Optional.empty();
    }
    boolean home = value.isText("docked") || value.isText("returning");
    if (home) {
      if (!body.is(CLEANING, "docked") && !body.is(CLEANING, "returning")) {
        goHome(body);
      }
      return Optional.of(Answer.accepted());
    }
    if (value.isText("cleaning") && !body.is(CLEANING, "paused")) {
      left = round;
    }
    return Optional.empty();
  }

  @Override
  public void given(Body body, String property, Value value) {
    charge = body.number(BATTERY, charge);
    if (property.equals(CLEANING)) {
      left = body.is(CLEANING, "returning") ? wayHome : round;
    }
  }

  @Override
  public void obstruct(Body body, boolean obstructed) {
    if (obstructed && !body.is(CLEANING, "docked")) {
      body.set(CLEANING, "error");
    } else if (!obstructed && body.is(CLEANING, "error")) {
      body.set(CLEANING, "paused");
    }
  }

  @Override
  public void advance(Body body, Duration passed) {
    useBattery(body, passed);
    if (body.is(CLEANING, "cleaning")) {
      left = left.minus(passed);
      if (!left.isPositive()) {
        goHome(body);
      }
    } else if (body.is(CLEANING, "returning")) {
      left = left.minus(passed);
      if (!left.isPositive()) {
        body.set(CLEANING, "docked");
      }
    }
  }

  private void goHome(Body body) {
    left = wayHome;
    body.set(CLEANING, "returning");
  }

  private void useBattery(Body body, Duration passed) {
    double minutes = passed.toMillis() / 60_000.0;
    if (body.is(CLEANING, "docked")) {
      charge = Math.min(100, charge + minutes * PERCENT_PER_MINUTE_CHARGED);
    } else if (body.is(CLEANING, "cleaning") || body.is(CLEANING, "returning")) {
      charge = Math.max(0, charge - minutes * PERCENT_PER_MINUTE_USED);
    }
    if (body.has(BATTERY)) {
      body.set(BATTERY, Value.of(Math.rint(charge)));
    }
  }
}
