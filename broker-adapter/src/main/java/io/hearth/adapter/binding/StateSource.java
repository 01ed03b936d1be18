package io.hearth.adapter.binding;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a device says something of itself.
 *
 * @param properties what may be said there, by name
 * @param lapse what follows when nothing is said there for a while
 */
public record StateSource(
    Address at, Set<String> properties, Decoder decoder, Optional<Lapse> lapse) {

  /**
   * What follows from silence.
   *
   * @param after how long nothing was said
   * @param then what is taken to hold then, e.g. no motion; empty when what was said is just too
   *     old to be believed
   */
  public record Lapse(Duration after, Map<String, Value> then) {
    public Lapse {
      then = Map.copyOf(then);
      if (after.isNegative() || after.isZero()) {
        throw new IllegalArgumentException("a lapse must be after more than " + after);
      }
    }
  }

  public StateSource {
    properties = Set.copyOf(properties);
  }

  /** A source of which silence says nothing. */
  public static StateSource of(Address at, Set<String> properties, Decoder decoder) {
    return new StateSource(at, properties, decoder, Optional.empty());
  }
}
