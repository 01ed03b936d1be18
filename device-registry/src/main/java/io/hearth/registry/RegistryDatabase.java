package io.hearth.registry;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.HomeId;
import io.hearth.model.state.Announcement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

  private static final String WHERE = " WHERE home = :home AND device = :device";

  private final RegistryConfig config;
  private final HomeId home;
  private final RowJson json = new RowJson();
  private final Map<DeviceId, Announcement> onDisk = new HashMap<>();
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
        (device, text) -> {
          Announcement announcement = json.announcement(device, text);
          onDisk.put(device, announcement);
          Announced announced = new Announced(announcement, true);
          rows.put(device, new Row(device, Optional.of(announced), Optional.empty()));
        });
    each(
        "SELECT device, state FROM device_state WHERE home = :home",
        (device, text) -> {
          Row known =
              rows.getOrDefault(device, new Row(device, Optional.empty(), Optional.empty()));
          rows.put(
              device, new Row(device, known.announced(), Optional.of(json.state(device, text))));
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

  private void remember(Row row) {
    row.announced()
        .ifPresentOrElse(
            announced -> onDisk.put(row.device(), announced.announcement()),
            () -> onDisk.remove(row.device()));
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
      rows.forEach(this::remember);
    } catch (RegistryUnavailableException e) {
      throw e;
    } catch (RuntimeException | SQLException e) {
      closeQuietly();
      throw OpenFailures.writing(config, e);
    }
  }

  private void write(Handle transaction, Collection<Row> rows) {
    write(transaction, "announced_device", "description", announcedAnew(rows));
    Map<DeviceId, Optional<String>> states = new LinkedHashMap<>();
    rows.forEach(row -> states.put(row.device(), row.state().map(json::write)));
    write(transaction, "device_state", "state", states);
  }

  /** Descriptions differ from what is on disk much more rarely than state does. */
  private Map<DeviceId, Optional<String>> announcedAnew(Collection<Row> rows) {
    Map<DeviceId, Optional<String>> anew = new LinkedHashMap<>();
    for (Row row : rows) {
      Optional<Announcement> now = row.announced().map(Announced::announcement);
      if (!now.equals(Optional.ofNullable(onDisk.get(row.device())))) {
        anew.put(row.device(), now.map(json::write));
      }
    }
    return anew;
  }

  /** Replaces the texts of some devices in a table; those without one have none afterwards. */
  private void write(
      Handle transaction, String table, String column, Map<DeviceId, Optional<String>> texts) {
    Map<DeviceId, String> present = new LinkedHashMap<>();
    List<DeviceId> absent = new ArrayList<>();
    texts.forEach((device, text) ->
        text.ifPresentOrElse(known -> present.put(device, known), () -> absent.add(device)));
    if (!absent.isEmpty()) {
      PreparedBatch delete = batch(transaction, "DELETE FROM " + table + WHERE);
      absent.forEach(device -> bind(delete, device).add());
      delete.execute();
    }
    upsert(transaction, table, column, present);
  }

  private void upsert(
      Handle transaction, String table, String column, Map<DeviceId, String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    List<DeviceId> devices = List.copyOf(texts.keySet());
    PreparedBatch update =
        batch(transaction, "UPDATE " + table + " SET " + column + " = :text" + WHERE);
    texts.forEach((device, text) -> bind(update, device).bind("text", text).add());
    int[] found = update.execute();
    PreparedBatch insert =
        batch(
            transaction,
            "INSERT INTO "
                + table
                + " (home, device, "
                + column
                + ") VALUES (:home, :device, :text)");
    for (int i = 0; i < found.length; i++) {
      if (found[i] == 0) {
        DeviceId device = devices.get(i);
        bind(insert, device).bind("text", texts.get(device)).add();
      }
    }
    if (insert.size() > 0) {
      insert.execute();
    }
  }

  private static PreparedBatch batch(Handle transaction, String sql) {
    return transaction.prepareBatch(sql);
  }

  private PreparedBatch bind(PreparedBatch batch, DeviceId device) {
    return batch.bind("home", home.value()).bind("device", device.value());
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
