package io.hearth.gateway;

import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.device.Action;
import io.hearth.model.device.Device;
import io.hearth.model.device.Effect;
import io.hearth.model.device.Property;
import io.hearth.model.device.Value;
import io.hearth.model.state.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a command brings about, worked out from the catalogue and the live state. */
final class Effects {

  private static final String ON = "on";

  /** Properties that switch a device on when they are set, off when they are set to zero. */
  private static final Set<String> WAKING =
      Set.of("brightness", "color", "colorTemperature", "fanSpeed");

  private Effects() {}

  static List<ExpectedEffect> of(Device device, Command command, Outlook outlook) {
    List<ExpectedEffect> effects = new ArrayList<>();
    device
        .action(command.action())
        .map(Action::effects)
        .orElse(List.of())
        .forEach(effect ->
            value(device, effect, command.arguments(), outlook)
                .map(value -> new ExpectedEffect(device.id(), effect.property(), value))
                .ifPresent(effects::add));
    switching(device, effects, outlook).ifPresent(effects::add);
    EntryEffects.of(device, command, outlook).ifPresent(effects::add);
    return effects;
  }

  private static Optional<Value> value(
      Device device, Effect effect, Map<String, Value> arguments, Outlook outlook) {
    return switch (effect) {
      case Effect.SetTo(String property, Value value) -> Optional.of(value);
      case Effect.SetFromArgument(String property, String argument) ->
          Optional.ofNullable(arguments.get(argument));
      case Effect.Adjust(String property) ->
          arguments.get(Arguments.DELTA) instanceof Value.Number(double delta)
              ? adjusted(device, property, delta, outlook)
              : Optional.empty();
      case Effect.Invert(String property) ->
          outlook.value(device.id(), property).map(value -> Value.of(!value.isTrue()));
    };
  }

  private static Optional<Value> adjusted(
      Device device, String name, double delta, Outlook outlook) {
    Optional<Double> now = outlook.number(device.id(), name);
    Optional<Property> property = device.property(name);
    return now.map(value -> value + delta)
        .map(value -> property.map(p -> p.range().clamp(value)).orElse(value))
        .map(value -> Value.of(Math.rint(value * 100) / 100));
  }

  /** Setting a level also switches what was off on, and setting it to zero switches it off. */
  private static Optional<ExpectedEffect> switching(
      Device device, List<ExpectedEffect> effects, Outlook outlook) {
    Optional<Value> on = outlook.value(device.id(), ON);
    if (device.property(ON).isEmpty()
        || on.isEmpty()
        || effects.stream().anyMatch(effect -> effect.property().equals(ON))) {
      return Optional.empty();
    }
    for (ExpectedEffect effect : effects) {
      boolean wakes = WAKING.contains(effect.property());
      boolean zero = effect.value() instanceof Value.Number(double number) && number == 0;
      if (on.get().isTrue() && wakes && zero) {
        return Optional.of(new ExpectedEffect(device.id(), ON, Value.of(false)));
      }
      if (!on.get().isTrue() && ((wakes && !zero) || effect.value().isText("playing"))) {
        return Optional.of(new ExpectedEffect(device.id(), ON, Value.of(true)));
      }
    }
    return Optional.empty();
  }
}
