package io.hearth.registry;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.HomeId;
import io.hearth.model.state.Announcement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
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
  // What is on disk, as the one thread that uses this knows it.
  private final Map<DeviceId, Announcement> descriptions = new HashMap<>();
  private final Set<DeviceId> states = new HashSet<>();
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
          descriptions.put(device, announcement);
          Announced announced = new Announced(announcement, true);
          rows.put(device, new Row(device, Optional.of(announced), Optional.empty()));
        });
    each(
        "SELECT device, state FROM device_state WHERE home = :home",
        (device, text) -> {
          states.add(device);
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
            announced -> descriptions.put(row.device(), announced.announcement()),
            () -> descriptions.remove(row.device()));
    if (row.state().isPresent()) {
      states.add(row.device());
    } else {
      states.remove(row.device());
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
      rows.forEach(this::remember);
    } catch (RegistryUnavailableException e) {
      throw e;
    } catch (RuntimeException | SQLException e) {
      closeQuietly();
      throw OpenFailures.writing(config, e);
    }
  }

  private void write(Handle transaction, Collection<Row> rows) {
    write(
        transaction, "announced_device", "description", descriptions.keySet(), announcedAnew(rows));
    Map<DeviceId, Optional<String>> said = new LinkedHashMap<>();
    rows.forEach(row -> said.put(row.device(), row.state().map(json::write)));
    write(transaction, "device_state", "state", states, said);
  }

  /** Descriptions differ from what is on disk much more rarely than state does. */
  private Map<DeviceId, Optional<String>> announcedAnew(Collection<Row> rows) {
    Map<DeviceId, Optional<String>> anew = new LinkedHashMap<>();
    for (Row row : rows) {
      Optional<Announcement> now = row.announced().map(Announced::announcement);
      if (!now.equals(Optional.ofNullable(descriptions.get(row.device())))) {
        anew.put(row.device(), now.map(json::write));
      }
    }
    return anew;
  }

  /**
   * Replaces the texts of some devices in a table; those without one have none afterwards.
   *
   * @param there who has a text in the table now
   */
  private void write(
      Handle transaction,
      String table,
      String column,
      Set<DeviceId> there,
      Map<DeviceId, Optional<String>> texts) {
    String key = " WHERE home = :home AND device = :device";
    PreparedBatch delete = transaction.prepareBatch("DELETE FROM " + table + key);
    PreparedBatch update =
        transaction.prepareBatch("UPDATE " + table + " SET " + column + " = :text" + key);
    PreparedBatch insert =
        transaction.prepareBatch(
            "INSERT INTO "
                + table
                + " (home, device, "
                + column
                + ") VALUES (:home, :device, :text)");
    texts.forEach((device, text) -> {
      boolean known = there.contains(device);
      if (text.isPresent()) {
        bind(known ? update : insert, device).bind("text", text.get()).add();
      } else if (known) {
        bind(delete, device).add();
      }
    });
    Stream.of(delete, update, insert)
        .filter(batch -> batch.size() > 0)
        .forEach(PreparedBatch::execute);
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
