package io.hearth.adapter.mqtt;

import io.hearth.adapter.wire.Problems;
import io.hearth.adapter.wire.Rate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what became of the messages of a bridge, and tells people what goes wrong. */
final class BridgeMetrics {

  private static final Logger LOGGER = LoggerFactory.getLogger(BridgeMetrics.class);

  /** What became of a message. */
  enum Fate {
    /** The side it goes to has it. */
    CARRIED,
    /** Too many waited while the other side was away. */
    DROPPED,
    /** It waited longer than it was worth. */
    EXPIRED,
    /** The broker it goes to does not take it. */
    REFUSED,
    /** It came over a bridge already. */
    CAME_BY_BRIDGE
  }

  private final MeterRegistry meters;
  private final Problems problems;
  private final Map<String, Counter> counters = new ConcurrentHashMap<>();
  private final AtomicInteger connected = new AtomicInteger();
  private final Rate rate = new Rate(System::nanoTime);

  BridgeMetrics(MeterRegistry meters, Problems problems) {
    this.meters = meters;
    this.problems = problems;
    Gauge.builder("hearth.bridge.connected", connected, AtomicInteger::get)
        .description("1 while the bridge is connected to both brokers")
        .register(meters);
  }

  /** Shows how many messages of a direction wait, and begins its counts at 0. */
  void watch(BridgeRoute route, AtomicInteger waiting) {
    Gauge.builder("hearth.bridge.waiting", waiting, AtomicInteger::get)
        .description("Messages that wait to pass the bridge")
        .tag("direction", route.word())
        .register(meters);
    for (Fate fate : Fate.values()) {
      counters.put(
          key(route, fate),
          Counter.builder("hearth.bridge.messages")
              .description("Messages of the bridge by what became of them")
              .tag("direction", route.word())
              .tag("fate", fate.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
  }

  void count(BridgeRoute route, Fate fate) {
    Counter counter = counters.get(key(route, fate));
    if (counter != null) {
      counter.increment();
    }
    rate.count();
  }

  void connected(boolean now) {
    connected.set(now ? 1 : 0);
  }

  /** Tells what is wrong, loudly the first time. */
  void problem(String place, String reason, String head) {
    boolean first = problems.note(Bridge.NAME, Optional.empty(), place, reason, head);
    (first ? LOGGER.atWarn() : LOGGER.atDebug())
        .addKeyValue("place", place)
        .addKeyValue("reason", reason)
        .log("bridge has a problem");
  }

  void solved(String place) {
    problems.solved(Bridge.NAME, place);
  }

  /** All counts by their word, for people. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counters.forEach((key, counter) -> counts.put(key, (long) counter.count()));
    counts.put("perMinute", rate.perMinute());
    return counts;
  }

  private static String key(BridgeRoute route, Fate fate) {
    return route.word() + "." + fate.name().toLowerCase(Locale.ROOT);
  }
}
