package io.hearth.adapter.zigbee2mqtt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** When a device was last heard, in each form that {@code advanced.last_seen} can have. */
final class LastSeen {

  /** The end of the year 9999: what is beyond is no moment. */
  private static final long LATEST = 253_402_300_799_999L;

  private LastSeen() {}

  /** The moment; empty where a message does not say it, or not in a form that is known. */
  static Optional<Instant> of(JsonNode message) {
    JsonNode seen = message.path("last_seen");
    if (seen.isIntegralNumber() && seen.canConvertToLong()) {
      long millis = seen.longValue();
      return millis > 0 && millis <= LATEST
          ? Optional.of(Instant.ofEpochMilli(millis))
          : Optional.empty();
    }
    try {
      return seen.stringValueOpt().map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
