package io.hearth.learning;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where turns are kept and for how long.
 *
 * @param jdbcUrl a JDBC URL, e.g. of an H2 file
 * @param user empty where the database asks for none
 * @param password empty where the database asks for none
 * @param retention how long a turn is kept; above zero
 */
public record JournalConfig(String jdbcUrl, String user, String password, Duration retention) {

  public static final Duration DEFAULT_RETENTION = Duration.ofDays(30);

  public JournalConfig {
    if (!jdbcUrl.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "journal.jdbcUrl must begin with jdbc: but is '" + jdbcUrl + "'");
    }
    if (!retention.isPositive()) {
      throw new IllegalArgumentException("journal.retention must be above 0 but is " + retention);
    }
  }

  /**
   * An H2 file named {@code journal} in a folder. A commit is with the operating system when it
   * returns: it outlives the process, however that ends; a power cut may take the last moments.
   */
  public static JournalConfig inFolder(Path folder) {
    Path file = folder.toAbsolutePath().normalize().resolve("journal");
    return new JournalConfig(
        "jdbc:h2:file:"
            + file
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=4096;TRACE_LEVEL_FILE=0",
        "",
        "",
        DEFAULT_RETENTION);
  }

  public JournalConfig withRetention(Duration newRetention) {
    return new JournalConfig(jdbcUrl, user, password, newRetention);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "JournalConfig[jdbcUrl=" + jdbcUrl + ", user=" + user + ", retention=" + retention + "]";
  }
}
