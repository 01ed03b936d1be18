package io.hearth.adapter.bench;

import java.time.Duration;
import java.util.List;

/**
 * How hard a broker is tried.
 *
 * @param publishers clients that publish in turn
 * @param rates messages a second, one run each
 * @param each how long each run is; as much again, at most two seconds, warms up before
 * @param retained topics whose retained messages a fresh adapter reads
 */
public record BenchLoad(int publishers, List<Integer> rates, Duration each, int retained) {

  public BenchLoad {
    rates = List.copyOf(rates);
  }

  /** The load of the figures in the decision record. */
  public static BenchLoad full() {
    return new BenchLoad(20, List.of(1000, 3000), Duration.ofSeconds(10), 3000);
  }
}
