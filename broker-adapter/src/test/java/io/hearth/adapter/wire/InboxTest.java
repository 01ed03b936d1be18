package io.hearth.adapter.wire;

import static io.hearth.adapter.LampHome.LAMP;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.adapter.RecordedReports;
import io.hearth.model.FakeClock;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Availability;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class InboxTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final FakeClock clock = new FakeClock(NOON);
  private final RecordedReports reports = new RecordedReports();
  private final Routes routes = new Routes();
  private final LinkMetrics metrics = new LinkMetrics(new SimpleMeterRegistry(), "mqtt");
  private final Inbox mqtt = new Inbox("mqtt", reports, routes, clock, metrics);
  private final Inbox coap = new Inbox("coap", reports, routes, clock, metrics);

  @Test
  void aDevicesOwnTimeIsKept() {
    assertThat(measuredAt(NOON.minusSeconds(3), Source.REPORTED)).contains(NOON.minusSeconds(3));
  }

  @Test
  void aClockThatRunsAheadWouldSilenceTheDeviceAndIsNotBelieved() {
    assertThat(measuredAt(NOON.plus(Duration.ofHours(1)), Source.REPORTED)).isEmpty();
    assertThat(measuredAt(NOON.plusSeconds(20), Source.REPORTED)).isPresent();
  }

  @Test
  void aDeviceWithoutAClockIsBelievedToReportNow() {
    assertThat(measuredAt(Instant.EPOCH, Source.REPORTED)).isEmpty();
  }

  @Test
  void aClockThatWasSetBackFarIsNotBelievedWhereTheDeviceSpeaksNow() {
    assertThat(measuredAt(NOON.minus(Duration.ofDays(400)), Source.REPORTED)).isEmpty();
    assertThat(measuredAt(NOON.minus(Duration.ofHours(20)), Source.REPORTED)).isPresent();
    assertThat(measuredAt(NOON.minus(Duration.ofDays(400)), Source.RETAINED)).isPresent();
  }

  @Property(tries = 200)
  void howeverADevicesClockJumpsItIsHeardAgainOnceItStands(
      @ForAll("jumps") List<Integer> hours, @ForAll boolean itsClockIsRightAtLast) {
    // Given a clock that is wrong in all ways
    RecordedReports heard = new RecordedReports();
    FakeClock now = new FakeClock(NOON);
    Inbox inbox = new Inbox("mqtt", heard, new Routes(), now, metrics);
    for (int hour : hours) {
      now.move(Duration.ofSeconds(10));
      inbox.state(
          LAMP,
          said("on", Value.of(false), Optional.of(now.instant().plus(Duration.ofHours(hour)))),
          Source.REPORTED);
    }
    // When it stands where it belongs, or more than a day away
    now.move(Duration.ofSeconds(31));
    Duration off = itsClockIsRightAtLast ? Duration.ZERO : Duration.ofDays(-500);
    inbox.state(
        LAMP, said("on", Value.of(true), Optional.of(now.instant().plus(off))), Source.REPORTED);
    // Then
    DeviceState believed = DeviceState.unknown(LAMP);
    for (StateReport report : heard.reports(LAMP)) {
      believed = believed.after(report);
    }
    assertThat(believed.value("on")).contains(Value.of(true));
  }

  @Provide
  Arbitrary<List<Integer>> jumps() {
    return Arbitraries.integers().between(-20_000, 20_000).list().ofMaxSize(10);
  }

  @Test
  void ourOwnClockSetBackMakesNoReportFail() {
    // Given
    mqtt.state(LAMP, said("on", Value.of(true), Optional.empty()), Source.REPORTED);
    // When
    clock.move(Duration.ofDays(-1));
    mqtt.state(LAMP, said("on", Value.of(false), Optional.empty()), Source.REPORTED);
    // Then
    assertThat(reports.reports(LAMP).getLast().receivedAt()).isEqualTo(clock.instant());
    assertThat(reports.reachabilities(LAMP)).hasSize(1);
  }

  @Test
  void whatADeviceSaidBeforeItWasDescribedIsSaidAgainAfterwards() {
    // Given
    reports.behave(report -> CompletableFuture.failedFuture(new IllegalArgumentException("who?")));
    mqtt.state(LAMP, said("on", Value.of(true), Optional.empty()), Source.RETAINED);
    mqtt.state(LAMP, said("brightness", Value.of(40), Optional.empty()), Source.RETAINED);
    reports.behave(report -> RecordedReports.done());
    // When
    mqtt.description(lamp());
    // Then
    assertThat(reports.reports(LAMP)).hasSize(3);
    assertThat(reports.reports(LAMP).getLast().properties())
        .isEqualTo(Map.of("on", Value.of(true), "brightness", Value.of(40)));
    // When
    mqtt.description(lamp());
    // Then
    assertThat(reports.reports(LAMP)).hasSize(3);
  }

  @Test
  void aRetainedStateDoesNotMakeADeviceReachable() {
    // When
    mqtt.state(LAMP, said("on", Value.of(true), Optional.empty()), Source.RETAINED);
    // Then
    assertThat(reports.availability(LAMP)).isEqualTo(Availability.UNKNOWN);
    assertThat(routes.to(LAMP)).map(Routes.Route::link).contains("mqtt");
  }

  @Test
  void beingUnreachableOnOneLinkMeansNothingWhileItIsReachedOnAnother() {
    // Given
    coap.availability(LAMP, Availability.ONLINE, "it answers");
    // When
    mqtt.availability(LAMP, Availability.OFFLINE, "last will");
    // Then
    assertThat(reports.availability(LAMP)).isEqualTo(Availability.ONLINE);
    assertThat(routes.to(LAMP)).map(Routes.Route::link).contains("coap");
  }

  @Test
  void whatTheHouseCannotKeepIsCountedAsLost() {
    // Given
    reports.behave(report -> CompletableFuture.failedFuture(new IllegalStateException("no disk")));
    // When
    mqtt.state(LAMP, said("on", Value.of(true), Optional.empty()), Source.RETAINED)
        .toCompletableFuture()
        .join();
    // Then
    assertThat(reports.reports(LAMP)).hasSize(5);
    assertThat(metrics.counts()).containsEntry("lost", 1L);
  }

  private Optional<Instant> measuredAt(Instant at, Source source) {
    mqtt.state(LAMP, said("on", Value.of(true), Optional.of(at)), source);
    return reports.reports(LAMP).getLast().measuredAt();
  }

  private static SaidState said(String property, Value value, Optional<Instant> at) {
    return new SaidState(Map.of(property, value), at);
  }

  private static Announcement lamp() {
    return new Announcement(
        LAMP,
        "Lamp",
        List.of(),
        Optional.empty(),
        "light",
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }
}
