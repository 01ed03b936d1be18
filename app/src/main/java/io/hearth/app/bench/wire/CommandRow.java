package io.hearth.app.bench.wire;

import io.hearth.adapter.bench.EchoDevice;
import io.hearth.adapter.bench.MosquittoProcess;
import io.hearth.app.home.QuietHome;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Row e: a command to a device that accepts it at once, until Hearth knows that it did. */
final class CommandRow {

  static final String MEASURE = "command to device to confirmed, idle";

  private static final DeviceId LAMP = new DeviceId("bench.lamp");

  private final Bench bench;
  private final int commands;

  CommandRow(Bench bench, WireOptions options) {
    this.bench = bench;
    this.commands = options.quick() ? 30 : 2_000;
  }

  Figure run() throws Exception {
    Histogram nanos = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
    int failed = 0;
    int answered;
    try (MosquittoProcess broker = bench.mosquitto();
        EchoDevice device = new EchoDevice(broker.uri(), LAMP.value())) {
      Bench.retain(
          broker.uri(),
          List.of(
              Bench.Retained.of(
                  "hearth/" + LAMP + "/description", "{\"name\":\"Lamp\",\"type\":\"light\"}"),
              Bench.Retained.of("hearth/" + LAMP + "/availability", "online")));
      try (QuietHome home = bench.home(broker.uri(), event -> {})) {
        Bench.awaits(Duration.ofSeconds(10), () -> home.home().device(LAMP).isPresent());
        for (int i = -commands / 2; i < commands; i++) { // the first third warms up
          long start = System.nanoTime();
          CommandOutcome outcome =
              home.adapter()
                  .dispatch(Command.of(LAMP, i % 2 == 0 ? "turnOn" : "turnOff"))
                  .toCompletableFuture()
                  .join();
          if (!(outcome instanceof CommandOutcome.Acknowledged)) {
            failed++;
          } else if (i >= 0) {
            nanos.recordValue(System.nanoTime() - start);
          }
        }
      }
      answered = device.answered();
    }
    double median = nanos.getValueAtPercentile(50) / 1e6;
    double p99 = nanos.getValueAtPercentile(99) / 1e6;
    return Figure.of(
        "e",
        MEASURE,
        commands + " commands one after the other, over Mosquitto",
        String.format(
            Locale.ROOT,
            "median %.2f ms, p99 %.2f ms, %d accepted by the device, %d not confirmed",
            median,
            p99,
            answered,
            failed),
        "3 ms / 10 ms",
        failed == 0 && median <= 3 && p99 <= 10);
  }
}
