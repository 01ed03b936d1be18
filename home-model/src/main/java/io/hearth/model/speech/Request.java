package io.hearth.model.speech;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing asked for, grounded in the home.
 *
 * @param slots the values heard, normalised, by the names of {@link Slots}
 * @param targets the devices meant, in the order of the home; empty where none is needed or found
 * @param grounding how the targets were found
 * @param schedule empty for now
 * @param problems what is already known to stand in the way; a request with problems may still have
 *     targets for its other part
 */
public record Request(
    Intent intent,
    Map<String, Value> slots,
    List<DeviceId> targets,
    Grounding grounding,
    Optional<Schedule> schedule,
    List<Problem> problems) {

  public Request {
    slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    targets = List.copyOf(targets);
    problems = List.copyOf(problems);
  }

  /** A request without device, e.g. "undo that". */
  public static Request of(Intent intent) {
    return new Request(intent, Map.of(), List.of(), Grounding.NONE, Optional.empty(), List.of());
  }

  public Optional<Value> slot(String name) {
    return Optional.ofNullable(slots.get(name));
  }

  /** The text of a slot, empty when it is absent or not text. */
  public Optional<String> word(String name) {
    return slots.get(name) instanceof Value.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The number of a slot, empty when it is absent or not a number. */
  public Optional<Double> number(String name) {
    return slots.get(name) instanceof Value.Number(double number)
        ? Optional.of(number)
        : Optional.empty();
  }

  public Request withTargets(List<DeviceId> newTargets, Grounding newGrounding) {
    return new Request(intent, slots, newTargets, newGrounding, schedule, problems);
  }
}
