package io.hearth.adapter.wire;

import io.hearth.model.device.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A state payload as read: some or all properties of a device.
 *
 * @param properties by name, in the order said
 * @param at the device's own time stamp, where it gives one
 */
public record SaidState(Map<String, Value> properties, Optional<Instant> at) {

  public SaidState {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }
}
