package io.hearth.registry;

import static io.hearth.registry.RegistryFixture.LAMP;
import static io.hearth.registry.RegistryFixture.START;
import static io.hearth.registry.RegistryFixture.measured;
import static io.hearth.registry.RegistryFixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.HomeEvent;
import io.hearth.model.device.Value;
import io.hearth.model.state.StateReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReportOrderTest {

  @Property(tries = 20)
  void inWhateverOrderReportsArriveTheNewestWins(@ForAll("shuffledSeconds") List<Integer> seconds)
      throws Exception {
    inAHouse(house -> {
      // When
      for (int second : seconds) {
        house.registry.report(at(second));
      }
      // Then
      assertThat(house.value(LAMP, "brightness")).isEqualTo(Value.of(seconds.size()));
    });
  }

  @Property(tries = 10)
  void whatWasSaidBeforeIsNoNews(@ForAll("shuffledSeconds") List<Integer> seconds)
      throws Exception {
    inAHouse(house -> {
      // Given
      for (int second : seconds) {
        house.registry.report(at(second));
      }
      List<HomeEvent.StateChanged> before = house.events.of(HomeEvent.StateChanged.class);
      // When all of it comes again, in another order
      for (int second : seconds.reversed()) {
        house.registry.report(at(second));
      }
      // Then
      assertThat(house.events.of(HomeEvent.StateChanged.class)).isEqualTo(before);
    });
  }

  @Property(tries = 10)
  void whoHasNoClockIsBelievedWhateverOurClockDoes(@ForAll("jumps") List<Integer> jumps)
      throws Exception {
    inAHouse(house -> {
      Instant now = START;
      for (int i = 0; i < jumps.size(); i++) {
        // When
        now = now.plusSeconds(jumps.get(i));
        house.registry.report(report(LAMP, "brightness", Value.of(1 + i), now));
        // Then
        assertThat(house.value(LAMP, "brightness")).isEqualTo(Value.of(1 + i));
      }
    });
  }

  @Provide
  Arbitrary<List<Integer>> jumps() {
    return Arbitraries.integers()
        .between(-200_000, 200_000)
        .filter(seconds -> seconds >= 0 || seconds < -5) // less may have waited for its turn
        .list()
        .ofMinSize(5)
        .ofMaxSize(20);
  }

  /** What is done in a house. */
  private interface Living {
    void in(RegistryFixture house) throws Exception;
  }

  private static void inAHouse(Living living) throws Exception {
    Path folder = Files.createTempDirectory("registry");
    try (RegistryFixture house = new RegistryFixture(folder)) {
      living.in(house);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static StateReport at(int second) {
    return measured(
        "brightness", Value.of(second), START.plusSeconds(100), START.plusSeconds(second));
  }

  @Provide
  Arbitrary<List<Integer>> shuffledSeconds() {
    return Arbitraries.shuffle(Stream.iterate(1, i -> i + 1).limit(12).toList());
  }
}
