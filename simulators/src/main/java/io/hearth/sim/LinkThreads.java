package io.hearth.sim;

import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads of all MQTT clients of a simulation. A client keeps three tasks waiting for as long
 * as it is connected, so every task gets a thread of its own: a virtual one where waiting in a
 * monitor costs no carrier (from Java 24), else a small daemon. Timers share one thread.
 */
final class LinkThreads extends ScheduledThreadPoolExecutor {

  private static final int MONITORS_RELEASE_CARRIERS_SINCE = 24;

  private final ThreadFactory threads;

  LinkThreads() {
    super(1, Thread.ofPlatform().daemon().name("hearth-sim-timer").factory());
    setRemoveOnCancelPolicy(true);
    setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    threads =
        Runtime.version().feature() >= MONITORS_RELEASE_CARRIERS_SINCE
            ? Thread.ofVirtual().factory()
            : Thread.ofPlatform().daemon().factory();
  }

  @Override
  public void execute(Runnable task) {
    threads.newThread(task).start();
  }

  @Override
  public Future<?> submit(Runnable task) {
    FutureTask<?> future = new FutureTask<>(task, null);
    execute(future);
    return future;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return super.schedule(() -> execute(task), delay, unit);
  }
}
