package io.hearth.app.bench.wire;

import io.hearth.adapter.bench.MosquittoProcess;
import io.hearth.adapter.bench.StateLoad;
import io.hearth.app.home.QuietHome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Row g: what a device costs in memory. */
final class MemoryRow {

  static final String MEASURE = "memory per device";

  private final Bench bench;
  private final int devices;

  MemoryRow(Bench bench, WireOptions options) {
    this.bench = bench;
    this.devices = options.quick() ? 50 : 4_478;
  }

  Figure run() throws Exception {
    try (MosquittoProcess broker = bench.mosquitto()) {
      try (QuietHome home = bench.home(broker.uri(), event -> {})) {
        long before = heap();
        List<Bench.Retained> messages = new ArrayList<>(ReportRow.descriptions(devices));
        for (int i = 0; i < devices; i++) {
          messages.add(new Bench.Retained(StateLoad.topic(i), StateLoad.payload(i)));
        }
        Bench.retain(broker.uri(), messages);
        messages.clear();
        boolean all =
            Bench.awaits(Duration.ofSeconds(60), () -> home.home().devices().size() >= devices);
        double each = (heap() - before) / 1024.0 / home.home().devices().size();
        return Figure.of(
            "g",
            MEASURE,
            devices + " devices with a state each",
            String.format(
                Locale.ROOT,
                "%.1f KB of heap each, %d devices",
                each,
                home.home().devices().size()),
            "20 KB",
            all && each <= 20);
      }
    }
  }

  /** The heap in use after collections, in bytes. */
  static long heap() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(200); // the collector's own threads finish
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
