package io.hearth.adapter.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.adapter.EmbeddedBrokerConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireBenchTest {

  @TempDir Path folder;

  @Test
  void measuresTheEmbeddedBroker() throws Exception {
    // Given
    StringBuilder out = new StringBuilder();
    BenchLoad little = new BenchLoad(2, List.of(100), Duration.ofMillis(500), 30);
    // When
    WireBench.run(out, BenchBroker.embedded(EmbeddedBrokerConfig.inMemory(0)), little);
    // Then
    assertThat(out.toString())
        .contains("embedded Artemis: started in")
        .containsPattern(
            "100/s QoS 1, (\\d+) of \\1 messages arrived: p50 \\d+\\.\\d ms, p99 \\d+\\.\\d ms")
        .contains("30 retained: read by a fresh adapter in");
  }

  /** Each broker in a JVM of its own, so that none warms up or fills the heap of the next. */
  @ParameterizedTest
  @ValueSource(strings = {"artemis", "artemis-journal", "hivemq"})
  @EnabledIfSystemProperty(named = "hearth.bench", matches = "true")
  void measuresTheBrokersSideBySide(String broker) throws Exception {
    // When
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dio.netty.noUnsafe=false",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerComparison.class.getName(),
                broker,
                folder.toString())
            .inheritIO()
            .start();
    // Then
    assertThat(process.waitFor()).isZero();
  }
}
