package io.hearth.sim;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which everything of a simulated home happens, one thing after the other. */
final class SimulationLoop implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(SimulationLoop.class);

  private final ScheduledThreadPoolExecutor executor;
  private final Thread thread;

  SimulationLoop(String name) {
    executor =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    executor.setRemoveOnCancelPolicy(true);
    thread = threadOf(executor);
  }

  /** Does it soon; after the end it is not done at all. */
  void execute(Runnable task) {
    try {
      executor.execute(guarded(task));
    } catch (RejectedExecutionException e) {
      LOGGER.atDebug().log("task came after the end of the simulation");
    }
  }

  /** Does it after a delay, unless cancelled or ended before. */
  Runnable later(Duration delay, Runnable task) {
    try {
      ScheduledFuture<?> future =
          executor.schedule(guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException e) {
      LOGGER.atDebug().log("task came after the end of the simulation");
      return () -> {};
    }
  }

  /** Does it again and again until the returned end is run. */
  Runnable every(Duration period, Runnable task) {
    ScheduledFuture<?> future =
        executor.scheduleWithFixedDelay(
            guarded(task), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    return () -> future.cancel(false);
  }

  /**
   * Does it and waits for its result; from any thread.
   *
   * @throws IllegalStateException after the end
   */
  <T> T call(Callable<T> question) {
    FutureTask<T> task = new FutureTask<>(question);
    try {
      if (Thread.currentThread().equals(thread)) {
        task.run();
      } else {
        executor.execute(task);
      }
      return task.get();
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the simulation has ended", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the simulation", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the simulation failed", e.getCause());
    }
  }

  @Override
  public void close() {
    executor.shutdown();
  }

  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOGGER.atError().setCause(e).log("a step of the simulation failed; the rest goes on");
      }
    };
  }

  private static Thread threadOf(ScheduledThreadPoolExecutor executor) {
    try {
      return executor.submit(Thread::currentThread).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the simulation starts", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the simulation cannot start", e.getCause());
    }
  }
}
