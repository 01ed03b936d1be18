package io.hearth.learning;

import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The journal's tables. Keeps one connection open, so that the others are cheap. Its exceptions
 * hold nothing that was said: a failed statement's own exception would, so only its cause goes on.
 * Thread-safe.
 */
final class JournalDatabase implements AutoCloseable {

  private final String where;
  private final Jdbi jdbi;
  private final Handle open;

  private JournalDatabase(String where, Jdbi jdbi, Handle open) {
    this.where = where;
    this.jdbi = jdbi;
    this.open = open;
  }

  /**
   * Opens the tables, making or upgrading them where needed.
   *
   * @throws JournalUnavailableException when that is not possible
   */
  static JournalDatabase open(JournalConfig config) {
    String where = "journal database " + config.jdbcUrl().split(";", 2)[0];
    Jdbi jdbi = Jdbi.create(config.jdbcUrl(), config.user(), config.password());
    Handle open = connect(where, jdbi);
    try {
      migrate(config);
      return new JournalDatabase(where, jdbi, open);
    } catch (FlywayException e) {
      open.close();
      throw new JournalUnavailableException(
          where
              + " has tables that this version cannot use; start the version that wrote it, or move"
              + " the database away",
          e);
    }
  }

  private static Handle connect(String where, Jdbi jdbi) {
    try {
      return jdbi.open();
    } catch (JdbiException e) {
      throw new JournalUnavailableException(where + " " + advice(e), e.getCause());
    }
  }

  private static void migrate(JournalConfig config) {
    Flyway.configure(JournalDatabase.class.getClassLoader())
        .loggers("slf4j")
        .dataSource(config.jdbcUrl(), config.user(), config.password())
        .locations("classpath:io/hearth/learning/migration")
        .table("journal_migrations")
        .ignoreMigrationPatterns(new String[0])
        .load()
        .migrate();
  }

  private static String advice(JdbiException e) {
    int code = e.getCause() instanceof SQLException sql ? sql.getErrorCode() : 0;
    return switch (code) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
          "is in use by another process: stop it, or choose another data folder (HEARTH_DATA)";
      case ErrorCode.FILE_CORRUPTED_1 -> "is damaged: move its file away, or put back a copy of it";
      case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 ->
          "cannot be read or written: check that its folder is there, may be written to and has"
              + " space left, or choose another data folder (HEARTH_DATA)";
      default -> "cannot be opened: " + firstLine(e.getCause());
    };
  }

  /**
   * Writes all or nothing; on return it is on disk.
   *
   * @throws JournalUnavailableException when it is not
   */
  void write(Consumer<Handle> statements) {
    try {
      jdbi.useTransaction(statements::accept);
    } catch (JdbiException e) {
      throw new JournalUnavailableException(
          where
              + " could not be written: "
              + firstLine(e.getCause())
              + "; check that the disk has space left",
          e.getCause());
    }
  }

  <T> T read(Function<Handle, T> query) {
    try {
      return jdbi.withHandle(query::apply);
    } catch (JdbiException e) {
      throw new JournalUnavailableException(
          where + " could not be read: " + firstLine(e.getCause()), e.getCause());
    }
  }

  private static String firstLine(@Nullable Throwable cause) {
    String message = cause == null ? "" : String.valueOf(cause.getMessage());
    return message.lines().findFirst().orElse("no reason given");
  }

  @Override
  public void close() {
    open.close();
  }
}
