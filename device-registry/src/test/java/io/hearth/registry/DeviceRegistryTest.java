package io.hearth.registry;

import static io.hearth.registry.RegistryFixture.LAMP;
import static io.hearth.registry.RegistryFixture.PLUG;
import static io.hearth.registry.RegistryFixture.START;
import static io.hearth.registry.RegistryFixture.await;
import static io.hearth.registry.RegistryFixture.measured;
import static io.hearth.registry.RegistryFixture.plug;
import static io.hearth.registry.RegistryFixture.report;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.model.HomeEvent;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import io.hearth.model.state.Transition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceRegistryTest {

  @TempDir private Path folder;
  private RegistryFixture house;

  @BeforeEach
  void open() {
    house = new RegistryFixture(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aReportHoldsAndIsPublishedAtOnce() {
    // When
    house.registry.report(report(LAMP, "on", Value.of(true), START));

    // Then
    assertThat(house.value(LAMP, "on")).isEqualTo(Value.of(true));
    HomeEvent.StateChanged changed = house.events.of(HomeEvent.StateChanged.class).getFirst();
    assertThat(changed.transitions())
        .containsExactly(
            new Transition(LAMP, "on", Optional.of(Value.of(false)), Value.of(true), START));
  }

  @Test
  void theSameSaidAgainChangesOnlyItsAge() {
    // Given
    house.registry.report(report(LAMP, "on", Value.of(true), START));

    // When
    house.registry.report(report(LAMP, "on", Value.of(true), START.plusSeconds(9)));

    // Then
    assertThat(house.events.of(HomeEvent.StateChanged.class).getLast().transitions()).isEmpty();
    assertThat(house.state(LAMP, "on").since()).isEqualTo(START);
    assertThat(house.state(LAMP, "on").reportedAt()).isEqualTo(START.plusSeconds(9));
  }

  @Test
  void whatWasAcknowledgedIsThereAfterARestartAndStale() throws Exception {
    // Given
    await(house.registry.report(report(LAMP, "brightness", Value.of(55), START)));
    await(house.registry.report(report(LAMP, "brightness", Value.of(66), START.plusSeconds(1))));

    // When
    house.restart();

    // Then
    var brightness = house.state(LAMP, "brightness");
    assertThat(brightness.value()).isEqualTo(Value.of(66));
    assertThat(brightness.previous()).contains(Value.of(55));
    assertThat(brightness.stale()).isTrue();
    assertThat(brightness.source()).isEqualTo(Source.RETAINED);
    assertThat(brightness.reportedAt()).isEqualTo(START.plusSeconds(1));
    assertThat(house.state(LAMP, "on").source()).isEqualTo(Source.DESCRIBED);
  }

  @Test
  void staleEndsWhenTheDeviceItselfReports() throws Exception {
    // Given
    await(house.registry.report(report(LAMP, "on", Value.of(true), START)));
    house.restart();

    // When
    house.registry.report(
        new StateReport(
            LAMP,
            Map.of("on", Value.of(true)),
            Source.RETAINED,
            START.plusSeconds(1),
            Optional.empty()));
    boolean staleAfterRetained = house.state(LAMP, "on").stale();
    house.registry.report(report(LAMP, "on", Value.of(true), START.plusSeconds(2)));

    // Then
    assertThat(staleAfterRetained).isTrue();
    assertThat(house.state(LAMP, "on").stale()).isFalse();
  }

  @Test
  void anOlderReportChangesNothing() {
    // Given
    house.registry.report(
        measured("brightness", Value.of(80), START.plusSeconds(5), START.plusSeconds(4)));
    int published = house.events.of(HomeEvent.StateChanged.class).size();

    // When
    house.registry.report(
        measured("brightness", Value.of(20), START.plusSeconds(6), START.plusSeconds(2)));

    // Then
    assertThat(house.value(LAMP, "brightness")).isEqualTo(Value.of(80));
    assertThat(house.events.of(HomeEvent.StateChanged.class)).hasSize(published);
  }

  @Test
  void aReportFromFarInTheFutureCountsByItsArrival() {
    // When
    house.registry.report(
        measured("brightness", Value.of(80), START, START.plus(Duration.ofDays(4000))));

    // Then
    assertThat(house.value(LAMP, "brightness")).isEqualTo(Value.of(80));
    assertThat(house.state(LAMP, "brightness").reportedAt()).isEqualTo(START);
  }

  @Test
  void aDeviceClockFarAheadDoesNotShutOutWhatComesLater() {
    // Given
    house.registry.report(
        measured("brightness", Value.of(80), START, START.plus(Duration.ofDays(4000))));

    // When
    house.registry.report(report(LAMP, "brightness", Value.of(20), START.plusSeconds(1)));

    // Then
    assertThat(house.value(LAMP, "brightness")).isEqualTo(Value.of(20));
  }

  @Test
  void aDeviceClockThatLostItsTimeDoesNotShutOutTheDevice() {
    // Given
    house.registry.report(report(LAMP, "brightness", Value.of(80), START));

    // When
    house.registry.report(
        measured(
            "brightness",
            Value.of(20),
            START.plusSeconds(1),
            Instant.parse("1970-01-01T00:01:00Z")));

    // Then
    assertThat(house.value(LAMP, "brightness")).isEqualTo(Value.of(20));
  }

  @Test
  void theHousesOwnClockSetBackDoesNotShutOutTheDevice() throws Exception {
    // Given
    await(
        house.registry.report(
            report(LAMP, "brightness", Value.of(80), START.plus(Duration.ofDays(4000)))));
    house.restart();

    // When
    house.registry.report(report(LAMP, "brightness", Value.of(20), START));

    // Then
    assertThat(house.value(LAMP, "brightness")).isEqualTo(Value.of(20));
  }

  @Test
  void onlyTheValueThatDoesNotFitIsRefused() throws Exception {
    // When
    var stage =
        house.registry.report(
            new StateReport(
                LAMP,
                Map.of("brightness", Value.of(400), "on", Value.of(true), "mood", Value.of("low")),
                Source.REPORTED,
                START,
                Optional.empty()));

    // Then
    assertThatThrownBy(() -> await(stage))
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("brightness must be 0 to 100% but is 400");
    assertThat(house.value(LAMP, "on")).isEqualTo(Value.of(true));
    assertThat(house.value(LAMP, "mood")).isEqualTo(Value.of("low"));
    assertThat(house.value(LAMP, "brightness")).isEqualTo(Value.of(10));
    assertThat(house.registry.counts().refusedReports()).isEqualTo(1);
    house.restart();
    assertThat(house.value(LAMP, "on")).isEqualTo(Value.of(true));
  }

  @Test
  void anAnnouncedDeviceJoinsTheHomeAndIsThereAfterARestart() throws Exception {
    // When
    await(house.registry.announce(plug("outlet", "Entrance")));
    await(house.registry.report(report(PLUG, "on", Value.of(true), START)));
    house.restart();

    // Then
    Device device = house.registry.home().device(PLUG).orElseThrow();
    assertThat(device.area()).contains(new AreaId("hall"));
    assertThat(device.aliases()).containsExactly("socket");
    assertThat(device.options()).containsKey("power");
    assertThat(house.value(PLUG, "on")).isEqualTo(Value.of(true));
    assertThat(house.events.of(HomeEvent.DevicesDescribed.class)).hasSize(1);
  }

  @Test
  void anAnnouncementThatDoesNotFitTheCatalogueIsRefusedAndCounted() {
    // When
    var stage = house.registry.announce(plug("teleporter", "hall"));

    // Then
    assertThatThrownBy(() -> await(stage))
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("announcement of device plug: no device type 'teleporter'");
    assertThat(house.registry.home().device(PLUG)).isEmpty();
    assertThat(house.registry.counts().refusedAnnouncements()).isEqualTo(1);
  }

  @Test
  void anAnnouncementInAnUnknownAreaIsStillADevice() throws Exception {
    // When
    await(house.registry.announce(plug("outlet", "Attic")));

    // Then
    assertThat(house.registry.home().device(PLUG).orElseThrow().area()).isEmpty();
  }

  @Test
  void theHomeFileIsTheLastWordOnItsDevices() throws Exception {
    // Given
    Device lamp = house.registry.home().device(LAMP).orElseThrow();
    var other =
        new Announcement(
            LAMP,
            "Other",
            List.of(),
            Optional.empty(),
            "fan",
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Map.of());

    // When
    await(house.registry.announce(other));

    // Then
    assertThat(house.registry.home().device(LAMP)).contains(lamp);
    assertThat(house.events.of(HomeEvent.DevicesDescribed.class)).isEmpty();
  }

  @Test
  void aRemovedDeviceIsGoneAlsoAfterARestart() throws Exception {
    // Given
    await(house.registry.announce(plug("outlet", "hall")));
    await(house.registry.report(report(PLUG, "on", Value.of(true), START)));

    // When
    await(house.registry.remove(PLUG));
    house.restart();

    // Then
    assertThat(house.registry.home().device(PLUG)).isEmpty();
    assertThat(house.registry.states()).doesNotContainKey(PLUG);
    assertThat(house.events.of(HomeEvent.DeviceRemoved.class)).hasSize(1);
  }

  @Test
  void aDeviceOfTheHomeFileThatLeavesStaysAndIsUnreachable() throws Exception {
    // When
    await(house.registry.remove(LAMP));

    // Then
    assertThat(house.registry.home().device(LAMP)).isPresent();
    assertThat(house.registry.states().get(LAMP).availability()).isEqualTo(Availability.OFFLINE);
  }

  @Test
  void whatIsSaidBeforeTheAnnouncementWaitsForIt() throws Exception {
    // Given
    var early = house.registry.report(report(PLUG, "on", Value.of(true), START));
    house.registry.availability(PLUG, Availability.OFFLINE, "last will", START);

    // When
    await(house.registry.announce(plug("outlet", "hall")));

    // Then
    assertThat(early.toCompletableFuture()).isCompletedExceptionally();
    assertThat(house.value(PLUG, "on")).isEqualTo(Value.of(true));
    assertThat(house.registry.states().get(PLUG).availability()).isEqualTo(Availability.OFFLINE);
  }

  @Test
  void lossOfContactIsPublishedOnceAndSurvivesARestart() throws Exception {
    // When
    await(house.registry.availability(LAMP, Availability.OFFLINE, "last will", START));
    await(house.registry.availability(LAMP, Availability.OFFLINE, "silence", START.plusSeconds(1)));
    house.restart();

    // Then
    assertThat(house.events.of(HomeEvent.AvailabilityChanged.class))
        .extracting(HomeEvent.AvailabilityChanged::reason)
        .containsExactly("last will");
    assertThat(house.registry.states().get(LAMP).availability()).isEqualTo(Availability.OFFLINE);
  }

  @Test
  void aLiveReportShowsThatTheDeviceCanBeReached() throws Exception {
    // Given
    await(house.registry.availability(LAMP, Availability.OFFLINE, "silence", START));

    // When
    house.registry.report(report(LAMP, "on", Value.of(true), START.plusSeconds(1)));

    // Then
    assertThat(house.registry.states().get(LAMP).availability()).isEqualTo(Availability.ONLINE);
  }

  @Test
  void nobodyIsKnownToBeReachableAfterARestart() throws Exception {
    // Given
    await(house.registry.availability(LAMP, Availability.ONLINE, "it said so", START));

    // When
    house.restart();

    // Then
    assertThat(house.registry.states().get(LAMP).availability()).isEqualTo(Availability.UNKNOWN);
  }

  @Test
  void aReportOfAnUnknownDeviceIsRefused() {
    assertThatThrownBy(() ->
            await(house.registry.report(report(new DeviceId("x"), "on", Value.of(true), START))))
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no device 'x' in the home");
  }

  @Test
  void aClosedRegistrySaysSo() {
    // Given
    house.registry.close();

    // When
    var stage = house.registry.report(report(LAMP, "on", Value.of(true), START));

    // Then
    assertThatThrownBy(() -> await(stage)).hasCauseInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void aHomeThatComesAtOnceIsOneChangeAndKeptAndWhatCannotBeUnderstoodHoldsNobodyUp()
      throws Exception {
    // Given
    List<Announcement> home =
        IntStream.range(0, 4_000).mapToObj(RegistryFixture::numbered).collect(toList());
    home.add(plug("teleporter", "hall"));
    house.registry.report(report(new DeviceId("plug-7"), "on", Value.of(true), START));

    // When
    var stage = house.registry.announceAll(home);

    // Then
    assertThatThrownBy(() -> await(stage)).hasMessageContaining("no device type 'teleporter'");
    assertThat(house.events.of(HomeEvent.DevicesDescribed.class))
        .singleElement()
        .satisfies(event -> assertThat(event.devices()).hasSize(4_000));
    assertThat(house.value(new DeviceId("plug-7"), "on")).isEqualTo(Value.of(true));
    house.restart();
    assertThat(house.registry.home().devices()).hasSize(4_002);
  }

  @Test
  void aHomeThatIsSaidAgainChangesNothing() throws Exception {
    // Given
    List<Announcement> home = IntStream.range(0, 10).mapToObj(RegistryFixture::numbered).toList();
    await(house.registry.announceAll(home));
    var before = house.registry.home();

    // When
    await(house.registry.announceAll(home));

    // Then
    assertThat(house.registry.home()).isSameAs(before);
    assertThat(house.events.of(HomeEvent.DevicesDescribed.class)).hasSize(1);
  }
}
