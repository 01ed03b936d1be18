package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.Set;

/**
 * A room follows its thermostat slowly, and gets cold by itself when heating is off; so do the
 * inside of a refrigerator and the water of a heater.
 */
final class RoomHeat implements Behaviour {

  private static final String TEMPERATURE = "temperature";
  private static final String TARGET = "targetTemperature";
  private static final double UNHEATED = 17;

  private final Duration warming;
  private final double usual;
  private double exact;

  /**
   * @param warming time constant
   * @param usual the target of such a device where none is known, °C
   */
  RoomHeat(Duration warming, double usual) {
    this.warming = warming;
    this.usual = usual;
  }

  @Override
  public Set<String> moves() {
    return Set.of("temperature");
  }

  @Override
  public void begin(Body body) {
    body.begin(TARGET, Value.of(usual));
    body.begin(TEMPERATURE, Value.of(usual));
    if (body.device().action("setMode").isPresent()) {
      body.begin("mode", Value.of("heat"));
    }
    exact = body.number(TEMPERATURE, usual);
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
    exact = Lag.approach(exact, bound(body), passed, warming);
    body.set(TEMPERATURE, Value.of(Math.rint(exact * 10) / 10));
  }

  private double bound(Body body) {
    double target = body.number(TARGET, usual);
    if (body.is("mode", "heat")) {
      return Math.max(target, UNHEATED);
    }
    if (body.is("mode", "cool") || body.is("mode", "auto") || !body.has("mode")) {
      return target;
    }
    return UNHEATED;
  }
}
