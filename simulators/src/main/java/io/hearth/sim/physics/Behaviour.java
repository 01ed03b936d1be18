package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One physical idea of a device, e.g. that a door takes time to open. */
interface Behaviour {

  /** Properties that it changes by itself as time passes; nobody else may. */
  default Set<String> moves() {
    return Set.of();
  }

  /** Gives what it cares for a first value where nothing is known. */
  default void begin(Body body) {}

  /** Answers an action as a whole; empty when it leaves that to others. */
  default Optional<Answer> act(Body body, String action, Map<String, Value> arguments) {
    return Optional.empty();
  }

  /**
   * Takes over a value that is wished for a property, by command or by hand; empty when the value
   * simply holds from now on.
   */
  default Optional<Answer> wish(Body body, String property, Value value) {
    return Optional.empty();
  }

  /** Learns that a property was given a value from outside, which already holds. */
  default void given(Body body, String property, Value value) {}

  /** Puts something in its way or takes it away. */
  default void obstruct(Body body, boolean obstructed) {}

  /** Lets time pass, up to the body's moment. */
  default void advance(Body body, Duration passed) {}
}
