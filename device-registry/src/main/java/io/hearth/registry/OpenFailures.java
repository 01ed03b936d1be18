package io.hearth.registry;

import java.sql.SQLException;
import org.h2.api.ErrorCode;

/** Says in one line why a database does not work and what to try. */
final class OpenFailures {

  private OpenFailures() {}

  static RegistryUnavailableException explain(RegistryConfig config, SQLException e) {
    String advice =
        switch (e.getErrorCode()) {
          case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
              "is in use by another process: stop it, or choose another data folder (HEARTH_DATA)";
          case ErrorCode.FILE_CORRUPTED_1 ->
              "is damaged: move its file away, or put back a copy of it";
          case ErrorCode.WRONG_USER_OR_PASSWORD -> "does not accept user and password";
          case ErrorCode.IO_EXCEPTION_1,
              ErrorCode.IO_EXCEPTION_2,
              ErrorCode.DATABASE_IS_READ_ONLY ->
              "cannot be read or written: check that its folder is there, may be written to and has"
                  + " space left, or choose another data folder (HEARTH_DATA)";
          default -> "cannot be opened: " + firstLine(e);
        };
    return new RegistryUnavailableException(
        "registry database " + withoutSettings(config.jdbcUrl()) + " " + advice, e);
  }

  static RegistryUnavailableException writing(RegistryConfig config, Exception e) {
    return new RegistryUnavailableException(
        "registry database "
            + withoutSettings(config.jdbcUrl())
            + " could not be written: "
            + firstLine(e)
            + "; check that the disk has space left",
        e);
  }

  private static String withoutSettings(String jdbcUrl) {
    int settings = jdbcUrl.indexOf(';');
    return settings < 0 ? jdbcUrl : jdbcUrl.substring(0, settings);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
