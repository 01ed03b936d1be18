package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.util.Optional;
import java.util.Set;

/**
 * A lamp or fan whose level is set switches itself on, and off at level 0; so does a lamp that is
 * given a colour.
 */
final class Level implements Behaviour {

  private static final Set<String> COLOURS = Set.of("color", "colorTemperature");
  private static final double FULL = 100;

  private final String level;

  /**
   * @param level the property that is 0 when it is off, in percent
   */
  Level(String level) {
    this.level = level;
  }

  @Override
  public void begin(Body body) {
    body.begin(level, Value.of(FULL));
  }

  @Override
  public Optional<Answer> wish(Body body, String property, Value value) {
    if (property.equals(level) && value instanceof Value.Number(double wished)) {
      switchTo(body, wished > 0);
    } else if (COLOURS.contains(property)) {
      switchTo(body, true);
    } else if (property.equals("on") && value.isTrue() && body.number(level, FULL) <= 0) {
      body.set(level, Value.of(FULL));
    }
    return Optional.empty();
  }

  private static void switchTo(Body body, boolean on) {
    if (body.has("on")) {
      body.set("on", Value.of(on));
    }
  }
}
