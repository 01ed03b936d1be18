package io.hearth.app.bench.wire;

import io.hearth.adapter.bench.CoapMeters;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.app.home.QuietHome;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Row d: notifications of observed CoAP devices into the context. */
final class CoapRow {

  static final String MEASURE = "CoAP notifications to context";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final URI NO_BROKER = URI.create("mqtt://127.0.0.1:9");

  private final Bench bench;
  private final int rate;
  private final int meters;
  private final Duration during;

  CoapRow(Bench bench, WireOptions options) {
    this.bench = bench;
    this.rate = options.quick() ? 100 : 11_000;
    this.meters = options.quick() ? 3 : 100;
    this.during = Duration.ofSeconds(options.quick() ? 1 : 10);
  }

  Figure run() throws Exception {
    Reports reports = new Reports();
    try (CoapMeters devices = new CoapMeters(meters);
        QuietHome home =
            bench.home(NO_BROKER, CoapConfig.onLoopback(0).withPeers(devices.uris()), reports)) {
      Bench.awaits(
          PATIENCE, () -> home.home().devices().size() >= meters && devices.observed() >= meters);
      notify(devices, Duration.ofSeconds(warmUpSeconds()), reports);
      int sent = notify(devices, during, reports);
      Bench.awaits(Duration.ofSeconds(2), () -> reports.count() >= sent);
      double perSecond = reports.count() * 1e9 / during.toNanos();
      return Figure.of(
          "d",
          MEASURE,
          sent + " notifications of " + meters + " devices at " + rate + "/s, plain, NON",
          String.format(
              Locale.ROOT,
              "%d in the context, %.0f/s, p50 %.1f ms, p99 %.1f ms",
              reports.count(),
              perSecond,
              reports.millis(50),
              reports.millis(99)),
          "10000/s",
          perSecond >= 10_000);
    }
  }

  private long warmUpSeconds() {
    return Math.max(1, during.toSeconds() / 2);
  }

  private int notify(CoapMeters devices, Duration lasting, Reports reports) {
    long start = System.nanoTime();
    reports.begin(start, rate);
    int all = (int) (lasting.toMillis() * rate / 1000);
    int next = 1; // the meters begin with 0
    while (next < all) {
      long due = (System.nanoTime() - start) * rate / 1_000_000_000L;
      while (next < Math.min(due, all)) {
        devices.report(next++);
      }
      LockSupport.parkNanos(500_000);
    }
    return all - 1;
  }
}
