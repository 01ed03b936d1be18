package io.hearth.adapter.wire;

import io.hearth.model.device.DeviceId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what became of the messages of one link. */
public final class LinkMetrics {

  private static final Logger LOGGER = LoggerFactory.getLogger(LinkMetrics.class);

  /** What became of a message. */
  public enum Fate {
    /** It was handed to the house and kept. */
    ACCEPTED,
    /** It could not be understood. */
    MALFORMED,
    /** The house knows better, e.g. no such device. */
    REFUSED,
    /** The house failed again and again. */
    LOST,
    /** A reply that nobody waits for any more. */
    LATE
  }

  private final String link;
  private final Map<Fate, Counter> fates = new EnumMap<>(Fate.class);
  private final Counter connections;
  private final AtomicInteger connected = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();
  private final Rate rate = new Rate(System::nanoTime);
  private final Problems problems;

  /** Counts and remembers on its own what goes wrong. */
  public LinkMetrics(MeterRegistry meters, String link) {
    this(meters, link, new Problems(InstantSource.system()));
  }

  /**
   * @param problems where it is noted what goes wrong
   */
  public LinkMetrics(MeterRegistry meters, String link, Problems problems) {
    this.link = link;
    this.problems = problems;
    for (Fate fate : Fate.values()) {
      fates.put(
          fate,
          Counter.builder("hearth.link.messages")
              .description("Messages from devices by what became of them")
              .tag("link", link)
              .tag("fate", word(fate))
              .register(meters));
    }
    connections =
        Counter.builder("hearth.link.connections")
            .description("How often the link was made")
            .tag("link", link)
            .register(meters);
    Gauge.builder("hearth.link.connected", connected, AtomicInteger::get)
        .description("1 while commands can be sent")
        .tag("link", link)
        .register(meters);
    Gauge.builder("hearth.link.rate", rate, known -> known.perMinute() / 60.0)
        .description("Messages a second, over the last minute")
        .tag("link", link)
        .register(meters);
  }

  public void count(Fate fate) {
    counter(fate).increment();
    rate.count();
  }

  /**
   * Counts a message that cannot be understood and says so, loudly once for each place.
   *
   * @param place the topic or path it came by
   */
  public void malformed(String place, String reason) {
    malformed(Optional.empty(), place, reason, "");
  }

  /**
   * As {@link #malformed(String, String)}.
   *
   * @param device whose message it is, where one knows
   * @param head the beginning of the payload
   */
  public void malformed(Optional<DeviceId> device, String place, String reason, String head) {
    count(Fate.MALFORMED);
    boolean first = problems.note(link, device, place, reason, head);
    (first ? LOGGER.atWarn() : LOGGER.atDebug())
        .addKeyValue("link", link)
        .addKeyValue("topic", place)
        .addKeyValue("reason", reason)
        .log("malformed message dropped");
  }

  /**
   * Counts what was understood and cannot be all the same.
   *
   * @param what e.g. {@code state of lamp}
   */
  void refused(Optional<DeviceId> device, String what, String reason) {
    count(Fate.REFUSED);
    problems.note(link, device, what, reason, "");
    LOGGER
        .atDebug()
        .addKeyValue("message", what)
        .addKeyValue("reason", reason)
        .log("message refused");
  }

  /** Notes what is wrong with the link itself, loudly the first time. */
  public void problem(String place, String reason) {
    boolean first = problems.note(link, Optional.empty(), place, reason, "");
    (first ? LOGGER.atWarn() : LOGGER.atDebug())
        .addKeyValue("link", link)
        .addKeyValue("topic", place)
        .addKeyValue("reason", reason)
        .log("link has a problem");
  }

  /** What was retained has been read once more. */
  public void looked() {
    looks.incrementAndGet();
  }

  /** The link was made or was lost. */
  public void connected(boolean now) {
    connected.set(now ? 1 : 0);
    if (now) {
      connections.increment();
    }
  }

  /** All counts by their word, for people. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    fates.forEach((fate, counter) -> counts.put(word(fate), (long) counter.count()));
    counts.put("connections", (long) connections.count());
    counts.put("looks", (long) looks.get());
    counts.put("perMinute", rate.perMinute());
    return counts;
  }

  private Counter counter(Fate fate) {
    Counter counter = fates.get(fate);
    if (counter == null) {
      throw new IllegalStateException("no counter for " + fate);
    }
    return counter;
  }

  private static String word(Fate fate) {
    return fate.name().toLowerCase(Locale.ROOT);
  }
}
