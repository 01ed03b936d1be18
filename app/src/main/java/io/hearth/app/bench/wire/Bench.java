package io.hearth.app.bench.wire;

import io.hearth.adapter.AdapterConfig;
import io.hearth.adapter.bench.MosquittoProcess;
import io.hearth.adapter.bench.RawMqtt;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.app.home.QuietHome;
import io.hearth.model.HomeEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the rows have in common: a folder, brokers, homes, and waiting. */
final class Bench {

  private final Path folder;
  private int homes;

  Bench(Path folder) {
    this.folder = folder;
  }

  /** A Mosquitto as its package configures it. */
  MosquittoProcess mosquitto() throws IOException {
    return new MosquittoProcess(folder, List.of());
  }

  /** A fresh home at a broker, connected. */
  QuietHome home(URI broker, Consumer<HomeEvent> watcher) throws IOException {
    QuietHome home = home(broker, CoapConfig.disabled(), watcher);
    awaits(Duration.ofSeconds(10), () -> home.adapter().health().isConnected());
    return home;
  }

  QuietHome home(URI broker, CoapConfig coap, Consumer<HomeEvent> watcher) throws IOException {
    Path data = Files.createDirectories(folder.resolve("home-" + homes++));
    return new QuietHome(data, new AdapterConfig(MqttConfig.at(broker), coap), watcher);
  }

  /** Leaves retained messages at a broker and waits until it has them all. */
  static void retain(URI broker, List<Retained> messages) throws IOException {
    try (RawMqtt mqtt = new RawMqtt(broker, "bench-retain", 0)) {
      int unanswered = 0;
      for (int i = 0; i < messages.size(); i++) {
        Retained message = messages.get(i);
        byte[] packet =
            RawMqtt.publication(message.topic(), message.payload(), 1 + i % 65_535, true);
        mqtt.send(packet, packet.length);
        if (++unanswered == 500) { // no more at once than any socket's buffers hold
          for (; unanswered > 0; unanswered--) {
            mqtt.read();
          }
        }
      }
      for (; unanswered > 0; unanswered--) {
        mqtt.read();
      }
    }
  }

  /** A message for the broker to keep. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Retained(String topic, byte[] payload) {
    static Retained of(String topic, String payload) {
      return new Retained(topic, payload.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Waits for what should come, but not for ever; returns whether it came. */
  static boolean awaits(Duration atMost, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > atMost.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }

  static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
