package io.hearth.registry;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.HomeId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry's tables. Used by one thread at a time; holds one connection and opens another when
 * that one broke.
 */
final class RegistryDatabase implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(RegistryDatabase.class);

  private final RegistryConfig config;
  private final HomeId home;
  private final RowJson json = new RowJson();
  private Handle handle;

  private RegistryDatabase(RegistryConfig config, HomeId home, Handle handle) {
    this.config = config;
    this.home = home;
    this.handle = handle;
  }

  /**
   * Opens the tables, making or upgrading them where needed.
   *
   * @throws RegistryUnavailableException when that is not possible
   */
  static RegistryDatabase open(RegistryConfig config, HomeId home) {
    Handle handle = connect(config);
    try {
      migrate(config);
      return new RegistryDatabase(config, home, handle);
    } catch (FlywayException e) {
      handle.close();
      throw new RegistryUnavailableException(
          "registry database "
              + config.jdbcUrl()
              + " has tables that this version cannot use; start the version that wrote it, or move"
              + " the database away",
          e);
    }
  }

  private static Handle connect(RegistryConfig config) {
    try {
      return Jdbi.open(connection(config));
    } catch (SQLException e) {
      throw OpenFailures.explain(config, e);
    }
  }

  private static Connection connection(RegistryConfig config) throws SQLException {
    Connection connection =
        DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
    if (connection.isReadOnly()) {
      connection.close();
      throw new SQLException("read only", "HY000", ErrorCode.DATABASE_IS_READ_ONLY);
    }
    return connection;
  }

  private static void migrate(RegistryConfig config) {
    Flyway.configure(RegistryDatabase.class.getClassLoader())
        .dataSource(config.jdbcUrl(), config.user(), config.password())
        .locations("classpath:io/hearth/registry/migration")
        .table("registry_migrations")
        .loggers("slf4j")
        .ignoreMigrationPatterns(new String[0])
        .load()
        .migrate();
  }

  /** Everything kept of this home, by device. A row that cannot be read is logged and left out. */
  Map<DeviceId, Row> load() {
    Map<DeviceId, Row> rows = new LinkedHashMap<>();
    each(
        "SELECT device, description FROM announced_device WHERE home = :home",
        (device, text) ->
            rows.put(
                device,
                new Row(device, Optional.of(json.announcement(device, text)), Optional.empty())));
    each(
        "SELECT device, state FROM device_state WHERE home = :home",
        (device, text) -> {
          Row known =
              rows.getOrDefault(device, new Row(device, Optional.empty(), Optional.empty()));
          rows.put(
              device, new Row(device, known.announcement(), Optional.of(json.state(device, text))));
        });
    return rows;
  }

  private void each(String sql, BiConsumer<DeviceId, String> reader) {
    record Stored(String device, String text) {}
    List<Stored> stored =
        handle
            .createQuery(sql + " ORDER BY device")
            .bind("home", home.value())
            .map((rs, context) -> new Stored(rs.getString(1), rs.getString(2)))
            .list();
    for (Stored row : stored) {
      try {
        reader.accept(new DeviceId(row.device()), row.text());
      } catch (RuntimeException e) {
        LOGGER
            .atWarn()
            .addKeyValue("deviceId", row.device())
            .setCause(e)
            .log("what was kept of a device cannot be read and is left out");
      }
    }
  }

  /**
   * Replaces what is kept of some devices, all or nothing; on return it is on disk.
   *
   * @throws RegistryUnavailableException when it is not; the next save tries a new connection
   */
  void save(Collection<Row> rows) {
    try {
      if (handle.getConnection().isClosed()) {
        handle = connect(config);
      }
      handle.useTransaction(transaction -> write(transaction, rows));
    } catch (RegistryUnavailableException e) {
      throw e;
    } catch (RuntimeException | SQLException e) {
      closeQuietly();
      throw OpenFailures.writing(config, e);
    }
  }

  private void write(Handle transaction, Collection<Row> rows) {
    delete(transaction, "announced_device", rows);
    delete(transaction, "device_state", rows);
    insert(
        transaction,
        "INSERT INTO announced_device (home, device, description) VALUES (:home, :device, :text)",
        rows,
        row -> row.announcement().map(json::write));
    insert(
        transaction,
        "INSERT INTO device_state (home, device, state) VALUES (:home, :device, :text)",
        rows,
        row -> row.state().map(json::write));
  }

  private void delete(Handle transaction, String table, Collection<Row> rows) {
    PreparedBatch batch =
        transaction.prepareBatch(
            "DELETE FROM " + table + " WHERE home = :home AND device = :device");
    rows.forEach(
        row -> batch.bind("home", home.value()).bind("device", row.device().value()).add());
    batch.execute();
  }

  private interface Text {
    Optional<String> of(Row row);
  }

  private void insert(Handle transaction, String sql, Collection<Row> rows, Text text) {
    PreparedBatch batch = transaction.prepareBatch(sql);
    for (Row row : rows) {
      text.of(row)
          .ifPresent(json ->
              batch
                  .bind("home", home.value())
                  .bind("device", row.device().value())
                  .bind("text", json)
                  .add());
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private void closeQuietly() {
    try {
      handle.close();
    } catch (RuntimeException e) {
      LOGGER.atDebug().setCause(e).log("a broken database connection could not be closed");
    }
  }

  @Override
  public void close() {
    closeQuietly();
  }
}
