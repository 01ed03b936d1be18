package io.hearth.model;

import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.HomeId;
import io.hearth.model.state.Availability;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.Transition;
import java.time.Instant;
import java.util.List;

/** A fact about a home; travels between rooms over {@link HomeEvents}. */
public sealed interface HomeEvent {

  HomeId home();

  Instant at();

  /**
   * A device said something: what is believed of it now, and what changed by it.
   *
   * @param transitions empty when only age or staleness changed
   */
  record StateChanged(HomeId home, DeviceState state, List<Transition> transitions, Instant at)
      implements HomeEvent {
    public StateChanged {
      transitions = List.copyOf(transitions);
    }
  }

  /**
   * A device became reachable or unreachable.
   *
   * @param reason how that is known, e.g. "last will"
   */
  record AvailabilityChanged(
      HomeId home, DeviceId device, Availability availability, String reason, Instant at)
      implements HomeEvent {}

  /**
   * Devices came to the home or their descriptions changed; many at once after a cold start.
   *
   * @param devices at least one
   */
  record DevicesDescribed(HomeId home, List<Device> devices, Instant at) implements HomeEvent {
    public DevicesDescribed {
      devices = List.copyOf(devices);
      if (devices.isEmpty()) {
        throw new IllegalArgumentException("devices must not be empty");
      }
    }
  }

  /** A device left the home. */
  record DeviceRemoved(HomeId home, DeviceId device, Instant at) implements HomeEvent {}

  /** A command ended on the wire. */
  record CommandCompleted(HomeId home, CommandOutcome outcome, Instant at) implements HomeEvent {}

  /** Something to tell before a turn has ended, e.g. that a door is on its way. */
  record TurnProgressed(HomeId home, String turn, String text, Instant at) implements HomeEvent {}

  /** A turn ended. */
  record TurnTaken(HomeId home, TurnRecord turn, Instant at) implements HomeEvent {}
}
