package io.hearth.adapter.binding;

import io.hearth.model.device.Action;
import io.hearth.model.device.Effect;
import io.hearth.model.device.Value;
import io.hearth.model.state.Command;
import io.hearth.model.state.DeviceState;
import java.util.LinkedHashMap;
import java.util.Map;

/** What should hold after a command, by the catalogue's word on its action. */
final class Expected {

  private Expected() {}

  static Map<String, Value> of(Action action, Command command, DeviceState known) {
    Map<String, Value> expected = new LinkedHashMap<>();
    for (Effect effect : action.effects()) {
      Value value =
          switch (effect) {
            case Effect.SetTo(var property, var fixed) -> fixed;
            case Effect.SetFromArgument(var property, var argument) ->
                command.arguments().get(argument);
            case Effect.Adjust(var property) -> adjusted(property, command, known);
            case Effect.Invert(var property) ->
                known.value(property).orElse(null) instanceof Value.Bool(boolean was)
                    ? Value.of(!was)
                    : null;
          };
      if (value != null) {
        expected.put(effect.property(), value);
      }
    }
    return expected;
  }

  private static @org.jspecify.annotations.Nullable Value adjusted(
      String property, Command command, DeviceState known) {
    return known.value(property).orElse(null) instanceof Value.Number(double was)
            && command.arguments().get("delta") instanceof Value.Number(double delta)
        ? Value.of(was + delta)
        : null;
  }
}
