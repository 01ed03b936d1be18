package io.hearth.language;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.speech.Slots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What makes two readings the same: what is asked of which devices and when, not the words by which
 * the devices were found.
 */
record Sameness(List<Essence> essences) {

  private static final Set<String> HOW_FOUND =
      Set.of(
          Slots.AREA, Slots.FLOOR, Slots.DEVICE, Slots.DEVICE_TYPE, Slots.KIND, Slots.QUANTIFIER);

  private record Essence(
      Intent intent,
      List<DeviceId> targets,
      Map<String, Value> values,
      Optional<Schedule> schedule,
      List<Problem.Kind> problems) {}

  static Sameness of(List<Request> requests) {
    return new Sameness(requests.stream().map(Sameness::essence).toList());
  }

  private static Essence essence(Request request) {
    Map<String, Value> values = new LinkedHashMap<>(request.slots());
    if (!request.targets().isEmpty() && request.intent() != Intent.CLEAN_AREA) {
      values.keySet().removeAll(HOW_FOUND);
    }
    return new Essence(
        request.intent(),
        request.targets(),
        values,
        request.schedule(),
        request.problems().stream().map(Problem::kind).toList());
  }
}
