package io.hearth.model.state;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a device said about itself.
 *
 * @param properties by name; only those that were said
 * @param source {@link Source#REPORTED} for a live message, {@link Source#RETAINED} for one that
 *     the broker had kept
 * @param receivedAt when it arrived here
 * @param measuredAt the device's own time stamp, where it gives one
 */
public record StateReport(
    DeviceId device,
    Map<String, Value> properties,
    Source source,
    Instant receivedAt,
    Optional<Instant> measuredAt) {

  public StateReport {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** The device's time stamp where there is one, else the arrival. */
  public Instant at() {
    return measuredAt.orElse(receivedAt);
  }
}
