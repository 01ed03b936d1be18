package io.hearth.adapter.bench;

import io.hearth.adapter.EmbeddedBroker;
import io.hearth.adapter.EmbeddedBrokerConfig;
import java.net.URI;

/** A broker that can be measured. */
public interface BenchBroker {

  String name();

  /** Starts it and waits until it accepts clients. */
  URI start() throws Exception;

  void stop() throws Exception;

  /** The broker that Hearth runs unless told otherwise. */
  static BenchBroker embedded(EmbeddedBrokerConfig config) {
    EmbeddedBroker[] running = new EmbeddedBroker[1];
    return new BenchBroker() {
      @Override
      public String name() {
        return config.journal().isPresent() ? "embedded Artemis, journal" : "embedded Artemis";
      }

      @Override
      public URI start() {
        running[0] = EmbeddedBroker.start(config);
        running[0].ready().toCompletableFuture().join();
        return running[0].uri();
      }

      @Override
      public void stop() {
        running[0].close();
      }
    };
  }
}
