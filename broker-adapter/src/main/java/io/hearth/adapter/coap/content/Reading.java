package io.hearth.adapter.coap.content;

import io.hearth.model.device.Value;
import java.time.Instant;
import java.util.Optional;

/**
 * One value that a payload says.
 *
 * @param name the path or name it is said of, e.g. {@code /3303/0/5700}; empty for the resource
 *     that was read
 * @param unit as the sender writes it, e.g. {@code Cel} of SenML
 * @param at the sender's own time stamp
 */
public record Reading(String name, Value value, Optional<String> unit, Optional<Instant> at) {

  /** A value of the resource itself, without unit and time. */
  public static Reading of(Value value) {
    return of("", value);
  }

  /** A named value without unit and time. */
  public static Reading of(String name, Value value) {
    return new Reading(name, value, Optional.empty(), Optional.empty());
  }

  /** The last segment of its name, e.g. {@code 5700}. */
  public String last() {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
