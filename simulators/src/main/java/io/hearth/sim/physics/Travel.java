package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A door, blind or valve takes time from closed (0 %) to open (100 %), and stops at what is in its
 * way. A garage door or gate that closes upon something opens again.
 */
final class Travel implements Behaviour {

  private static final String POSITION = "position";
  private static final String MOVING = "moving";
  private static final String STOPPED = "stopped";
  private static final String OBSTRUCTED = "obstructed";

  /** Where something stands in the way of what is fully open or closed. */
  private static final double USUAL_OBSTACLE = 35;

  private final double percentPerSecond;
  private final boolean door;
  private double position;
  private double target;
  private OptionalDouble obstacle = OptionalDouble.empty();

  /** The direction in which it can leave the obstacle it stands at: 1 opens, −1 closes, 0 none. */
  private double wayOut;

  /**
   * @param travel from closed to open
   * @param door whether it opens again when it closes upon something
   */
  Travel(Duration travel, boolean door) {
    this.percentPerSecond = 100_000.0 / travel.toMillis();
    this.door = door;
  }

  @Override
  public Set<String> moves() {
    return Set.of(POSITION, MOVING);
  }

  @Override
  public void begin(Body body) {
    body.begin(POSITION, Value.of(0));
    body.begin(MOVING, Value.of(STOPPED));
    position = body.number(POSITION, 0);
    target = position;
  }

  @Override
  public Optional<Answer> act(Body body, String action, Map<String, Value> arguments) {
    if (!action.equals("stop")) {
      return Optional.empty();
    }
    stop(body);
    return Optional.of(Answer.accepted());
  }

  @Override
  public Optional<Answer> wish(Body body, String property, Value value) {
    if (property.equals(MOVING) && value.isText(STOPPED)) {
      stop(body);
      return Optional.of(Answer.accepted());
    }
    if (property.equals(POSITION) && value instanceof Value.Number(double wished)) {
      return Optional.of(moveTo(body, wished));
    }
    return Optional.empty();
  }

  @Override
  public void given(Body body, String property, Value value) {
    if (property.equals(POSITION)) {
      position = body.number(POSITION, position);
      stop(body);
    }
  }

  @Override
  public void obstruct(Body body, boolean obstructed) {
    wayOut = 0;
    if (!obstructed) {
      obstacle = OptionalDouble.empty();
      body.set(OBSTRUCTED, Value.of(false));
      return;
    }
    boolean atAnEnd = position <= 0 || position >= 100;
    obstacle = OptionalDouble.of(atAnEnd && !isMoving() ? USUAL_OBSTACLE : position);
    if (isMoving() && !atAnEnd) {
      meetObstacle(body);
    }
  }

  @Override
  public void advance(Body body, Duration passed) {
    if (!isMoving()) {
      return;
    }
    double way = direction() * percentPerSecond * passed.toMillis() / 1000;
    double next = Math.abs(way) < Math.abs(target - position) ? position + way : target;
    if (isObstacleBefore(next)) {
      meetObstacle(body);
      return;
    }
    position = next;
    wayOut = 0;
    body.set(POSITION, Value.of(Math.rint(position)));
    if (!isMoving()) {
      body.set(MOVING, STOPPED);
    }
  }

  private Answer moveTo(Body body, double wished) {
    double wishedDirection = Math.signum(wished - position);
    if (wayOut != 0 && wishedDirection == -wayOut) {
      return Answer.notNow(OBSTRUCTED);
    }
    target = wished;
    if (isMoving() && body.isTrue(OBSTRUCTED)) {
      body.set(OBSTRUCTED, Value.of(false));
    }
    tellDirection(body);
    return Answer.accepted();
  }

  private void meetObstacle(Body body) {
    position = obstacle.orElse(position);
    wayOut = -direction();
    body.set(POSITION, Value.of(Math.rint(position)));
    body.set(OBSTRUCTED, Value.of(true));
    target = door && wayOut > 0 ? 100 : position;
    tellDirection(body);
  }

  private boolean isObstacleBefore(double next) {
    if (obstacle.isEmpty()) {
      return false;
    }
    double at = obstacle.getAsDouble();
    return at == position
        ? direction() != wayOut
        : Math.min(position, next) <= at && at <= Math.max(position, next);
  }

  private void stop(Body body) {
    target = position;
    tellDirection(body);
  }

  private void tellDirection(Body body) {
    body.set(MOVING, isMoving() ? (target > position ? "opening" : "closing") : STOPPED);
  }

  private boolean isMoving() {
    return target != position;
  }

  private double direction() {
    return Math.signum(target - position);
  }
}
