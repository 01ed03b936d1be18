package io.hearth.language;

import io.hearth.language.reference.Situation;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Property;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a value that was said against what each device takes. */
final class Limits {

  private final Situation situation;

  Limits(Situation situation) {
    this.situation = situation;
  }

  /** The request without the devices that cannot take the value, saying so. */
  Request checked(Request request) {
    Optional<String> property =
        request
            .word(Slots.PROPERTY)
            .filter(named -> request.intent() == Intent.SET_INTENSITY)
            .or(() -> DeviceIntents.property(request.intent()));
    Optional<Value> value = request.slot(Slots.VALUE);
    if (property.isEmpty() || value.isEmpty() || request.targets().isEmpty()) {
      return request;
    }
    return switch (value.get()) {
      case Value.Number(double number) -> numbers(request, property.get(), number);
      case Value.Text(String word) -> options(request, word);
      default -> request;
    };
  }

  private Request numbers(Request request, String name, double number) {
    List<DeviceId> able = new ArrayList<>();
    for (DeviceId id : request.targets()) {
      boolean inside = property(id, name).filter(p -> !p.range().contains(number)).isEmpty();
      if (inside) {
        able.add(id);
      }
    }
    String what = Value.of(number).raw() + request.word(Slots.UNIT).orElse("");
    return able.size() == request.targets().size()
        ? request
        : with(request, able, new Problem(Problem.Kind.OUT_OF_RANGE, what));
  }

  private Optional<Property> property(DeviceId id, String name) {
    return situation.home().device(id).flatMap(device -> device.property(name));
  }

  /**
   * A word must be an option of the property, or of another that the same action cannot confuse.
   */
  private Request options(Request request, String word) {
    if (request.intent() != Intent.SET_MODE) {
      return request;
    }
    List<DeviceId> able = new ArrayList<>();
    Optional<String> named = request.word(Slots.PROPERTY);
    String found = named.orElse("mode");
    for (DeviceId id : request.targets()) {
      Optional<String> property = situation.home().device(id).flatMap(d -> withOption(d, word));
      if (property.isPresent()) {
        able.add(id);
        found = property.get();
      }
    }
    Request kept = withProperty(request, found);
    return able.size() == request.targets().size()
        ? kept
        : with(kept, able, new Problem(Problem.Kind.UNSUPPORTED, word.replace('_', ' ')));
  }

  private static Optional<String> withOption(Device device, String word) {
    return device.properties().stream()
        .filter(p -> p.kind() == Property.Kind.OPTION && p.options().contains(word))
        .map(Property::name)
        .findFirst();
  }

  private static Request withProperty(Request request, String property) {
    Map<String, Value> slots = new LinkedHashMap<>(request.slots());
    slots.put(Slots.PROPERTY, Value.of(property));
    return new Request(
        request.intent(),
        slots,
        request.targets(),
        request.grounding(),
        request.schedule(),
        request.problems());
  }

  private static Request with(Request request, List<DeviceId> able, Problem problem) {
    List<Problem> problems = new ArrayList<>(request.problems());
    problems.add(problem);
    return new Request(
        request.intent(), request.slots(), able, request.grounding(), request.schedule(), problems);
  }
}
