package io.hearth.adapter.bench;

import io.hearth.adapter.EmbeddedBrokerConfig;
import java.nio.file.Path;

/** Measures one of the brokers with the full load. */
public final class BrokerComparison {

  private BrokerComparison() {}

  /**
   * @param arguments the broker's name and a folder that it may fill
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    BenchBroker broker =
        switch (arguments[0]) {
          case "artemis" -> BenchBroker.embedded(EmbeddedBrokerConfig.inMemory(0));
          case "artemis-journal" ->
              BenchBroker.embedded(EmbeddedBrokerConfig.journaled(0, folder.resolve("artemis")));
          case "hivemq" -> new HiveMqBroker(folder.resolve("hivemq"));
          default -> throw new IllegalArgumentException("no broker " + arguments[0]);
        };
    WireBench.run(System.out, broker, BenchLoad.full()); // run by hand: this is its output
    System.exit(0); // the brokers leave threads behind
  }
}
