package io.hearth.adapter.mqtt;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that reads messages, in the order in which they came. Its queue is bounded: when
 * it is full, who brings a message waits, which slows the broker down over TCP.
 */
final class Inbound implements AutoCloseable {

  private static final int ROOM = 1024;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(ROOM),
          Thread.ofPlatform().daemon().name("hearth-mqtt-inbound").factory(),
          Inbound::waitForRoom);

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

  private static void waitForRoom(Runnable reading, ThreadPoolExecutor executor) {
    try {
      boolean added = false;
      while (!added && !executor.isShutdown()) {
        added = executor.getQueue().offer(reading, 100, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
