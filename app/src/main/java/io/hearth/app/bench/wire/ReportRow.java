package io.hearth.app.bench.wire;

import io.hearth.adapter.bench.BareReader;
import io.hearth.adapter.bench.MosquittoProcess;
import io.hearth.adapter.bench.StateLoad;
import io.hearth.app.home.QuietHome;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Row c: state reports with QoS 1 from an external broker into the context, none lost. */
final class ReportRow {

  static final String MEASURE = "state reports MQTT QoS 1 to context, external Mosquitto";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int WINDOW = 4096;

  private final Bench bench;
  private final WireOptions options;
  private final int devices;

  ReportRow(Bench bench, WireOptions options) {
    this.bench = bench;
    this.options = options;
    this.devices = options.quick() ? 20 : 500;
  }

  Figure run() throws Exception {
    int rate = options.quick() ? options.rate() / 100 : options.rate();
    Duration each = Duration.ofSeconds(options.quick() ? 1 : 10);
    try (MosquittoProcess broker = bench.mosquitto()) {
      double bare = bare(broker.uri(), rate, each);
      Bench.retain(broker.uri(), descriptions(devices));
      Reports reports = new Reports();
      try (QuietHome home = bench.home(broker.uri(), reports)) {
        Bench.awaits(PATIENCE, () -> home.home().devices().size() >= devices);
        measure(broker.uri(), rate, Duration.ofSeconds(options.quick() ? 1 : 5), reports);
        StateLoad load = measure(broker.uri(), rate, each, reports);
        double seconds = (System.nanoTime() - load.start()) / 1e9;
        int arrived = reports.count();
        return Figure.of(
            "c",
            MEASURE,
            load.reports() + " reports of " + devices + " devices at " + rate + "/s",
            String.format(
                Locale.ROOT,
                "%d of %d in the context after %.1f s, p50 %.1f ms, p99 %.1f ms;"
                    + " a bare reader of the same load: %.0f/s",
                arrived,
                load.reports(),
                seconds,
                reports.millis(50),
                reports.millis(99),
                bare),
            "20000/s, p99 20 ms, none lost",
            arrived == load.reports() && rate >= 20_000 && reports.millis(99) <= 20);
      }
    }
  }

  private StateLoad measure(URI broker, int rate, Duration during, Reports reports)
      throws IOException, InterruptedException {
    long start = System.nanoTime() + 1_000_000_000L; // the other process starts by then
    reports.begin(start, rate);
    StateLoad load = new StateLoad(broker, devices, rate, during, start);
    Process process = load.launch();
    Bench.awaits(during.plus(PATIENCE), () -> reports.count() >= load.reports());
    finish(process);
    return load;
  }

  /** What reading and acknowledging alone reaches. */
  private double bare(URI broker, int rate, Duration during)
      throws IOException, InterruptedException {
    try (BareReader reader = new BareReader(broker, "hearth/+/state", 1, WINDOW)) {
      long start = System.nanoTime() + 1_000_000_000L;
      StateLoad load = new StateLoad(broker, devices, rate, during, start);
      Process process = load.launch();
      Bench.awaits(during.plusSeconds(5), () -> reader.messages() >= load.reports());
      double perSecond = reader.messages() * 1e9 / (System.nanoTime() - start);
      finish(process);
      return perSecond;
    }
  }

  private static void finish(Process process) throws IOException, InterruptedException {
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0 || !said.matches("\\d+")) {
      throw new IOException("the load failed: " + said);
    }
  }

  /** What each of the load's devices is. */
  static List<Bench.Retained> descriptions(int devices) {
    return IntStream.range(0, devices)
        .mapToObj(i ->
            Bench.Retained.of(
                StateLoad.topic(i).replace("/state", "/description"),
                "{\"name\":\"Meter "
                    + i
                    + "\",\"type\":\"sensor\",\"kind\":\"illuminance\","
                    + "\"capabilities\":[\"IlluminanceMeasurement\"]}"))
        .toList();
  }
}
