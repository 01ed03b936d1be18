package io.hearth.gateway.http;

import io.hearth.model.HomeEvent;
import io.hearth.model.device.DeviceId;
import java.util.Optional;

/** Which thing an event is about. */
final class ThingEvents {

  private ThingEvents() {}

  /** Empty for what is about several devices or about none. */
  static Optional<DeviceId> device(HomeEvent event) {
    return switch (event) {
      case HomeEvent.StateChanged changed -> Optional.of(changed.state().device());
      case HomeEvent.AvailabilityChanged changed -> Optional.of(changed.device());
      case HomeEvent.DeviceRemoved removed -> Optional.of(removed.device());
      case HomeEvent.CommandCompleted completed ->
          Optional.of(completed.outcome().command().device());
      case HomeEvent.DevicesDescribed described -> Optional.empty();
      case HomeEvent.TurnProgressed progressed -> Optional.empty();
      case HomeEvent.TurnTaken taken -> Optional.empty();
    };
  }
}
