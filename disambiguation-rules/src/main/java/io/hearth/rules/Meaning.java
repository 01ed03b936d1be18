package io.hearth.rules;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.speech.Slots;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a reading comes to, without how it was found: "the garage door" by its name and "the door"
 * in the garage are one meaning and no rivals.
 */
record Meaning(List<Part> parts) {

  /** Slots that only tell how the targets were found. */
  private static final Set<String> WAYS =
      Set.of(Slots.AREA, Slots.FLOOR, Slots.DEVICE, Slots.DEVICE_TYPE, Slots.KIND, Slots.EXCEPT);

  record Part(
      Intent intent,
      List<DeviceId> targets,
      Map<String, Value> slots,
      Optional<Schedule> schedule,
      List<Problem> problems) {}

  static Meaning of(Hypothesis hypothesis) {
    return new Meaning(hypothesis.requests().stream().map(Meaning::part).toList());
  }

  /** The devices of each request. */
  List<List<DeviceId>> targets() {
    return parts.stream().map(Part::targets).toList();
  }

  private static Part part(Request request) {
    Map<String, Value> slots = new TreeMap<>(request.slots());
    if (!request.targets().isEmpty() && request.intent() != Intent.CLEAN_AREA) {
      slots.keySet().removeAll(WAYS);
    }
    if (request.targets().size() == 1) {
      slots.remove(Slots.QUANTIFIER); // one, any and all of one thing are the same
    }
    return new Part(
        request.intent(), request.targets(), slots, request.schedule(), request.problems());
  }
}
