package io.hearth.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hearth.learning.JournalEntry.Ending;
import io.hearth.model.FakeClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TurnJournalTest {

  @TempDir private Path folder;
  private final FakeClock clock = new FakeClock(Turns.START);
  private TurnJournal journal;

  @BeforeEach
  void open() {
    journal = TurnJournal.open(JournalConfig.inFolder(folder), clock);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void aTurnThatEndedIsFoundWithItsReplyAndReason() throws Exception {
    // Given
    done(journal.begin(Turns.utterance("t1")));

    // When
    done(journal.end(Turns.acted(Turns.utterance("t1"))));

    // Then
    JournalEntry entry = journal.find("t1").orElseThrow();
    assertThat(entry.ending()).isEqualTo(Ending.ENDED);
    assertThat(entry.at()).isEqualTo(Turns.START);
    assertThat(entry.heard()).isEqualTo(Turns.HEARD);
    assertThat(entry.reply()).contains("The lamp is at 40 percent.");
    assertThat(entry.why()).contains("Because the lamp is where you are.");
    assertThat(entry.decision()).contains("act");
  }

  @Test
  void theDocumentHoldsAllThatLedToTheDecision() throws Exception {
    // Given
    done(journal.begin(Turns.utterance("t1")));
    done(journal.end(Turns.acted(Turns.utterance("t1"))));

    // When
    JsonNode document = document("t1");

    // Then
    assertThat(document.at("/schemaVersion").asInt()).isEqualTo(1);
    assertThat(document.at("/nbest/1/confidence").asDouble()).isEqualTo(0.2);
    assertThat(document.at("/speaker").asString()).isEqualTo("ann");
    assertThat(document.at("/answersTurn").asString()).isEqualTo("t0");
    assertThat(document.at("/hypotheses/0/proposed").asInt()).isEqualTo(1);
    assertThat(document.at("/hypotheses/0/probability").asDouble()).isEqualTo(0.9);
    assertThat(document.at("/hypotheses/0/requests/0/intent").asString())
        .isEqualTo("SetBrightness");
    assertThat(document.at("/hypotheses/0/requests/0/slots/value").asInt()).isEqualTo(40);
    assertThat(document.at("/hypotheses/0/requests/0/targets/0").asString()).isEqualTo("lamp");
    assertThat(document.at("/hypotheses/0/requests/0/schedule/after").asString()).isEqualTo("PT5M");
    assertThat(document.at("/hypotheses/0/evidence/0/name").asString())
        .isEqualTo("the lamp is here");
    assertThat(document.at("/decision/commands/0/effects/0/value").asInt()).isEqualTo(40);
    assertThat(document.at("/outcomes/0/outcome").asString()).isEqualTo("acknowledged");
    assertThat(document.at("/tookMicros").asInt()).isEqualTo(35_000);
  }

  @Test
  void aTurnThatWasDeclinedKeepsItsProblems() throws Exception {
    // Given
    done(journal.begin(Turns.utterance("t1")));

    // When
    done(journal.end(Turns.declined(Turns.utterance("t1"))));

    // Then
    assertThat(document("t1").at("/decision/problems/0/kind").asString())
        .isEqualTo("no_such_device");
  }

  @Test
  void aTurnUnderWayIsSeenAsSuchAndAfterARestartAsInterrupted() throws Exception {
    // Given
    done(journal.begin(Turns.utterance("t1")));
    Ending before = journal.find("t1").orElseThrow().ending();

    // When
    journal.close();
    open();

    // Then
    assertThat(before).isEqualTo(Ending.UNDER_WAY);
    assertThat(journal.find("t1").orElseThrow().ending()).isEqualTo(Ending.INTERRUPTED);
    assertThat(journal.interrupted()).extracting(JournalEntry::id).containsExactly("t1");
    assertThat(document("t1").at("/nbest/0/text").asString()).isEqualTo(Turns.HEARD);
  }

  @Test
  void theLatestTurnsComeNewestFirst() throws Exception {
    // Given
    for (int i = 1; i <= 5; i++) {
      done(journal.begin(Turns.utterance("t" + i)));
    }

    // Then
    assertThat(journal.latest(3)).extracting(JournalEntry::id).containsExactly("t5", "t4", "t3");
    assertThat(journal.size()).isEqualTo(5);
  }

  @Test
  void turnsLeaveWhenTheirRetentionIsOver() throws Exception {
    // Given
    done(journal.begin(Turns.utterance("old")));
    done(journal.end(Turns.acted(Turns.utterance("old"))));
    clock.move(Duration.ofDays(31));

    // When
    done(journal.begin(Turns.utterance("new", clock.instant())));

    // Then
    await().atMost(10, TimeUnit.SECONDS).until(() -> journal.size() == 1);
    assertThat(journal.find("old")).isEmpty();
    assertThat(journal.find("new")).isPresent();
  }

  @Test
  void oldTurnsLeaveAlsoWhenTheJournalIsOpened() throws Exception {
    // Given
    done(journal.begin(Turns.utterance("old")));
    journal.close();
    clock.move(Duration.ofDays(2));

    // When
    journal =
        TurnJournal.open(JournalConfig.inFolder(folder).withRetention(Duration.ofDays(1)), clock);

    // Then
    assertThat(journal.size()).isZero();
  }

  @Test
  void anIdThatIsTakenFailsThatTurnOnly() throws Exception {
    // Given
    done(journal.begin(Turns.utterance("t1")));

    // When
    CompletionStage<Void> again = journal.begin(Turns.utterance("t1"));
    CompletionStage<Void> next = journal.begin(Turns.utterance("t2"));

    // Then
    assertThatThrownBy(() -> done(again)).hasCauseInstanceOf(JournalUnavailableException.class);
    done(next);
    assertThat(journal.size()).isEqualTo(2);
  }

  @Test
  void aTurnThatNeverBeganCannotEnd() {
    // When
    CompletionStage<Void> end = journal.end(Turns.acted(Turns.utterance("t9")));

    // Then
    assertThatThrownBy(() -> done(end)).hasCauseInstanceOf(JournalUnavailableException.class);
    assertThat(journal.find("t9")).isEmpty();
  }

  @Test
  void aFailureTellsNothingOfWhatWasSaid() throws Exception {
    // Given
    sql("ALTER TABLE turn_begun RENAME TO hidden");

    // When
    CompletionStage<Void> begun = journal.begin(Turns.utterance("t1"));

    // Then
    assertThatThrownBy(() -> done(begun))
        .hasCauseInstanceOf(JournalUnavailableException.class)
        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain(Turns.HEARD));
  }

  @Test
  void anEntryPrintsNothingOfWhatWasSaid() throws Exception {
    // Given
    done(journal.begin(Turns.utterance("t1")));

    // Then
    assertThat(journal.find("t1").orElseThrow().toString()).contains("t1").doesNotContain("nook");
  }

  @Test
  void aClosedJournalSaysSo() {
    // Given
    journal.close();

    // When
    CompletionStage<Void> begun = journal.begin(Turns.utterance("t1"));

    // Then
    assertThatThrownBy(() -> done(begun)).hasMessageContaining("the journal is closed");
  }

  @Test
  void aDamagedDatabaseIsOneClearLine() throws Exception {
    // Given
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("journal.mv.db"), "x".repeat(20_000), StandardCharsets.UTF_8);

    // Then
    assertThatThrownBy(() -> TurnJournal.open(JournalConfig.inFolder(other), clock))
        .isInstanceOf(JournalUnavailableException.class)
        .hasMessageContaining("is damaged: move its file away")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aConfigurationThatCannotBeNamesItsKey() {
    assertThatThrownBy(() -> JournalConfig.inFolder(folder).withRetention(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("journal.retention must be above 0");
  }

  private JsonNode document(String id) {
    return JsonMapper.shared().readTree(journal.find(id).orElseThrow().document());
  }

  private void sql(String statement) throws Exception {
    String url = JournalConfig.inFolder(folder).jdbcUrl();
    try (Connection connection = DriverManager.getConnection(url, "", "");
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static String stackTrace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static void done(CompletionStage<Void> stage) throws Exception {
    stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
