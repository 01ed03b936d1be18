package io.hearth.gateway.http;

import java.util.List;
import java.util.Locale;

/**
 * How a running Hearth is.
 *
 * @param status {@link Status#STARTING} means that it cannot take turns yet
 * @param version of Hearth
 * @param checks what was looked at
 */
public record Health(Status status, String version, List<Check> checks) {

  /** From working to not yet working. */
  public enum Status {
    OK,
    /** It works, with something missing. */
    DEGRADED,
    STARTING;

    /** The word of the API, e.g. {@code ok}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One thing that was looked at.
   *
   * @param name what it is, e.g. {@code broker}
   * @param detail a line a person can read, e.g. where it is connected and since when
   */
  public record Check(String name, Status status, String detail) {}

  public Health {
    checks = List.copyOf(checks);
  }

  /** The health of something with these checks: as bad as its worst. */
  public static Health of(String version, List<Check> checks) {
    Status worst = checks.stream().map(Check::status).max(Status::compareTo).orElse(Status.OK);
    return new Health(worst, version, checks);
  }
}
