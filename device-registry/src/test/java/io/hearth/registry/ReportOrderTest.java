package io.hearth.registry;

import static io.hearth.registry.RegistryFixture.LAMP;
import static io.hearth.registry.RegistryFixture.START;
import static io.hearth.registry.RegistryFixture.measured;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.Value;
import java.nio.file.Files;
import java.nio.file.Path;
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
    // Given
    Path folder = Files.createTempDirectory("registry");
    try (RegistryFixture house = new RegistryFixture(folder)) {
      // When
      for (int second : seconds) {
        house.registry.report(
            measured(
                "brightness", Value.of(second), START.plusSeconds(100), START.plusSeconds(second)));
      }

      // Then
      assertThat(house.value(LAMP, "brightness")).isEqualTo(Value.of(seconds.size()));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  @Provide
  Arbitrary<List<Integer>> shuffledSeconds() {
    return Arbitraries.shuffle(Stream.iterate(1, i -> i + 1).limit(12).toList());
  }
}
