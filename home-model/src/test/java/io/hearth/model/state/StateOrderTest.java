package io.hearth.model.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is believed, in whatever order, how often and under whatever clock it is said. */
class StateOrderTest {

  private static final DeviceId LAMP = new DeviceId("lamp");
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  /** Something that happens to a property. */
  private record Step(Optional<Source> said, int value) {}

  @Property
  void theNewestStampWinsHoweverOftenAndInWhateverOrderReportsCome(
      @ForAll("stamps") List<Integer> stamps, @ForAll Random random) {
    // Given each one up to three times
    List<Integer> arriving = new ArrayList<>(stamps);
    stamps.forEach(stamp -> {
      for (int again = random.nextInt(3); again > 0; again--) {
        arriving.add(stamp);
      }
    });
    java.util.Collections.shuffle(arriving, random);
    // When
    DeviceState state = DeviceState.unknown(LAMP);
    int newest = -1;
    for (int i = 0; i < arriving.size(); i++) {
      int stamp = arriving.get(i);
      state = state.after(stamped(stamp, START.plusSeconds(1000 + i)));
      newest = Math.max(newest, stamp);
      // Then
      assertThat(state.value("number")).contains(Value.of(newest));
      assertThat(state.property("number").orElseThrow().reportedAt())
          .isEqualTo(START.plusSeconds(newest));
    }
  }

  @Property
  void aDuplicateChangesNothingAtAll(@ForAll("stamps") List<Integer> stamps) {
    DeviceState state = DeviceState.unknown(LAMP);
    for (int stamp : stamps) {
      StateReport report = stamped(stamp, START.plusSeconds(1000));
      state = state.after(report);
      // When
      DeviceState again = state.after(report);
      // Then
      assertThat(again).isEqualTo(state);
    }
  }

  @Property
  void whatNoDeviceHasSaidSinceIsNeverPresentedAsFact(@ForAll("steps") List<Step> steps) {
    // Given what a home file says
    DeviceState state =
        DeviceState.unknown(LAMP).after(unstamped(0, Source.DESCRIBED, START)).asStale();
    boolean confirmed = false;
    Value value = Value.of(0);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Value said = Value.of(step.value());
      // When
      if (step.said().isEmpty()) {
        state = state.asStale();
        confirmed = false;
      } else {
        Instant now = START.plusSeconds(i);
        state = state.after(unstamped(step.value(), step.said().get(), now));
        confirmed = step.said().get() == Source.REPORTED || (confirmed && said.equals(value));
        value = said;
      }
      // Then
      PropertyState known = state.property("number").orElseThrow();
      assertThat(known.stale()).isEqualTo(!confirmed);
      assertThat(known.value()).isEqualTo(value);
      assertThat(known.age(START.minus(Duration.ofDays(1)))).isZero();
    }
  }

  @Provide
  Arbitrary<List<Integer>> stamps() {
    return Arbitraries.integers()
        .between(0, 500)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(15);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Source.REPORTED, Source.RETAINED).optional(),
            Arbitraries.integers().between(0, 2))
        .as(Step::new)
        .list()
        .ofMaxSize(20);
  }

  private static StateReport stamped(int second, Instant arrival) {
    return new StateReport(
        LAMP,
        Map.of("number", Value.of(second)),
        Source.REPORTED,
        arrival,
        Optional.of(START.plusSeconds(second)));
  }

  private static StateReport unstamped(int number, Source source, Instant arrival) {
    return new StateReport(
        LAMP, Map.of("number", Value.of(number)), source, arrival, Optional.empty());
  }
}
