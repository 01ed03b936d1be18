package io.hearth.context;

import static io.hearth.context.DemoHome.ALARM;
import static io.hearth.context.DemoHome.LAMP;
import static io.hearth.context.DemoHome.NOON;
import static io.hearth.context.DemoHome.OVEN;
import static io.hearth.context.DemoHome.TEMPERATURE;
import static io.hearth.context.DemoHome.report;
import static io.hearth.context.DemoHome.utterance;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.FakeClock;
import io.hearth.model.HomeEvent;
import io.hearth.model.decision.Decision;
import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.decision.Plan;
import io.hearth.model.decision.Ranked;
import io.hearth.model.decision.Ranking;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.HomeId;
import io.hearth.model.device.RiskClass;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.Availability;
import io.hearth.model.state.ContextSnapshot;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.Mention;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import io.hearth.model.state.Transition;
import io.hearth.registry.DescribedHome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContextEngineTest {

  private final FakeClock clock = new FakeClock(NOON);
  private final DescribedHome described = DemoHome.read();
  private final Home home = described.home();
  private final ContextEngine engine = new ContextEngine(home, described.states(), clock);

  @Test
  void tellsWhatTheRegistryBelievesAndWhatChangedByIt() {
    // Given
    DeviceState on = engine.snapshot(utterance(NOON)).state(OVEN).after(said(OVEN, true, NOON));
    Transition change =
        new Transition(OVEN, "on", Optional.of(Value.of(false)), Value.of(true), NOON);

    // When
    engine.accept(new HomeEvent.StateChanged(home.id(), on, List.of(change), NOON));

    // Then
    ContextSnapshot snapshot = engine.snapshot(utterance(NOON));
    assertThat(snapshot.isActive(OVEN)).isTrue();
    assertThat(snapshot.recent()).containsExactly(change);
    assertThat(snapshot.lastChange(OVEN, "on", Duration.ofMinutes(1))).contains(change);
  }

  @Test
  void aSnapshotStaysAsItWasTaken() {
    // Given
    ContextSnapshot before = engine.snapshot(utterance(NOON));

    // When
    engine.apply(said(OVEN, true, NOON));
    engine.accept(new HomeEvent.DeviceRemoved(home.id(), LAMP, NOON));

    // Then
    assertThat(before.isActive(OVEN)).isFalse();
    assertThat(before.home().device(LAMP)).isPresent();
    assertThat(engine.snapshot(utterance(NOON)).home().device(LAMP)).isEmpty();
    assertThat(engine.snapshot(utterance(NOON)).states()).doesNotContainKey(LAMP);
  }

  @Test
  void aDescribedDeviceJoinsAndMayBeDescribedAnew() {
    // Given
    Device lamp = home.device(LAMP).orElseThrow();
    DeviceId added = new DeviceId("lamp.new");
    Device stranger = Device.of(added, "New lamp", lamp.type()).area(new AreaId("bedroom")).build();
    Device renamed = Device.of(LAMP, "Globe", lamp.type()).area(new AreaId("bedroom")).build();

    // When
    engine.accept(new HomeEvent.DevicesDescribed(home.id(), List.of(stranger), NOON));
    engine.accept(new HomeEvent.DevicesDescribed(home.id(), List.of(renamed), NOON));

    // Then
    ContextSnapshot snapshot = engine.snapshot(utterance(NOON));
    assertThat(snapshot.home().device(added)).contains(stranger);
    assertThat(snapshot.home().device(LAMP).orElseThrow().name()).isEqualTo("Globe");
    assertThat(snapshot.home().devices()).hasSize(home.devices().size() + 1);
    assertThat(snapshot.value(LAMP, "on")).contains(Value.of(true));
  }

  @Test
  void aDeviceInAnAreaThatIsNotThereIsIgnored() {
    // Given
    Device lamp = home.device(LAMP).orElseThrow();
    Device lost = Device.of(LAMP, "Lost", lamp.type()).area(new AreaId("nowhere")).build();

    // When
    engine.accept(new HomeEvent.DevicesDescribed(home.id(), List.of(lost), NOON));

    // Then
    assertThat(engine.home().device(LAMP).orElseThrow().name()).isEqualTo("Lamp");
  }

  @Test
  void factsAboutOtherHomesAndUnknownDevicesChangeNothing() {
    // Given
    ContextSnapshot before = engine.snapshot(utterance(NOON));

    // When
    engine.accept(new HomeEvent.DeviceRemoved(new HomeId("other"), LAMP, NOON));
    engine.apply(report(new DeviceId("ghost"), "on", true, NOON));
    engine.availability(new DeviceId("ghost"), Availability.ONLINE, NOON);

    // Then
    assertThat(engine.snapshot(utterance(NOON))).isEqualTo(before);
  }

  @Test
  void availabilityFollowsTheLatestNews() {
    // When
    engine.accept(
        new HomeEvent.AvailabilityChanged(
            home.id(), OVEN, Availability.OFFLINE, "last will", NOON));
    engine.availability(OVEN, Availability.ONLINE, NOON.minusSeconds(5));

    // Then
    assertThat(engine.snapshot(utterance(NOON)).isReachable(OVEN)).isFalse();
  }

  @Test
  void aForkGoesItsOwnWay() {
    // Given
    ContextEngine fork = engine.fork(clock);

    // When
    fork.assume(new ExpectedEffect(OVEN, "on", Value.of(true)));
    engine.apply(report(LAMP, "brightness", 10, NOON));

    // Then
    ContextSnapshot forked = fork.snapshot(utterance(NOON));
    assertThat(forked.property(OVEN, "on").orElseThrow().source()).isEqualTo(Source.ASSUMED);
    assertThat(forked.recent()).extracting(Transition::property).containsExactly("on");
    assertThat(forked.value(LAMP, "brightness")).contains(Value.of(70));
    assertThat(engine.snapshot(utterance(NOON)).isActive(OVEN)).isFalse();
  }

  @Test
  void changesAreForgottenAfterHalfAnHour() {
    // Given
    engine.apply(report(ALARM, "ringing", true, NOON));

    // When
    ContextSnapshot soon = engine.snapshot(utterance(NOON.plus(Duration.ofMinutes(29))));
    ContextSnapshot late = engine.snapshot(utterance(NOON.plus(Duration.ofMinutes(31))));

    // Then
    assertThat(soon.recent()).hasSize(1);
    assertThat(late.recent()).isEmpty();
  }

  @Test
  void aBusySensorCannotPushOutThatTheAlarmRang() {
    // Given
    engine.apply(report(ALARM, "ringing", true, NOON));

    // When
    for (int i = 1; i <= 1000; i++) {
      clock.move(Duration.ofSeconds(1));
      engine.apply(report(TEMPERATURE, "temperature", 20 + i % 7, clock.instant()));
    }

    // Then
    ContextSnapshot snapshot = engine.snapshot(utterance(clock.instant()));
    assertThat(snapshot.recent()).hasSize(2);
    assertThat(snapshot.recent().getFirst().at()).isEqualTo(clock.instant());
    assertThat(snapshot.lastChange(ALARM, "ringing", Duration.ofMinutes(30))).isPresent();
  }

  @Test
  void nothingIsLostForeverWhenADeviceOnceGaveATimeInTheFuture() {
    // Given
    Instant future = NOON.plus(Duration.ofDays(3650));
    engine.apply(report(TEMPERATURE, "temperature", 99, future));

    // When
    clock.move(Duration.ofSeconds(1));
    engine.apply(report(TEMPERATURE, "temperature", 20, clock.instant()));

    // Then
    ContextSnapshot snapshot = engine.snapshot(utterance(clock.instant()));
    assertThat(snapshot.value(TEMPERATURE, "temperature")).contains(Value.of(20));
  }

  @Test
  void aReportFromTheFutureCountsAsMadeNow() {
    // When
    engine.apply(report(OVEN, "on", true, NOON.plus(Duration.ofDays(3650))));

    // Then
    ContextSnapshot snapshot = engine.snapshot(utterance(NOON));
    assertThat(snapshot.recent()).extracting(Transition::at).containsExactly(NOON);
    assertThat(snapshot.property(OVEN, "on").orElseThrow().reportedAt()).isEqualTo(NOON);
  }

  @Test
  void reportsStillCountAfterTheClockWasSetBack() {
    // Given
    engine.apply(report(OVEN, "on", true, NOON));
    clock.move(Duration.ofHours(-3));

    // When
    engine.apply(report(OVEN, "on", false, clock.instant()));

    // Then
    ContextSnapshot snapshot = engine.snapshot(utterance(clock.instant()));
    assertThat(snapshot.isActive(OVEN)).isFalse();
    assertThat(snapshot.recent()).extracting(Transition::to).containsExactly(Value.of(false));
  }

  @Test
  void whatTheRegistrySaysCountsAfterTheClockWasSetBack() {
    // Given
    engine.apply(report(OVEN, "on", true, NOON));
    clock.move(Duration.ofHours(-3));
    DeviceState off = DeviceState.unknown(OVEN).after(said(OVEN, false, clock.instant()));

    // When
    engine.accept(new HomeEvent.StateChanged(home.id(), off, List.of(), clock.instant()));

    // Then
    assertThat(engine.snapshot(utterance(clock.instant())).isActive(OVEN)).isFalse();
  }

  @Test
  void anEventOfBeforeTheHomeWasReadStillBeatsItsDescription() {
    // Given
    engine.apply(
        new StateReport(
            OVEN, Map.of("on", Value.of(false)), Source.DESCRIBED, NOON, Optional.empty()));

    // When
    engine.apply(report(OVEN, "on", true, NOON.minusSeconds(600)));

    // Then
    ContextSnapshot snapshot = engine.snapshot(utterance(NOON));
    assertThat(snapshot.isActive(OVEN)).isTrue();
    assertThat(snapshot.heldFor(OVEN, "on")).contains(Duration.ofSeconds(600));
  }

  @Test
  void whatAHomeFileDescribesIsNoNews() {
    // When
    engine.apply(
        new StateReport(
            OVEN, Map.of("on", Value.of(true)), Source.DESCRIBED, NOON, Optional.empty()));

    // Then
    assertThat(engine.snapshot(utterance(NOON)).recent()).isEmpty();
  }

  @Test
  void theSpeakerIsWhereTheMicrophoneIsElseTheSatelliteElseThePerson() {
    // Given
    Optional<String> none = Optional.empty();
    Optional<String> bathroom = Optional.of("bathroom");
    Optional<String> satellite = Optional.of("speaker.kitchen");
    Optional<String> ben = Optional.of("ben");

    // When
    Optional<AreaId> byMicrophone = areaOf(utterance(bathroom, satellite, ben, "d", NOON));
    Optional<AreaId> bySatellite = areaOf(utterance(none, satellite, ben, "d", NOON));
    Optional<AreaId> byPerson = areaOf(utterance(none, none, ben, "d", NOON));
    Optional<AreaId> byNothing = areaOf(utterance(none, none, none, "d", NOON));

    // Then
    assertThat(byMicrophone).contains(new AreaId("bathroom"));
    assertThat(bySatellite).contains(new AreaId("kitchen"));
    assertThat(byPerson).contains(new AreaId("living_room"));
    assertThat(byNothing).isEmpty();
  }

  @Test
  void aTurnIsRememberedInItsConversationAndRoomOnly() {
    // Given
    Utterance said = utterance("kitchen", "d1", NOON);
    engine.accept(new HomeEvent.TurnTaken(home.id(), turnAbout(LAMP, said), NOON));

    // When
    List<Mention> sameTalk = mentioned(utterance("bedroom", "d1", NOON.plusSeconds(30)));
    List<Mention> sameRoom = mentioned(utterance("kitchen", "d2", NOON.plusSeconds(30)));
    List<Mention> otherRoom = mentioned(utterance("bedroom", "d3", NOON.plusSeconds(30)));
    List<Mention> nextDay = mentioned(utterance("kitchen", "d4", NOON.plus(Duration.ofDays(1))));

    // Then
    assertThat(sameTalk).containsExactly(new Mention(LAMP, NOON));
    assertThat(sameRoom).containsExactly(new Mention(LAMP, NOON));
    assertThat(otherRoom).isEmpty();
    assertThat(nextDay).isEmpty();
  }

  @Test
  void aDeviceIsMentionedOnceAndTheNewestComesFirst() {
    // When
    engine.mention(LAMP, NOON.minusSeconds(30));
    engine.mention(OVEN, NOON.minusSeconds(20));
    engine.mention(LAMP, NOON.minusSeconds(10));

    // Then
    assertThat(mentioned(utterance(NOON)))
        .containsExactly(
            new Mention(LAMP, NOON.minusSeconds(10)), new Mention(OVEN, NOON.minusSeconds(20)));
  }

  @Test
  void theSunRisesOverTheHomeWhereItStands() {
    // When the sun rises over Stockholm at 3:31 on midsummer and at 8:43 at Christmas
    boolean beforeSummer = sunUp("2026-06-21T01:20:00Z");
    boolean afterSummer = sunUp("2026-06-21T01:40:00Z");
    boolean beforeWinter = sunUp("2026-12-24T07:35:00Z");
    boolean afterWinter = sunUp("2026-12-24T07:55:00Z");

    // Then
    assertThat(List.of(beforeSummer, afterSummer, beforeWinter, afterWinter))
        .containsExactly(false, true, false, true);
  }

  private static StateReport said(DeviceId device, boolean on, Instant at) {
    return report(device, "on", on, at);
  }

  private Optional<AreaId> areaOf(Utterance utterance) {
    return engine.snapshot(utterance).speakerArea();
  }

  private List<Mention> mentioned(Utterance utterance) {
    return engine.snapshot(utterance).mentioned();
  }

  private boolean sunUp(String at) {
    return engine.snapshot(utterance(Instant.parse(at))).sunUp();
  }

  private static TurnRecord turnAbout(DeviceId device, Utterance utterance) {
    Request request =
        new Request(
            Intent.TURN_OFF,
            Map.of(),
            List.of(device),
            Grounding.NAMED,
            Optional.empty(),
            List.of());
    Hypothesis hypothesis = new Hypothesis("turn it off", 1, List.of(request), List.of());
    Plan plan = new Plan(hypothesis, List.of(), List.of(), List.of(), RiskClass.LOW, false);
    return new TurnRecord(
        utterance,
        new Ranking(List.of(new Ranked(0, hypothesis, 1, List.of()))),
        new Decision.Act(plan),
        List.of(),
        "Done.",
        "",
        Duration.ZERO,
        Optional.empty());
  }
}
