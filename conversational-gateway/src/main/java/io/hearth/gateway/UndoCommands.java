package io.hearth.gateway;

import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.device.Action;
import io.hearth.model.device.Device;
import io.hearth.model.device.Effect;
import io.hearth.model.device.Value;
import io.hearth.model.state.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commands that bring back what was before others. */
final class UndoCommands {

  private static final String ON = "on";

  private UndoCommands() {}

  /** Brings back the values that the effects are about to change; the switch comes last. */
  static List<Command> of(Device device, List<ExpectedEffect> effects, Outlook before) {
    List<Command> commands = new ArrayList<>();
    List<Command> switches = new ArrayList<>();
    for (ExpectedEffect effect : effects) {
      if (effect.value() instanceof Value.Items(List<Value> entries)) {
        withdrawing(device, effect.property(), entries, before).ifPresent(commands::add);
        continue;
      }
      Optional<Value> previous = before.value(device.id(), effect.property());
      if (previous.isEmpty() || Values.same(effect.value(), previous.get())) {
        continue;
      }
      restoring(device, effect.property(), previous.get())
          .ifPresent(effect.property().equals(ON) ? switches::add : commands::add);
    }
    commands.addAll(switches);
    return commands.stream().distinct().toList();
  }

  /** Takes away the entry that is about to be added to a list. */
  private static Optional<Command> withdrawing(
      Device device, String property, List<Value> entries, Outlook before) {
    int many =
        before.value(device.id(), property).orElse(null) instanceof Value.Items(List<Value> known)
            ? known.size()
            : 0;
    if (entries.size() <= many || !(entries.getLast() instanceof Value.Fields(var added))) {
      return Optional.empty();
    }
    return switch (property) {
      case "items" -> withdrawing(device, "remove", "name", added.get("name"));
      case "alarms" -> withdrawing(device, "cancelAlarm", "id", added.get("time"));
      case "timers" -> withdrawing(device, "cancel", "name", added.get("name"));
      default -> Optional.empty();
    };
  }

  private static Optional<Command> withdrawing(
      Device device, String action, String argument, @Nullable Value name) {
    if (device.action(action).isEmpty() || name == null) {
      return Optional.empty();
    }
    return Optional.of(
        name.isText("")
            ? Command.of(device.id(), action)
            : new Command(device.id(), action, Map.of(argument, name)));
  }

  /** Brings about the opposite of effects that are yes or no. */
  static List<Command> opposite(Device device, List<ExpectedEffect> effects) {
    List<Command> commands = new ArrayList<>();
    for (ExpectedEffect effect : effects) {
      if (effect.value() instanceof Value.Bool(boolean yes)) {
        restoring(device, effect.property(), Value.of(!yes)).ifPresent(commands::add);
      }
    }
    return commands;
  }

  private static Optional<Command> restoring(Device device, String property, Value previous) {
    for (Action action : device.actions()) {
      for (Effect effect : action.effects()) {
        if (effect instanceof Effect.SetTo(String name, Value value)
            && name.equals(property)
            && Values.same(previous, value)
            && needsNothing(action)) {
          return Optional.of(Command.of(device.id(), action.name()));
        }
      }
    }
    for (Action action : device.actions()) {
      Map<String, Value> arguments = new LinkedHashMap<>();
      for (Effect effect : action.effects()) {
        if (effect instanceof Effect.SetFromArgument(String name, String argument)
            && name.equals(property)) {
          arguments.put(argument, previous);
        }
      }
      if (!arguments.isEmpty()) {
        return Optional.of(new Command(device.id(), action.name(), arguments));
      }
    }
    return Optional.empty();
  }

  /** Whether the action does its whole work without arguments, e.g. not one that plays a title. */
  private static boolean needsNothing(Action action) {
    return action.effects().stream().noneMatch(e -> e instanceof Effect.SetFromArgument)
        && !action.name().equals("play");
  }
}
