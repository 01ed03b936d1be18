package io.hearth.registry;

import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.PropertyState;
import io.hearth.model.state.StateReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a report can be believed: values that fit their property, and a time that can be. A
 * device's clock that is not set or runs ahead must not shut out what it says later.
 *
 * @param report what is left of it, with a believable time
 * @param problems what was refused
 */
record ReportCheck(StateReport report, List<String> problems) {

  private static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  /** Longer than a report waits for its turn to be handed over. */
  private static final Duration OUT_OF_TURN = Duration.ofSeconds(5);

  private static final Instant CLOCKS_ARE_SET = Instant.parse("2020-01-01T00:00:00Z");

  static ReportCheck of(StateReport report, Device device) {
    Map<String, Value> fitting = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    report
        .properties()
        .forEach((name, value) -> {
          Optional<String> problem = device.property(name).flatMap(p -> p.problemWith(value));
          problem.ifPresentOrElse(problems::add, () -> fitting.put(name, value));
        });
    Optional<Instant> measuredAt =
        report.measuredAt().filter(at -> isBelievable(at, report.receivedAt()));
    boolean whole = problems.isEmpty() && measuredAt.isPresent() == report.measuredAt().isPresent();
    return new ReportCheck(
        whole
            ? report
            : new StateReport(
                report.device(), fitting, report.source(), report.receivedAt(), measuredAt),
        problems);
  }

  private static boolean isBelievable(Instant measuredAt, Instant receivedAt) {
    return !measuredAt.isAfter(receivedAt.plus(MOST_AHEAD))
        && (!measuredAt.isBefore(CLOCKS_ARE_SET) || receivedAt.isBefore(CLOCKS_ARE_SET));
  }

  /**
   * The state with every property that claims to be from the future taken as said just now, so that
   * it does not outlive what comes next; that happens when the house's own clock was wrong. Beside
   * a report without a time stamp a few seconds are the future.
   */
  DeviceState believable(DeviceState state) {
    Instant latest =
        report.receivedAt().plus(report.measuredAt().isPresent() ? MOST_AHEAD : OUT_OF_TURN);
    boolean believable = true;
    for (PropertyState property : state.properties().values()) {
      believable &= !property.reportedAt().isAfter(latest);
    }
    if (believable) {
      return state;
    }
    Map<String, PropertyState> properties = new LinkedHashMap<>();
    state
        .properties()
        .forEach((name, property) -> properties.put(name, notAfter(property, report.at())));
    return new DeviceState(
        state.device(), properties, state.availability(), state.availabilitySince());
  }

  private static PropertyState notAfter(PropertyState property, Instant at) {
    return new PropertyState(
        property.value(),
        property.previous(),
        property.since().isAfter(at) ? at : property.since(),
        property.reportedAt().isAfter(at) ? at : property.reportedAt(),
        property.source(),
        property.stale());
  }

  Optional<IllegalArgumentException> refusal() {
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new IllegalArgumentException(
                "report of device " + report.device() + ": " + String.join("; ", problems)));
  }
}
