package io.hearth.adapter.broker;

import java.nio.file.Path;

/** A broker in a process of its own, to be killed: prints its port and stays. */
final class BrokerProcess {

  private BrokerProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedBroker broker =
        EmbeddedBroker.start(EmbeddedBrokerConfig.journaled(0, Path.of(arguments[0])));
    broker.ready().toCompletableFuture().join();
    System.out.println(broker.port());
    Thread.currentThread().join();
  }
}
