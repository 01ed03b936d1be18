package io.hearth.gateway.http;

import java.time.Instant;
import java.util.Optional;

/**
 * How a device is reached, and what was heard of it since Hearth started.
 *
 * @param link the way it is reached, e.g. {@code mqtt}
 * @param convention how it describes itself, e.g. {@code homeassistant}
 * @param reports how many times it told its state
 * @param lastHeard when it last did
 * @param reason how it is known whether it can be reached
 */
public record Trace(
    Optional<String> link,
    Optional<String> convention,
    long reports,
    Optional<Instant> lastHeard,
    Optional<String> reason) {

  /** Nothing was heard. */
  public static final Trace NONE =
      new Trace(Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty());
}
