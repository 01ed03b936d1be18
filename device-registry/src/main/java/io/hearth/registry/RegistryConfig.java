package io.hearth.registry;

import java.nio.file.Path;

/**
 * Where the registry keeps what it must not forget.
 *
 * @param jdbcUrl a JDBC URL, e.g. of an H2 file
 * @param user empty where the database asks for none
 * @param password empty where the database asks for none
 */
public record RegistryConfig(String jdbcUrl, String user, String password) {

  public RegistryConfig {
    if (!jdbcUrl.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "registry.jdbcUrl must begin with jdbc: but is '" + jdbcUrl + "'");
    }
  }

  /**
   * An H2 file named {@code registry} in a folder. A commit is with the operating system when it
   * returns: it outlives the process, however that ends; a power cut may take the last moments.
   */
  public static RegistryConfig inFolder(Path folder) {
    Path file = folder.toAbsolutePath().normalize().resolve("registry");
    return new RegistryConfig(
        "jdbc:h2:file:"
            + file
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=4096;TRACE_LEVEL_FILE=0",
        "",
        "");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "RegistryConfig[jdbcUrl=" + jdbcUrl + ", user=" + user + "]";
  }
}
