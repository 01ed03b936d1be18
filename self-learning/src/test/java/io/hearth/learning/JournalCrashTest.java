package io.hearth.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.model.FakeClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalCrashTest {

  @TempDir private Path folder;
  private final List<String> begun = new ArrayList<>();
  private Process other;
  private BufferedReader lines;

  @BeforeEach
  void startOtherProcess() throws IOException {
    other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BeginningProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    lines =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
    begun.add(lines.readLine());
  }

  @AfterEach
  void endOtherProcess() {
    other.destroyForcibly();
  }

  @Test
  void everyTurnThatBeganIsKnownAsInterruptedAfterKillMinusNine() throws Exception {
    // Given
    while (begun.size() < 100) {
      begun.add(lines.readLine());
    }

    // When
    other.toHandle().destroyForcibly(); // leaves what it printed to be read
    other.waitFor(10, TimeUnit.SECONDS);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      begun.add(line);
    }

    // Then
    try (TurnJournal journal = open()) {
      assertThat(journal.interrupted()).extracting(JournalEntry::id).containsAll(begun);
    }
  }

  @Test
  void aSecondProcessIsToldThatTheDatabaseIsInUse() {
    assertThatThrownBy(this::open)
        .isInstanceOf(JournalUnavailableException.class)
        .hasMessageContaining(
            "is in use by another process: stop it, or choose another data folder")
        .hasMessageNotContaining("\n");
  }

  private TurnJournal open() {
    return TurnJournal.open(JournalConfig.inFolder(folder), new FakeClock(Turns.START));
  }
}
