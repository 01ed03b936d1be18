package io.hearth.model.owntype;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A place where devices say what is true of them.
 *
 * @param properties how each is read
 * @param time where the device's own time stamp is
 * @param expires after how long of silence it is not to be believed any more
 * @param then what holds after that; empty when nothing is known
 */
public record Telling(
    Place at,
    Format format,
    Map<String, Reading> properties,
    Optional<TimeStamp> time,
    Optional<Duration> expires,
    Map<String, Value> then) {

  /** A time stamp in a payload. */
  public record TimeStamp(Extract extract, Count count) {

    /** How moments are written. */
    public enum Count {
      /** As in ISO 8601, with offset. */
      ISO,
      /** Seconds since 1970. */
      SECONDS,
      /** Milliseconds since 1970. */
      MILLISECONDS
    }
  }

  public Telling {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    then = Map.copyOf(then);
  }
}
