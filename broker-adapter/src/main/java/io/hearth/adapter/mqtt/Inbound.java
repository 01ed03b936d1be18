package io.hearth.adapter.mqtt;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that reads messages, in the order in which they came. What waits for it is bounded
 * by the connection, which takes no more from the broker than may be unacknowledged.
 */
final class Inbound implements AutoCloseable {

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("hearth-mqtt-inbound").factory());

  /** Reads a message soon; never waits. */
  void add(Runnable reading) {
    try {
      thread.execute(reading);
    } catch (RejectedExecutionException closed) {
      // The link was closed in between: what is not acknowledged comes again.
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
