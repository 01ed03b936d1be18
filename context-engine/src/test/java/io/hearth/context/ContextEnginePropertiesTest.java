package io.hearth.context;

import static io.hearth.context.DemoHome.NOON;
import static io.hearth.context.DemoHome.utterance;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.FakeClock;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.ContextSnapshot;
import io.hearth.model.state.StateReport;
import io.hearth.registry.DescribedHome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ContextEnginePropertiesTest {

  private static final DescribedHome HOME = DemoHome.read();

  @Property(tries = 200)
  void staleReportsNeverWin(@ForAll("reports") List<StateReport> reports, @ForAll Random random) {
    // Given
    List<StateReport> distinct = withDistinctTimes(reports);
    List<StateReport> shuffled = new ArrayList<>(distinct);
    Collections.shuffle(shuffled, random);
    ContextEngine engine = engine();

    // When
    shuffled.forEach(engine::apply);

    // Then
    ContextSnapshot snapshot = engine.snapshot(utterance(NOON));
    newest(distinct)
        .forEach((key, value) ->
            assertThat(snapshot.value(key.device(), key.property())).contains(value));
  }

  @Property(tries = 100)
  void aSnapshotNeverChanges(
      @ForAll("reports") List<StateReport> before, @ForAll("reports") List<StateReport> after) {
    // Given
    ContextEngine engine = engine();
    before.forEach(engine::apply);
    ContextSnapshot snapshot = engine.snapshot(utterance(NOON));
    String looked = snapshot.toString();

    // When
    after.forEach(engine::apply);

    // Then
    assertThat(snapshot).hasToString(looked);
  }

  @Property(tries = 100)
  void theSameEventsGiveEqualSnapshots(@ForAll("reports") List<StateReport> reports) {
    // Given
    ContextEngine one = engine();
    ContextEngine other = engine();

    // When
    reports.forEach(one::apply);
    reports.forEach(other::apply);

    // Then
    ContextSnapshot snapshot = one.snapshot(utterance(NOON));
    assertThat(other.snapshot(utterance(NOON)))
        .isEqualTo(snapshot)
        .hasToString(snapshot.toString());
  }

  @Property(tries = 100)
  void changesComeNewestFirstAndStatesInTheOrderOfTheirDevices(
      @ForAll("reports") List<StateReport> reports) {
    // Given
    ContextEngine engine = engine();

    // When
    reports.forEach(engine::apply);

    // Then
    ContextSnapshot snapshot = engine.snapshot(utterance(NOON));
    assertThat(snapshot.recent())
        .isSortedAccordingTo(Comparator.comparing(change -> -change.at().toEpochMilli()));
    assertThat(List.copyOf(snapshot.states().keySet())).isSorted();
    assertThat(snapshot.recent()).hasSizeLessThanOrEqualTo(RecentChanges.MAX_SIZE);
  }

  @Provide
  Arbitrary<List<StateReport>> reports() {
    Arbitrary<DeviceId> devices =
        Arbitraries.of(DemoHome.OVEN, DemoHome.LAMP, DemoHome.ALARM, DemoHome.TEMPERATURE);
    Arbitrary<String> properties = Arbitraries.of("on", "temperature", "ringing");
    Arbitrary<Object> values =
        Arbitraries.oneOf(
            Arbitraries.of(true, false).map(value -> value),
            Arbitraries.integers().between(0, 50).map(value -> value));
    Arbitrary<Integer> ages = Arbitraries.integers().between(0, 3000);
    return Combinators.combine(devices, properties, values, ages)
        .as((device, property, value, age) ->
            DemoHome.report(device, property, value, NOON.minusSeconds(age)))
        .list()
        .ofMaxSize(60);
  }

  private static ContextEngine engine() {
    return new ContextEngine(HOME.home(), HOME.states(), new FakeClock(NOON));
  }

  /** Which of two sayings of the same moment wins is a matter of arrival. */
  private static List<StateReport> withDistinctTimes(List<StateReport> reports) {
    List<StateReport> distinct = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      StateReport report = reports.get(i);
      distinct.add(
          new StateReport(
              report.device(),
              report.properties(),
              report.source(),
              report.receivedAt().minus(Duration.ofMillis(i)),
              report.measuredAt()));
    }
    return distinct;
  }

  private static Map<Key, Value> newest(List<StateReport> reports) {
    Map<Key, Value> newest = new HashMap<>();
    reports.stream()
        .sorted(Comparator.comparing(StateReport::at))
        .forEach(report ->
            report
                .properties()
                .forEach((name, value) -> newest.put(new Key(report.device(), name), value)));
    return newest;
  }

  private record Key(DeviceId device, String property) {}
}
