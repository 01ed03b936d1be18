package io.hearth.model;

import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Availability;
import io.hearth.model.state.StateReport;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The door from the wire to the house: where an adapter brings what devices say. Each stage
 * completes when what was said is kept so that it survives a crash; only then may the sender be
 * told so. A stage fails with an {@link IllegalArgumentException} for what cannot be understood;
 * nothing else is lost by it.
 */
public interface DeviceReports {

  /** A device said what is true of it. */
  CompletionStage<Void> report(StateReport report);

  /** A device said what it is. */
  CompletionStage<Void> announce(Announcement announcement);

  /**
   * Many devices said what they are, as after a cold start; the same as {@link #announce} for each,
   * but at the cost of one change. The stage fails when any of them cannot be understood, the
   * others are taken all the same.
   */
  CompletionStage<Void> announceAll(Collection<Announcement> announcements);

  /**
   * What a device said of some properties is too old to be believed: it promised to say it more
   * often. The last values are kept and marked stale.
   *
   * @param properties names; those that are not known change nothing
   */
  CompletionStage<Void> outdated(DeviceId device, Set<String> properties, Instant at);

  /**
   * A device became reachable or unreachable.
   *
   * @param reason how that is known, e.g. "last will"
   */
  CompletionStage<Void> availability(
      DeviceId device, Availability availability, String reason, Instant at);

  /** A device said that it leaves for good. */
  CompletionStage<Void> remove(DeviceId device);
}
