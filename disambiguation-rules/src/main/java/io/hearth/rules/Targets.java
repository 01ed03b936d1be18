package io.hearth.rules;

import io.hearth.model.device.Action;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Effect;
import io.hearth.model.device.FloorId;
import io.hearth.model.device.RiskClass;
import io.hearth.model.device.Trait;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import io.hearth.model.state.ContextSnapshot;
import io.hearth.model.state.Mention;
import io.hearth.model.state.PropertyState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The devices that a reading is about, as they are at the moment. */
final class Targets {

  private final ContextSnapshot snapshot;
  private final Request request;
  private final List<Device> devices;

  Targets(ContextSnapshot snapshot, Request request) {
    this.snapshot = snapshot;
    this.request = request;
    this.devices =
        request.targets().stream().flatMap(id -> snapshot.home().device(id).stream()).toList();
  }

  List<Device> devices() {
    return devices;
  }

  Optional<Device> first() {
    return devices.isEmpty() ? Optional.empty() : Optional.of(devices.getFirst());
  }

  boolean any(Predicate<Device> test) {
    for (Device device : devices) {
      if (test.test(device)) {
        return true;
      }
    }
    return false;
  }

  boolean all(Predicate<Device> test) {
    return !devices.isEmpty() && !any(test.negate());
  }

  boolean areIn(AreaId area) {
    return all(device -> device.area().filter(area::equals).isPresent());
  }

  /** Some have a place, and none has this one. */
  boolean areOutsideOf(AreaId area) {
    return any(device -> device.area().isPresent())
        && !any(device -> device.area().filter(area::equals).isPresent());
  }

  boolean areOnFloorOf(AreaId area) {
    Optional<FloorId> floor = snapshot.home().area(area).flatMap(a -> a.floor());
    return floor.isPresent() && all(device -> snapshot.home().floorOf(device).equals(floor));
  }

  boolean anyHas(Trait trait) {
    return any(device -> device.hasTrait(trait));
  }

  boolean anyIs(String property, String word) {
    return any(
        device -> snapshot.value(device.id(), property).filter(v -> v.isText(word)).isPresent());
  }

  boolean anyIs(String property) {
    return any(device -> snapshot.value(device.id(), property).filter(Value::isTrue).isPresent());
  }

  boolean anyActive() {
    return any(device -> snapshot.isActive(device.id()));
  }

  boolean anyReachable() {
    return devices.isEmpty() || any(device -> snapshot.isReachable(device.id()));
  }

  boolean anyTells(String property) {
    return any(device ->
        device.property(property).isPresent()
            || snapshot.property(device.id(), property).isPresent());
  }

  boolean allStale(String property) {
    return all(device ->
        snapshot.property(device.id(), property).filter(PropertyState::stale).isPresent());
  }

  boolean anyServes() {
    return any(device -> action(device).isPresent());
  }

  boolean anyDangerous() {
    return any(device ->
        action(device).filter(a -> device.riskOf(a.name()) == RiskClass.HIGH).isPresent());
  }

  /** What is asked for holds already, for all that can do it. */
  boolean areAlreadySo() {
    return anyServes()
        && all(device -> action(device).map(action -> holds(device, action)).orElse(true));
  }

  /** How many devices were spoken about since; −1 when it was not spoken about. */
  int mentionRank() {
    List<Mention> mentioned = snapshot.mentioned();
    for (int i = 0; i < mentioned.size(); i++) {
      DeviceId device = mentioned.get(i).device();
      if (any(target -> target.id().equals(device))) {
        return i;
      }
    }
    return -1;
  }

  /** Minutes since one of them was spoken about; infinite when none was. */
  double minutesSinceMention() {
    return snapshot.mentioned().stream()
        .filter(mention -> any(target -> target.id().equals(mention.device())))
        .findFirst()
        .map(mention -> Duration.between(mention.at(), snapshot.at()).toMillis() / 60_000.0)
        .orElse(Double.POSITIVE_INFINITY);
  }

  boolean areOfTypeMentionedLast() {
    return snapshot.mentioned().stream()
        .findFirst()
        .flatMap(mention -> snapshot.home().device(mention.device()))
        .filter(last -> all(device -> device.type().equals(last.type())))
        .isPresent();
  }

  private Optional<Action> action(Device device) {
    return device.actionFor(request.intent().word());
  }

  private boolean holds(Device device, Action action) {
    if (action.effects().isEmpty()) {
      return false;
    }
    for (Effect effect : action.effects()) {
      Optional<Value> wanted =
          switch (effect) {
            case Effect.SetTo set -> Optional.of(set.value());
            case Effect.SetFromArgument set -> request.slot(Slots.VALUE);
            case Effect.Adjust adjust -> Optional.empty();
            case Effect.Invert invert -> Optional.empty();
          };
      if (wanted.isEmpty() || !snapshot.value(device.id(), effect.property()).equals(wanted)) {
        return false;
      }
    }
    return true;
  }
}
