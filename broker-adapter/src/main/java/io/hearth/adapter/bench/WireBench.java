package io.hearth.adapter.bench;

import io.hearth.adapter.AdapterConfig;
import io.hearth.adapter.BrokerAdapter;
import io.hearth.adapter.EmbeddedBrokerConfig;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.model.HomeEvent;
import io.hearth.model.HomeEvents;
import io.hearth.model.device.Home;
import io.hearth.model.device.HomeId;
import io.hearth.model.state.DeviceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * Measures a broker as Hearth feels it: from a publishing client to the door of the house, through
 * the adapter.
 */
public final class WireBench {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Appendable out;
  private final BenchLoad load;
  private final long origin = System.nanoTime();
  private final Latencies latencies = new Latencies(origin);

  private WireBench(Appendable out, BenchLoad load) {
    this.out = out;
    this.load = load;
  }

  /** Measures the embedded broker with the full load, in about half a minute. */
  public static void run(Appendable out) throws Exception {
    run(out, BenchBroker.embedded(EmbeddedBrokerConfig.inMemory(0)), BenchLoad.full());
  }

  /** Measures a broker; it is started and stopped. */
  public static void run(Appendable out, BenchBroker broker, BenchLoad load) throws Exception {
    new WireBench(out, load).measure(broker);
  }

  private void measure(BenchBroker broker) throws Exception {
    long start = System.nanoTime();
    URI uri = broker.start();
    line(broker.name() + ": started in " + millisSince(start) + " ms");
    try (Publishers publishers = new Publishers(uri, load.publishers(), origin)) {
      try (BrokerAdapter adapter = adapter(uri, "bench-first")) {
        arrives(() -> adapter.health().isConnected());
        for (int rate : load.rates()) {
          latency(publishers, rate);
        }
      }
      flood(publishers, uri);
    } finally {
      broker.stop();
    }
  }

  private void latency(Publishers publishers, int rate)
      throws IOException, MqttException, InterruptedException {
    Duration warmUp =
        load.each().compareTo(Duration.ofSeconds(2)) < 0 ? load.each() : Duration.ofSeconds(2);
    int warm = publishers.publish(rate, warmUp);
    arrives(() -> latencies.count() >= warm);
    latencies.clear();
    int sent = publishers.publish(rate, load.each());
    arrives(() -> latencies.count() >= sent);
    line(
        String.format(
            Locale.ROOT,
            "  %d/s QoS 1, %d of %d messages arrived: p50 %.1f ms, p99 %.1f ms",
            rate,
            latencies.count(),
            sent,
            latencies.percentile(0.5),
            latencies.percentile(0.99)));
  }

  private void flood(Publishers publishers, URI uri)
      throws IOException, MqttException, InterruptedException {
    long before = Memory.heap();
    long loading = System.nanoTime();
    publishers.retain(load.retained());
    line("  " + load.retained() + " retained: loaded in " + millisSince(loading) + " ms");
    latencies.clear();
    long reading = System.nanoTime();
    try (BrokerAdapter fresh = adapter(uri, "bench-fresh")) {
      arrives(() -> latencies.count() >= load.retained());
      line(
          "  "
              + fresh.health().links().getFirst().counts().getOrDefault("accepted", 0L)
              + " retained: read by a fresh adapter in "
              + millisSince(reading)
              + " ms");
    }
    line(
        String.format(
            Locale.ROOT,
            "  heap %d MB before and %d MB after what is retained, resident %s MB",
            before,
            Memory.heap(),
            Memory.resident().map(Object::toString).orElse("unknown")));
  }

  private BrokerAdapter adapter(URI uri, String clientId) {
    MqttConfig usual = MqttConfig.at(uri).withClientId(clientId);
    Home home =
        new Home(
            new HomeId("bench"),
            "Bench",
            ZoneOffset.UTC,
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return BrokerAdapter.start(
        new AdapterConfig(usual, CoapConfig.disabled()),
        () -> home,
        DeviceState::unknown,
        latencies,
        new NoEvents(),
        InstantSource.system(),
        new SimpleMeterRegistry());
  }

  private void line(String text) throws IOException {
    out.append(text).append(System.lineSeparator());
  }

  /** Waits for what should come, but not for ever: a broker may lose messages. */
  private static void arrives(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean() && System.nanoTime() - start < PATIENCE.toNanos()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** Nobody listens here. */
  private static final class NoEvents implements HomeEvents {
    @Override
    public void publish(HomeEvent event) {}

    @Override
    public Subscription subscribe(Consumer<HomeEvent> subscriber) {
      return () -> {};
    }
  }
}
