package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.Set;

/**
 * An oven takes time to get hot and to cool: its temperature approaches where it is bound for by
 * the same share of the rest in every moment.
 */
final class OvenHeat implements Behaviour {

  private static final String TEMPERATURE = "temperature";
  private static final String TARGET = "targetTemperature";
  private static final double KITCHEN = 22;
  private static final double USUAL_TARGET = 180;

  private final Duration heating;
  private final Duration cooling;
  private double exact;

  OvenHeat(PhysicsConfig physics) {
    heating = physics.ovenHeating();
    cooling = physics.ovenCooling();
  }

  @Override
  public Set<String> moves() {
    return Set.of("temperature");
  }

  @Override
  public void begin(Body body) {
    body.begin(TARGET, Value.of(USUAL_TARGET));
    body.begin(TEMPERATURE, Value.of(KITCHEN));
    exact = body.number(TEMPERATURE, KITCHEN);
  }

  @Override
  public void given(Body body, String property, Value value) {
    exact = body.number(TEMPERATURE, exact);
  }

  @Override
  public void advance(Body body, Duration passed) {
    if (!body.has(TEMPERATURE)) {
      return;
    }
    double bound = body.isTrue("on") ? body.number(TARGET, USUAL_TARGET) : KITCHEN;
    exact = Lag.approach(exact, bound, passed, exact < bound ? heating : cooling);
    body.set(TEMPERATURE, Value.of(Math.rint(exact)));
  }
}
