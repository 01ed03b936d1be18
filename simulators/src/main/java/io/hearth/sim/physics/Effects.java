package io.hearth.sim.physics;

import io.hearth.model.device.Action;
import io.hearth.model.device.Effect;
import io.hearth.model.device.Property;
import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Works out what an action is to change, from the catalogue's data alone, so that a new device type
 * needs no code.
 *
 * @param wishes the wished value by property; empty when there is a problem
 * @param problem why the arguments will not do
 */
record Effects(Map<String, Value> wishes, Optional<String> problem) {

  static Effects of(Action action, Map<String, Value> arguments, Body body) {
    Map<String, Value> wishes = new LinkedHashMap<>();
    Optional<String> missing = Optional.empty();
    for (Effect effect : action.effects()) {
      Optional<Value> value = value(effect, arguments, body);
      if (value.isEmpty()) {
        missing = Optional.of("argument " + argumentOf(effect) + " is missing");
        continue;
      }
      Optional<String> problem =
          body.device().property(effect.property()).flatMap(p -> p.problemWith(value.get()));
      if (problem.isPresent()) {
        return new Effects(Map.of(), problem);
      }
      wishes.put(effect.property(), value.get());
    }
    for (String argument : action.arguments()) {
      // An argument named like a property is the value it is to take, e.g. a program.
      if (body.device().property(argument).isPresent()) {
        Arguments.any(arguments, argument).ifPresent(value -> wishes.putIfAbsent(argument, value));
      }
    }
    // An argument may be left out where the action means something without it.
    return wishes.isEmpty() && missing.isPresent()
        ? new Effects(Map.of(), missing)
        : new Effects(wishes, Optional.empty());
  }

  private static Optional<Value> value(Effect effect, Map<String, Value> arguments, Body body) {
    return switch (effect) {
      case Effect.SetTo(String property, Value value) -> Optional.of(value);
      case Effect.SetFromArgument(String property, String argument) ->
          Optional.ofNullable(arguments.get(argument));
      case Effect.Adjust(String property) ->
          Arguments.number(arguments, "delta").map(delta -> adjusted(property, delta, body));
      case Effect.Invert(String property) -> Optional.of(Value.of(!body.isTrue(property)));
    };
  }

  private static Value adjusted(String property, double delta, Body body) {
    double changed = body.number(property, 0) + delta;
    return Value.of(
        body.device()
            .property(property)
            .map(Property::range)
            .map(r -> r.clamp(changed))
            .orElse(changed));
  }

  private static String argumentOf(Effect effect) {
    return effect instanceof Effect.SetFromArgument(String property, String argument)
        ? argument
        : "delta";
  }
}
