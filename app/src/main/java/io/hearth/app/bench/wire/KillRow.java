package io.hearth.app.bench.wire;

import io.hearth.adapter.bench.MosquittoProcess;
import io.hearth.adapter.bench.RawMqtt;
import io.hearth.adapter.bench.StateLoad;
import io.hearth.app.home.QuietHome;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Row f: the broker is killed again and again while devices report. A device says its state again
 * when it is connected again, as real ones do.
 */
final class KillRow {

  static final String MEASURE = "broker killed and restarted under load";

  private static final int DEVICES = 50;
  private static final int RATE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Bench bench;
  private final int kills;
  private final AtomicIntegerArray acknowledged = new AtomicIntegerArray(DEVICES);
  private final AtomicIntegerArray sent = new AtomicIntegerArray(DEVICES);
  private int next = DEVICES;

  KillRow(Bench bench, WireOptions options) {
    this.bench = bench;
    this.kills = options.quick() ? 2 : options.kills();
  }

  Figure run() throws Exception {
    double worst = 0;
    int lost = 0;
    try (MosquittoProcess broker = bench.mosquitto()) {
      Bench.retain(broker.uri(), ReportRow.descriptions(DEVICES));
      try (QuietHome home = bench.home(broker.uri(), event -> {})) {
        Bench.awaits(PATIENCE, () -> home.home().devices().size() >= DEVICES);
        for (int i = 0; i < kills; i++) {
          Thread load = Thread.ofPlatform().start(() -> report(broker.uri()));
          LockSupport.parkNanos(300_000_000);
          broker.kill();
          load.join();
          broker.start();
          long back = System.nanoTime();
          sayAgain(broker.uri());
          if (!Bench.awaits(PATIENCE, () -> wrong(home, sent) == 0)) {
            lost += wrong(home, acknowledged);
          }
          worst = Math.max(worst, Bench.millisSince(back));
        }
      }
    }
    return Figure.of(
        "f",
        MEASURE,
        kills + " kills, " + DEVICES + " devices, " + RATE + " reports/s",
        String.format(
            Locale.ROOT,
            "%d acknowledged states lost, every device right %.0f ms after the return at worst",
            lost,
            worst),
        "none lost, 2 s",
        lost == 0 && worst <= 2_000);
  }

  /** Reports until the broker is gone. */
  private void report(URI broker) {
    int[] numbers = new int[65_536];
    try (RawMqtt mqtt = new RawMqtt(broker, "bench-restless", 0)) {
      Thread answers = Thread.ofPlatform().start(() -> note(mqtt, numbers));
      while (answers.isAlive()) {
        for (int i = 0; i < RATE / 1000; i++) {
          int number = next++;
          numbers[1 + number % 65_535] = number;
          byte[] packet = report(number, number % DEVICES);
          sent.set(number % DEVICES, number);
          mqtt.send(packet, packet.length);
        }
        LockSupport.parkNanos(1_000_000);
      }
    } catch (IOException killed) {
      // that is what this is about
    }
  }

  private void note(RawMqtt mqtt, int[] numbers) {
    try {
      while (true) {
        int number = numbers[mqtt.read().acknowledged()];
        acknowledged.set(number % DEVICES, number);
      }
    } catch (IOException killed) {
      // that is what this is about
    }
  }

  private void sayAgain(URI broker) throws IOException {
    try (RawMqtt mqtt = new RawMqtt(broker, "bench-restless", 0)) {
      for (int device = 0; device < DEVICES; device++) {
        byte[] packet = report(sent.get(device), device);
        mqtt.send(packet, packet.length);
        mqtt.read();
      }
    }
  }

  private static byte[] report(int number, int device) {
    return RawMqtt.publication(
        StateLoad.topic(device), StateLoad.payload(number), 1 + number % 65_535, true);
  }

  /** How many devices are behind a number. */
  private static int wrong(QuietHome home, AtomicIntegerArray numbers) {
    int wrong = 0;
    for (int device = 0; device < DEVICES; device++) {
      int expected = numbers.get(device);
      boolean right =
          home.state(new DeviceId("bench." + device)).value("illuminance").orElse(Value.of(-1))
                  instanceof Value.Number(double known)
              && known >= expected;
      wrong += right ? 0 : 1;
    }
    return wrong;
  }
}
