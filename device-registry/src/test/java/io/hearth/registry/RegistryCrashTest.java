package io.hearth.registry;

import static io.hearth.registry.RegistryFixture.LAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.model.device.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RegistryCrashTest {

  @TempDir private Path folder;
  private Process other;
  private BufferedReader lines;

  @BeforeEach
  void startOtherProcess() throws IOException {
    other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AcknowledgingHouse.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    lines =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
    assertThat(lines.readLine()).isEqualTo("open");
  }

  @AfterEach
  void endOtherProcess() {
    other.destroyForcibly();
  }

  @Test
  void everythingAcknowledgedIsThereAfterKillMinusNine() throws Exception {
    // Given
    int acknowledged = 0;
    while (acknowledged < 200) {
      acknowledged = Integer.parseInt(lines.readLine());
    }

    // When
    other.toHandle().destroyForcibly(); // leaves what it printed to be read
    other.waitFor(10, TimeUnit.SECONDS);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      acknowledged = line.isEmpty() ? acknowledged : Integer.parseInt(line);
    }

    // Then
    try (RegistryFixture house = new RegistryFixture(folder)) {
      Value.Number kept = (Value.Number) house.value(LAMP, "number");
      assertThat(kept.value()).isGreaterThanOrEqualTo(acknowledged);
      assertThat(house.state(LAMP, "number").stale()).isTrue();
    }
  }

  @Test
  void aSecondProcessIsToldThatTheDatabaseIsInUse() {
    assertThatThrownBy(() -> new RegistryFixture(folder))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(
            "is in use by another process: stop it, or choose another data folder")
        .hasMessageNotContaining("\n");
  }
}
