package io.hearth.adapter.mqtt;

import io.hearth.adapter.wire.SaidState;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Availability;

/** What a message means, whatever the convention. */
sealed interface Heard {

  record Described(Announcement announcement) implements Heard {}

  record Said(DeviceId device, SaidState state) implements Heard {}

  record Reachable(DeviceId device, Availability availability, String reason) implements Heard {}

  record Left(DeviceId device) implements Heard {}

  /** A topic of the convention that was cleared. */
  record Nothing() implements Heard {}
}
