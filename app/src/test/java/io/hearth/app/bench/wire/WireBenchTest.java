package io.hearth.app.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hearth.adapter.bench.MosquittoProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WireBenchTest {

  @Test
  void aLittleLoadGoesAllTheWayAndIsNotJudged() throws Exception {
    // Given
    assumeTrue(MosquittoProcess.executable().isPresent(), "Mosquitto is not installed");
    List<Figure> figures = new ArrayList<>();
    // When
    new WireBench(
            new WireOptions(Set.of("c", "e"), true, Optional.empty(), 20_000, 1), figures::add)
        .run();
    // Then
    assertThat(figures).extracting("row").containsExactly("c", "e");
    assertThat(figures).extracting("verdict").containsOnly("not judged");
    assertThat(figures.getFirst().result()).contains("200 of 200 in the context");
    assertThat(figures.getLast().result()).contains("0 not confirmed");
  }

  @Test
  void aFolderThatIsNotThereIsSkipped() throws Exception {
    // Given
    List<Figure> figures = new ArrayList<>();
    // When
    new WireBench(
            new WireOptions(Set.of("a"), true, Optional.of(Path.of("nowhere")), 100, 1),
            figures::add)
        .run();
    // Then
    assertThat(figures).extracting("verdict").containsExactly("skipped");
  }
}
