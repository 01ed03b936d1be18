package io.hearth.adapter.wire;

import io.hearth.model.DeviceReports;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way of one link into the house: notes where a device was heard, and hands over what it said.
 * The stages returned never fail; when they complete, the sender may be told that it was heard.
 */
public final class Inbox {

  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(30);
  private static final Instant NO_CLOCK_BEFORE = Instant.parse("2020-01-01T00:00:00Z");
  private static final Duration CLOCKS_MAY_LAG = Duration.ofDays(1);
  private static final int MAX_HELD = 1000;

  private final String link;
  private final DeviceReports reports;
  private final Routes routes;
  private final InstantSource clock;
  private final LinkMetrics metrics;
  private final Delivery delivery;
  private final Map<DeviceId, StateReport> held = new ConcurrentHashMap<>();

  public Inbox(
      String link, DeviceReports reports, Routes routes, InstantSource clock, LinkMetrics metrics) {
    this.link = link;
    this.reports = reports;
    this.routes = routes;
    this.clock = clock;
    this.metrics = metrics;
    this.delivery = new Delivery(metrics);
  }

  /** A device said, now or before the broker kept it, what is true of it. */
  public CompletionStage<Void> state(DeviceId device, SaidState said, Source source) {
    return stateAccepted(device, said, source).thenApply(accepted -> null);
  }

  /** As {@link #state}, and tells whether the house took it. */
  public CompletionStage<Boolean> stateAccepted(DeviceId device, SaidState said, Source source) {
    Instant now = clock.instant();
    StateReport report =
        new StateReport(device, said.properties(), source, now, credible(said.at(), now, source));
    routes.heard(device, link);
    if (source == Source.REPORTED) {
      routes.reported(device, now);
    }
    CompletionStage<Boolean> accepted = deliver(report);
    boolean alive =
        source == Source.REPORTED
            && routes.to(device).map(Routes.Route::availability).orElse(Availability.UNKNOWN)
                != Availability.ONLINE;
    return alive
        ? availability(device, Availability.ONLINE, "it reported")
            .thenCombine(accepted, (nothing, taken) -> taken)
        : accepted;
  }

  /** A device said what it is; state that came too early is handed over after it. */
  public CompletionStage<Void> description(Announcement announcement) {
    DeviceId device = announcement.device();
    routes.heard(device, link);
    return delivery
        .deliver(
            Optional.of(device), "description of " + device, () -> reports.announce(announcement))
        .thenCompose(verdict -> {
          StateReport early = verdict == Delivery.Verdict.KEPT ? held.remove(device) : null;
          return early == null
              ? CompletableFuture.<Void>completedFuture(null)
              : deliver(early).<Void>thenApply(accepted -> null);
        });
  }

  /** Many devices said what they are. */
  public CompletionStage<Void> descriptions(Collection<Announcement> announcements) {
    announcements.forEach(announcement -> routes.heard(announcement.device(), link));
    return delivery
        .deliver(announcements.size() + " descriptions", () -> reports.announceAll(announcements))
        .thenCompose(verdict ->
            CompletableFuture.allOf(
                announcements.stream()
                    .map(announcement -> held.remove(announcement.device()))
                    .filter(Objects::nonNull)
                    .map(early -> deliver(early).toCompletableFuture())
                    .toArray(CompletableFuture[]::new)));
  }

  /** What a device said of some properties is too old to be believed. */
  public CompletionStage<Void> outdated(DeviceId device, Set<String> properties) {
    Instant now = clock.instant();
    return delivery
        .deliver("age of " + device, () -> reports.outdated(device, properties, now))
        .thenApply(verdict -> null);
  }

  /** A device became reachable or unreachable over this link. */
  public CompletionStage<Void> availability(
      DeviceId device, Availability availability, String reason) {
    if (!routes.availability(device, link, availability, reason)) {
      return CompletableFuture.completedFuture(null);
    }
    Instant now = clock.instant();
    return delivery
        .deliver(
            "availability of " + device,
            () -> reports.availability(device, availability, reason, now))
        .thenApply(verdict -> null);
  }

  /** A device said that it leaves for good. */
  public CompletionStage<Void> left(DeviceId device) {
    routes.remove(device);
    held.remove(device);
    return delivery
        .deliver("leaving of " + device, () -> reports.remove(device))
        .thenApply(verdict -> null);
  }

  /**
   * What arrived on this link cannot be understood.
   *
   * @param device whose message it is, where one knows
   * @param head the beginning of the payload
   */
  public void malformed(Optional<DeviceId> device, String place, String reason, String head) {
    metrics.malformed(device, place, reason, head);
  }

  public Routes routes() {
    return routes;
  }

  private CompletionStage<Boolean> deliver(StateReport report) {
    return delivery
        .deliver(
            Optional.of(report.device()),
            "state of " + report.device(),
            () -> reports.report(report))
        .thenApply(verdict -> {
          if (verdict == Delivery.Verdict.REFUSED) {
            hold(report);
          }
          return verdict == Delivery.Verdict.KEPT;
        });
  }

  /** Keeps what an unknown device said until it is described; the newest of each property. */
  private void hold(StateReport report) {
    if (held.size() < MAX_HELD || held.containsKey(report.device())) {
      held.merge(report.device(), report, Inbox::merged);
    }
  }

  private static StateReport merged(StateReport earlier, StateReport later) {
    Map<String, Value> all = new LinkedHashMap<>(earlier.properties());
    all.putAll(later.properties());
    return new StateReport(
        later.device(), all, later.source(), later.receivedAt(), later.measuredAt());
  }

  /**
   * The device's time stamp unless its clock is plainly wrong: one from the future would make every
   * later report look old, and one that was set back far would make this one look old, and all that
   * come after it.
   */
  private static Optional<Instant> credible(Optional<Instant> at, Instant now, Source source) {
    return at.filter(stamp -> !stamp.isAfter(now.plus(CLOCKS_MAY_DIFFER)))
        .filter(stamp ->
            source == Source.RETAINED
                || (stamp.isAfter(NO_CLOCK_BEFORE) && stamp.isAfter(now.minus(CLOCKS_MAY_LAG))));
  }
}
