package io.hearth.app.bench.wire;

import io.hearth.adapter.bench.MosquittoProcess;
import io.hearth.adapter.broker.EmbeddedBroker;
import io.hearth.adapter.broker.EmbeddedBrokerConfig;
import io.hearth.app.home.QuietHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows a, b and h: what is understood of discovery messages, and how soon after a cold start. */
final class DiscoveryRows {

  static final String UNDERSTOOD = "discovery messages of real models understood";
  static final String COLD = "retained discovery messages after a cold start";

  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Bench bench;
  private final WireOptions options;
  private final DiscoveryMessages messages = new DiscoveryMessages();

  DiscoveryRows(Bench bench, WireOptions options) {
    this.bench = bench;
    this.options = options;
  }

  /** Row a. */
  Figure understood() throws Exception {
    Optional<Path> folder = options.discovery();
    Optional<List<Bench.Retained>> given =
        folder.isEmpty() ? Optional.empty() : messages.of(folder.get());
    if (given.isEmpty()) {
      return Figure.skipped(
          "a", UNDERSTOOD, folder.map(f -> "not present: " + f).orElse("needs --discovery DIR"));
    }
    List<Bench.Retained> all = given.get();
    int devices = DiscoveryMessages.devices(all);
    try (MosquittoProcess broker = bench.mosquitto()) {
      Bench.retain(broker.uri(), all);
      try (QuietHome home = bench.home(broker.uri(), event -> {})) {
        settled(home);
        Map<String, Long> types =
            home.home().devices().stream()
                .collect(
                    Collectors.groupingBy(
                        device -> device.type().id().toString(),
                        TreeMap::new,
                        Collectors.counting()));
        int bad = home.adapter().problems().size();
        double share = 100.0 * (all.size() - bad) / all.size();
        return Figure.of(
            "a",
            UNDERSTOOD,
            all.size() + " messages of " + devices + " devices",
            String.format(
                Locale.ROOT,
                "%.1f %%; %d devices: %s; problems: %s",
                share,
                home.home().devices().size(),
                types,
                problems(home)),
            ">= 99 %",
            share >= 99 && home.home().devices().size() >= devices * 0.99);
      }
    }
  }

  /** Row b over an external Mosquitto with its default queue. */
  Figure coldOverMosquitto() throws Exception {
    try (MosquittoProcess broker = bench.mosquitto()) {
      return cold("b", broker.uri(), "Mosquitto as it comes");
    }
  }

  /** Row h: the same over the embedded broker. */
  Figure coldOverEmbedded() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerConfig.inMemory(0))) {
      broker.ready().toCompletableFuture().join();
      return cold("h", broker.uri(), "embedded broker");
    }
  }

  private Figure cold(String row, URI broker, String name) throws Exception {
    List<Bench.Retained> models =
        options.discovery().isPresent()
            ? messages.of(options.discovery().get()).orElseGet(messages::own)
            : messages.own();
    int devices = options.quick() ? 45 : 4_478;
    int wanted = options.discovery().isPresent() ? devices * 34_000 / 4_478 : devices * 4;
    List<Bench.Retained> all = DiscoveryMessages.home(models, wanted, devices);
    Bench.retain(broker, all);
    long heap = MemoryRow.heap();
    long start = System.nanoTime();
    try (QuietHome home = bench.home(broker, event -> {})) {
      double seconds = (settled(home) - start) / 1e9;
      int known = home.home().devices().size();
      return Figure.of(
          row,
          COLD + ", " + name,
          all.size() + " messages of " + devices + " devices",
          String.format(
              Locale.ROOT,
              "%d of %d devices modelled after %.2f s, %.1f KB of heap each; problems: %s",
              known,
              devices,
              seconds,
              (MemoryRow.heap() - heap) / 1024.0 / Math.max(1, known),
              problems(home)),
          "5 s, all",
          known >= devices && seconds <= 5);
    }
  }

  /** How many problems there are, by reason. */
  private static Map<String, Long> problems(QuietHome home) {
    return home.adapter().problems().stream()
        .collect(
            Collectors.groupingBy(
                problem -> problem.reason(), TreeMap::new, Collectors.counting()));
  }

  /** Waits until no more devices come; returns when the last one came. */
  private static long settled(QuietHome home) {
    long start = System.nanoTime();
    long last = start;
    int known = -1;
    while (System.nanoTime() - last < QUIET.toNanos()
        && System.nanoTime() - start < PATIENCE.toNanos()) {
      int now = home.home().devices().size();
      if (now != known) {
        known = now;
        last = System.nanoTime();
      }
      int before = known;
      Bench.awaits(Duration.ofMillis(20), () -> home.home().devices().size() != before);
    }
    return last;
  }
}
