package io.hearth.adapter.scenario;

import io.hearth.adapter.bench.MosquittoProcess;
import io.hearth.adapter.broker.EmbeddedBroker;
import io.hearth.adapter.broker.EmbeddedBrokerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;

/** A broker for one scenario. */
record ScenarioBroker(URI uri, Runnable stop) implements AutoCloseable {

  static ScenarioBroker start(String name) {
    return switch (name) {
      case "embedded" -> embedded();
      case "mosquitto" -> mosquitto();
      default -> throw new IllegalArgumentException("no broker " + name);
    };
  }

  static boolean hasMosquitto() {
    return MosquittoProcess.executable().isPresent();
  }

  private static ScenarioBroker embedded() {
    EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerConfig.inMemory(0));
    return new ScenarioBroker(broker.uri(), broker::close);
  }

  private static ScenarioBroker mosquitto() {
    try {
      MosquittoProcess process =
          new MosquittoProcess(
              Files.createTempDirectory("scenario"), List.of("max_queued_messages 100000"));
      return new ScenarioBroker(process.uri(), process::close);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    stop.run();
  }
}
