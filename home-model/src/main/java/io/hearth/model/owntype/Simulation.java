package io.hearth.model.owntype;

import io.hearth.model.device.Range;
import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a device behaves when it is simulated.
 *
 * @param latency from an order to the first change
 * @param properties how each changes by itself or follows an order
 * @param payloads what it sends to a place, with property names in braces, where that does not
 *     follow from how it is read
 * @param orders the regular expression of an action's payload, with a group for each argument,
 *     where that does not follow from how it is written
 */
public record Simulation(
    Duration latency,
    Map<String, Motion> properties,
    Map<String, String> payloads,
    Map<String, String> orders) {

  /** Nothing but what its capabilities do. */
  public static final Simulation PLAIN =
      new Simulation(Duration.ZERO, Map.of(), Map.of(), Map.of());

  /**
   * How a property changes.
   *
   * @param start its first value
   * @param rate by how much a number follows what is wished for it, per second; 0 for at once
   * @param within where a number wanders by itself
   * @param noise how far it wanders in a minute, in its own unit; 0 for standing still
   * @param steps what it becomes by itself, in time
   */
  public record Motion(
      Optional<Value> start, double rate, Optional<Range> within, double noise, List<Step> steps) {

    public Motion {
      steps = List.copyOf(steps);
      if (!(rate >= 0) || !(noise >= 0)) {
        throw new IllegalArgumentException("rate and noise must not be negative");
      }
    }
  }

  /** A value that becomes another after a while. */
  public record Step(Value from, Duration after, Value to) {}

  public Simulation {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    payloads = Map.copyOf(payloads);
    orders = Map.copyOf(orders);
  }
}
