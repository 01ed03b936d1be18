package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.util.Map;
import java.util.Optional;

/** Reads the arguments of a command; a wrong shape counts as absent. */
final class Arguments {

  private Arguments() {}

  /** The first text under one of the names. */
  static Optional<String> text(Map<String, Value> arguments, String... names) {
    for (String name : names) {
      if (arguments.get(name) instanceof Value.Text(String text) && !text.isBlank()) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  static Optional<Value> any(Map<String, Value> arguments, String name) {
    return Optional.ofNullable(arguments.get(name));
  }

  static Optional<Double> number(Map<String, Value> arguments, String name) {
    return arguments.get(name) instanceof Value.Number(double value)
        ? Optional.of(value)
        : Optional.empty();
  }
}
