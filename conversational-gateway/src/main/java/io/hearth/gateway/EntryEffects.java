package io.hearth.gateway;

import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.model.state.Command;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a command brings about in a property that is a list: items, timers, alarms, events. The id
 * of a new entry is the device's to give and not told.
 */
final class EntryEffects {

  private static final List<String> LISTS = List.of("items", "timers", "alarms", "events");

  private final Device device;
  private final Command command;
  private final String property;
  private final List<Map<String, Value>> entries;

  private EntryEffects(Device device, Command command, String property, Outlook outlook) {
    this.device = device;
    this.command = command;
    this.property = property;
    this.entries = entries(outlook.value(device.id(), property));
  }

  /** The effect on the device's list; empty where it has none or nothing is known of it. */
  static Optional<ExpectedEffect> of(Device device, Command command, Outlook outlook) {
    return LISTS.stream()
        .filter(name -> device.property(name).isPresent())
        .findFirst()
        .flatMap(name -> new EntryEffects(device, command, name, outlook).effect());
  }

  private Optional<ExpectedEffect> effect() {
    Optional<List<Map<String, Value>>> after =
        switch (command.action()) {
          case "add" -> Optional.of(added()).filter(entry -> !entry.isEmpty()).map(this::with);
          case "start" -> Optional.of(with(timer()));
          case "setAlarm" -> Optional.of(with(alarm()));
          case "complete" -> changed(entry -> put(entry, "done", Value.of(true)));
          case "pause" -> changed(entry -> put(entry, "state", Value.of("paused")));
          case "resume" -> changed(entry -> put(entry, "state", Value.of("running")));
          case "adjust" -> changed(this::adjusted);
          case "remove", "cancel", "cancelAlarm" -> changed(entry -> Map.of());
          default -> Optional.empty();
        };
    return after.map(list ->
        new ExpectedEffect(
            device.id(),
            property,
            new Value.Items(list.stream().<Value>map(Value.Fields::new).toList())));
  }

  private static List<Map<String, Value>> entries(Optional<Value> value) {
    List<Map<String, Value>> entries = new ArrayList<>();
    if (value.orElse(null) instanceof Value.Items(List<Value> items)) {
      for (Value item : items) {
        entries.add(
            item instanceof Value.Fields(Map<String, Value> fields)
                ? fields
                : Map.of("name", item));
      }
    }
    return entries;
  }

  private List<Map<String, Value>> with(Map<String, Value> entry) {
    List<Map<String, Value>> after = new ArrayList<>(entries);
    after.add(entry);
    return after;
  }

  private Map<String, Value> added() {
    Map<String, Value> entry = new LinkedHashMap<>(command.arguments());
    if (property.equals("items")) {
      entry.put("done", Value.of(false));
    }
    return entry;
  }

  private Map<String, Value> timer() {
    Map<String, Value> entry = new LinkedHashMap<>();
    entry.put("name", command.arguments().getOrDefault("name", Value.of("")));
    Value seconds = seconds(command.arguments().get("duration"));
    entry.put("duration", seconds);
    entry.put("remaining", seconds);
    entry.put("state", Value.of("running"));
    return entry;
  }

  private static Value seconds(@Nullable Value duration) {
    if (duration instanceof Value.Text(String text)) {
      try {
        return Value.of((double) Duration.parse(text).toSeconds());
      } catch (DateTimeParseException e) {
        return duration;
      }
    }
    return duration == null ? Value.of(0) : duration;
  }

  private Map<String, Value> alarm() {
    Map<String, Value> entry = new LinkedHashMap<>(command.arguments());
    entry.put("enabled", Value.of(true));
    return entry;
  }

  private Map<String, Value> adjusted(Map<String, Value> entry) {
    double delta = command.arguments().get("delta") instanceof Value.Number(double d) ? d : 0;
    return entry.get("remaining") instanceof Value.Number(double left)
        ? put(entry, "remaining", Value.of(Math.max(0, left + delta)))
        : entry;
  }

  /** The list with the entry meant changed, or left out where the change leaves nothing. */
  private Optional<List<Map<String, Value>>> changed(UnaryOperator<Map<String, Value>> change) {
    List<Map<String, Value>> meant = entries.stream().filter(this::isMeant).toList();
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Value> first = meant.getFirst();
    List<Map<String, Value>> after = new ArrayList<>();
    for (Map<String, Value> entry : entries) {
      Map<String, Value> next = entry.equals(first) ? change.apply(entry) : entry;
      if (!next.isEmpty()) {
        after.add(next);
      }
    }
    return Optional.of(after);
  }

  /** Whether its name, label, id or time was said; any where none was. */
  private boolean isMeant(Map<String, Value> entry) {
    List<Value> said =
        command.arguments().entrySet().stream()
            .filter(argument -> !argument.getKey().equals(Arguments.DELTA))
            .map(Map.Entry::getValue)
            .toList();
    return said.isEmpty()
        || entry.values().stream().anyMatch(v -> said.stream().anyMatch(s -> Values.same(s, v)));
  }

  private static Map<String, Value> put(Map<String, Value> entry, String field, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(entry);
    changed.put(field, value);
    return changed;
  }
}
