package io.hearth.adapter.binding;

import io.hearth.model.state.Availability;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** A device with its binding, and what was heard of its reachability. */
final class BoundDevice {

  private final DeviceBinding binding;
  private final Map<Address, Boolean> heard = new ConcurrentHashMap<>();
  private volatile Address latest = new Address.Mqtt("");
  private volatile boolean asleep;

  /**
   * @param before the same device as it was bound until now: what was heard of it still holds
   */
  BoundDevice(DeviceBinding binding, @org.jspecify.annotations.Nullable BoundDevice before) {
    this.binding = binding;
    if (before != null) {
      heard.putAll(before.heard);
      latest = before.latest;
      asleep = before.asleep;
    }
  }

  DeviceBinding binding() {
    return binding;
  }

  /** One of its probes said something. */
  void note(Address at, boolean isThere) {
    heard.put(at, isThere);
    latest = at;
  }

  /** It said whether it sleeps now. */
  void sleeps(boolean now) {
    asleep = now;
  }

  /** Whether it said that it sleeps. */
  boolean isAsleep() {
    return asleep;
  }

  /** Whether it may sleep without saying so. */
  boolean mayBeAsleep() {
    return binding.sleep().filter(Sleep::silently).isPresent();
  }

  /** What follows from all its probes. */
  Availability availability() {
    boolean away = false;
    for (AvailabilityRule rule : binding.availability()) {
      switch (availability(rule)) {
        case ONLINE -> {
          return Availability.ONLINE;
        }
        case OFFLINE -> away = true;
        case UNKNOWN -> {
          // says nothing yet
        }
      }
    }
    return away ? Availability.OFFLINE : Availability.UNKNOWN;
  }

  private Availability availability(AvailabilityRule rule) {
    var said =
        rule.probes().stream()
            .map(probe -> heard.get(probe.at()))
            .filter(Objects::nonNull)
            .toList();
    boolean complete = said.size() == rule.probes().size();
    return switch (rule.mode()) {
      case ALL ->
          said.contains(false)
              ? Availability.OFFLINE
              : complete ? Availability.ONLINE : Availability.UNKNOWN;
      case ANY ->
          said.contains(true)
              ? Availability.ONLINE
              : complete ? Availability.OFFLINE : Availability.UNKNOWN;
      case LATEST ->
          said.isEmpty()
              ? Availability.UNKNOWN
              : Objects.requireNonNullElse(heard.get(latest), said.getLast())
                  ? Availability.ONLINE
                  : Availability.OFFLINE;
    };
  }
}
