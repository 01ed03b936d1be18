package io.hearth.registry;

import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Availability;
import io.hearth.model.state.StateReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What devices said before they said what they are: a broker may deliver what it kept in any order.
 * The oldest device is forgotten when too many wait. Not thread-safe.
 */
final class EarlyReports {

  static final int MOST_DEVICES = 10_000;
  static final int MOST_REPORTS = 8;

  /** A device's word on whether it can be reached. */
  record Reachability(Availability availability, String reason, Instant at) {}

  /** What one device said, in the order of arrival. */
  record Waiting(List<StateReport> reports, Optional<Reachability> reachability) {
    static final Waiting NOTHING = new Waiting(List.of(), Optional.empty());

    Waiting {
      reports = List.copyOf(reports);
    }

    Waiting and(StateReport report) {
      List<StateReport> all = new ArrayList<>(reports);
      all.add(report);
      return new Waiting(
          all.subList(Math.max(0, all.size() - MOST_REPORTS), all.size()), reachability);
    }

    Waiting and(Reachability newer) {
      return new Waiting(reports, Optional.of(newer));
    }
  }

  private final Map<DeviceId, Waiting> waiting = new LinkedHashMap<>();

  void add(StateReport report) {
    waiting.put(report.device(), of(report.device()).and(report));
    forgetOldest();
  }

  void add(DeviceId device, Reachability reachability) {
    waiting.put(device, of(device).and(reachability));
    forgetOldest();
  }

  /** What waits for a device, which then waits no longer. */
  Waiting take(DeviceId device) {
    Waiting found = of(device);
    waiting.remove(device);
    return found;
  }

  private Waiting of(DeviceId device) {
    return waiting.getOrDefault(device, Waiting.NOTHING);
  }

  private void forgetOldest() {
    if (waiting.size() > MOST_DEVICES) {
      waiting.remove(waiting.keySet().iterator().next());
    }
  }
}
