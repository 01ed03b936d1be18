package io.hearth.language.reference;

import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way to take a noun phrase: the devices meant.
 *
 * @param weight how likely this way is beside the others, above 0, up to 1
 * @param slots what was heard of place, sort and device
 */
public record Grounded(
    List<Device> devices,
    Grounding grounding,
    double weight,
    Map<String, Value> slots,
    List<Problem> problems) {

  public Grounded {
    devices = List.copyOf(devices);
    slots = Map.copyOf(new LinkedHashMap<>(slots));
    problems = List.copyOf(problems);
  }

  static Grounded problem(Problem problem, double weight, Map<String, Value> slots) {
    return new Grounded(List.of(), Grounding.NONE, weight, slots, List.of(problem));
  }

  public List<DeviceId> ids() {
    return devices.stream().map(Device::id).toList();
  }

  Grounded scaled(double factor) {
    return new Grounded(devices, grounding, weight * factor, slots, problems);
  }
}
