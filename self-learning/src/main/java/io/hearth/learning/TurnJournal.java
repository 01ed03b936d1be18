package io.hearth.learning;

import io.hearth.model.decision.TurnRecord;
import io.hearth.model.speech.Utterance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The append-only record of every turn. A turn is begun here before it may do anything, so that
 * after a crash it is known what was under way; it is ended with all that led to it and came of it.
 * Turns leave when their retention is over. Thread-safe.
 */
public final class TurnJournal implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(TurnJournal.class);
  private static final Duration BETWEEN_PRUNINGS = Duration.ofHours(1);
  private static final int MOST_AT_ONCE = 10_000;

  private static final String SELECT =
      """
      SELECT b.seq, b.id, b.at_millis, b.heard, b.document AS begun,
             e.decision, e.reply, e.why, e.document AS ended
      FROM turn_begun b LEFT JOIN turn_ended e ON e.id = b.id\
      """;

  private final JournalDatabase database;
  private final JournalWriter writer;
  private final Duration retention;
  private final InstantSource clock;
  private final TurnDocument documents = new TurnDocument();
  private final long lastOfEarlierRuns;
  private final AtomicReference<Instant> nextPruning;

  private TurnJournal(JournalDatabase database, Duration retention, InstantSource clock) {
    this.database = database;
    this.retention = retention;
    this.clock = clock;
    writer = new JournalWriter(database);
    lastOfEarlierRuns = number("SELECT COALESCE(MAX(seq), 0) FROM turn_begun");
    nextPruning = new AtomicReference<>(clock.instant().plus(BETWEEN_PRUNINGS));
  }

  /**
   * Opens the journal.
   *
   * @param clock tells when turns are too old to be kept
   * @throws JournalUnavailableException when the database cannot be used
   */
  public static TurnJournal open(JournalConfig config, InstantSource clock) {
    TurnJournal journal = new TurnJournal(JournalDatabase.open(config), config.retention(), clock);
    journal.prune();
    journal.writer.start();
    LOGGER
        .atInfo()
        .addKeyValue("turns", journal.size())
        .addKeyValue("interrupted", journal.interrupted().size())
        .log("turn journal opened");
    return journal;
  }

  /** {@link #open(JournalConfig, InstantSource)} by the system's clock. */
  public static TurnJournal open(JournalConfig config) {
    return open(config, InstantSource.system());
  }

  /**
   * Writes that a turn begins; nothing may be commanded before the stage completes. The turn may go
   * on to understand what was said meanwhile.
   *
   * @return fails with {@link JournalUnavailableException} when it cannot be written, an id already
   *     begun included
   */
  public CompletionStage<Void> begin(Utterance utterance) {
    String document = documents.begun(utterance);
    CompletionStage<Void> begun =
        writer.append(handle ->
            handle
                .createUpdate(
                    "INSERT INTO turn_begun (id, at_millis, heard, schema_version, document)"
                        + " VALUES (:id, :at, :heard, :version, :document)")
                .bind("id", utterance.id())
                .bind("at", utterance.at().toEpochMilli())
                .bind("heard", utterance.transcript().best().text())
                .bind("version", TurnDocument.SCHEMA_VERSION)
                .bind("document", document)
                .execute());
    pruneWhenDue();
    return begun;
  }

  /**
   * Writes how a turn ended; it must have begun.
   *
   * @return fails with {@link JournalUnavailableException} when it cannot be written
   */
  public CompletionStage<Void> end(TurnRecord turn) {
    String document = documents.ended(turn);
    return writer.append(handle ->
        handle
            .createUpdate(
                "INSERT INTO turn_ended (id, decision, reply, why, schema_version, document)"
                    + " VALUES (:id, :decision, :reply, :why, :version, :document)")
            .bind("id", turn.id())
            .bind("decision", turn.decision().word())
            .bind("reply", turn.reply())
            .bind("why", turn.why())
            .bind("version", TurnDocument.SCHEMA_VERSION)
            .bind("document", document)
            .execute());
  }

  /** The turn of that id, if it is kept. */
  public Optional<JournalEntry> find(String turnId) {
    return database.read(handle ->
        handle
            .createQuery(SELECT + " WHERE b.id = :id")
            .bind("id", turnId)
            .map((row, context) -> entry(row))
            .findOne());
  }

  /**
   * The turns begun last, newest first.
   *
   * @param n at least 1; more than 10,000 are never returned
   */
  public List<JournalEntry> latest(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n must be at least 1 but is " + n);
    }
    return database.read(handle ->
        handle
            .createQuery(SELECT + " ORDER BY b.seq DESC FETCH FIRST :n ROWS ONLY")
            .bind("n", Math.min(n, MOST_AT_ONCE))
            .map((row, context) -> entry(row))
            .list());
  }

  /** The turns that an earlier run of the process began and did not end, oldest first. */
  public List<JournalEntry> interrupted() {
    return database.read(handle ->
        handle
            .createQuery(SELECT + " WHERE e.id IS NULL AND b.seq <= :last ORDER BY b.seq")
            .bind("last", lastOfEarlierRuns)
            .map((row, context) -> entry(row))
            .list());
  }

  /** How many turns are kept. */
  public long size() {
    return number("SELECT COUNT(*) FROM turn_begun");
  }

  private long number(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private JournalEntry entry(ResultSet row) throws SQLException {
    Optional<String> ended = Optional.ofNullable(row.getString("ended"));
    return new JournalEntry(
        row.getString("id"),
        Instant.ofEpochMilli(row.getLong("at_millis")),
        row.getString("heard"),
        ending(ended.isPresent(), row.getLong("seq")),
        Optional.ofNullable(row.getString("reply")),
        Optional.ofNullable(row.getString("why")),
        Optional.ofNullable(row.getString("decision")),
        ended.orElse(row.getString("begun")));
  }

  private JournalEntry.Ending ending(boolean ended, long seq) {
    if (ended) {
      return JournalEntry.Ending.ENDED;
    }
    return seq <= lastOfEarlierRuns
        ? JournalEntry.Ending.INTERRUPTED
        : JournalEntry.Ending.UNDER_WAY;
  }

  private void pruneWhenDue() {
    Instant now = clock.instant();
    Instant due = nextPruning.get();
    if (now.isBefore(due) || !nextPruning.compareAndSet(due, now.plus(BETWEEN_PRUNINGS))) {
      return;
    }
    writer
        .append(handle -> deleteBefore(handle, oldestKept()))
        .whenComplete((nothing, e) -> {
          if (e != null) {
            LOGGER.atWarn().setCause(e).log("turns past their retention could not be deleted");
          }
        });
  }

  private void prune() {
    database.write(handle -> deleteBefore(handle, oldestKept()));
  }

  private long oldestKept() {
    return clock.instant().minus(retention).toEpochMilli();
  }

  private static void deleteBefore(Handle handle, long oldest) {
    String old = "SELECT id FROM turn_begun WHERE at_millis < :oldest";
    handle
        .createUpdate("DELETE FROM turn_ended WHERE id IN (" + old + ")")
        .bind("oldest", oldest)
        .execute();
    handle
        .createUpdate("DELETE FROM turn_begun WHERE at_millis < :oldest")
        .bind("oldest", oldest)
        .execute();
  }

  /** Writes what is left and lets go of the database. */
  @Override
  public void close() {
    writer.close();
    database.close();
  }
}
