package io.hearth.model.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DeviceStateTest {

  private static final DeviceId LAMP = new DeviceId("lamp");
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static StateReport report(int seconds, Object value, Source source) {
    return new StateReport(
        LAMP,
        Map.of("brightness", Value.ofRaw(value)),
        source,
        NOON.plusSeconds(seconds),
        Optional.empty());
  }

  @Test
  void remembersSinceWhenAndWhatWasBefore() {
    // Given
    DeviceState state =
        DeviceState.unknown(LAMP)
            .after(report(0, 10, Source.REPORTED))
            .after(report(5, 40, Source.REPORTED));

    // When
    PropertyState brightness =
        state.after(report(9, 40, Source.REPORTED)).property("brightness").orElseThrow();

    // Then
    assertThat(brightness.value()).isEqualTo(Value.of(40));
    assertThat(brightness.previous()).contains(Value.of(10));
    assertThat(brightness.since()).isEqualTo(NOON.plusSeconds(5));
    assertThat(brightness.reportedAt()).isEqualTo(NOON.plusSeconds(9));
  }

  @Test
  void staysStaleUntilTheDeviceItselfSpeaks() {
    // Given
    DeviceState restored =
        DeviceState.unknown(LAMP).after(report(0, 10, Source.REPORTED)).asStale();

    // When
    DeviceState retained = restored.after(report(3, 10, Source.RETAINED));
    DeviceState live = retained.after(report(4, 10, Source.REPORTED));

    // Then
    assertThat(retained.property("brightness").orElseThrow().stale()).isTrue();
    assertThat(live.property("brightness").orElseThrow().stale()).isFalse();
  }

  @Test
  void ageIsNeverNegativeWhenTheClockWasSetBack() {
    PropertyState state = PropertyState.first(Value.of(1), NOON, Source.REPORTED);

    assertThat(state.age(NOON.minusSeconds(60))).isEqualTo(Duration.ZERO);
  }

  @Property
  void theNewestReportWinsInWhateverOrderTheyCome(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 1000) Integer> times,
      @ForAll long seed) {
    // Given
    List<Integer> distinct = new ArrayList<>(times.stream().distinct().toList());
    int newest = Collections.max(distinct);
    Collections.shuffle(distinct, new java.util.Random(seed));

    // When
    DeviceState state = DeviceState.unknown(LAMP);
    for (int time : distinct) {
      state = state.after(report(time, time, Source.REPORTED));
    }

    // Then
    assertThat(state.value("brightness")).contains(Value.of(newest));
  }
}
