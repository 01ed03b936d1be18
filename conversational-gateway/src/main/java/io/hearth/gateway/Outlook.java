package io.hearth.gateway;

import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.Value;
import io.hearth.model.state.ContextSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The moment of a turn, with the effects of the earlier parts of the same plan assumed. */
final class Outlook {

  private final ContextSnapshot moment;
  private final Map<DeviceId, Map<String, Value>> assumed = new HashMap<>();

  Outlook(ContextSnapshot moment) {
    this.moment = moment;
  }

  ContextSnapshot moment() {
    return moment;
  }

  Home home() {
    return moment.home();
  }

  Optional<Device> device(DeviceId device) {
    return moment.home().device(device);
  }

  Optional<Value> value(DeviceId device, String property) {
    Value value = assumed.getOrDefault(device, Map.of()).get(property);
    return value != null ? Optional.of(value) : moment.value(device, property);
  }

  Optional<Double> number(DeviceId device, String property) {
    return value(device, property)
        .flatMap(v -> v instanceof Value.Number(double n) ? Optional.of(n) : Optional.empty());
  }

  /** Whether the effect holds for sure: what is stale is not sure. */
  boolean holds(ExpectedEffect effect) {
    boolean stale =
        !assumed.getOrDefault(effect.device(), Map.of()).containsKey(effect.property())
            && moment
                .property(effect.device(), effect.property())
                .filter(p -> p.stale())
                .isPresent();
    return !stale
        && value(effect.device(), effect.property())
            .filter(value -> Values.same(effect.value(), value))
            .isPresent();
  }

  /** Whether the device is known to be off; of what has no switch, that it is not active. */
  boolean isOff(DeviceId device) {
    return value(device, "on").map(on -> !on.isTrue()).orElseGet(() -> !moment.isActive(device));
  }

  void assume(List<ExpectedEffect> effects) {
    effects.forEach(effect ->
        assumed
            .computeIfAbsent(effect.device(), id -> new HashMap<>())
            .put(effect.property(), effect.value()));
  }
}
