package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.time.Duration;

/** What is heated by running, such as the water of a kettle, boils at the end of the run. */
final class Boil implements Behaviour {

  private static final String TEMPERATURE = "temperature";
  private static final double ROOM = 21;
  private static final double BOILING = 100;

  private final double degreesPerSecond;
  private final Duration cooling;
  private double exact = ROOM;

  /**
   * @param run from room temperature to boiling
   * @param cooling time constant
   */
  Boil(Duration run, Duration cooling) {
    this.degreesPerSecond = (BOILING - ROOM) * 1000 / run.toMillis();
    this.cooling = cooling;
  }

  @Override
  public void begin(Body body) {
    body.begin(TEMPERATURE, Value.of(ROOM));
    exact = body.number(TEMPERATURE, ROOM);
  }

  @Override
  public void given(Body body, String property, Value value) {
    exact = body.number(TEMPERATURE, exact);
  }

  @Override
  public void advance(Body body, Duration passed) {
    exact =
        body.is("operation", "running")
            ? Math.min(BOILING, exact + degreesPerSecond * passed.toMillis() / 1000)
            : Lag.approach(exact, ROOM, passed, cooling);
    body.set(TEMPERATURE, Value.of(Math.rint(exact)));
  }
}
