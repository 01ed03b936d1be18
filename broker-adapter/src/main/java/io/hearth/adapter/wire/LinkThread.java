package io.hearth.adapter.wire;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which a link's life is decided, so that nothing of it needs a lock. */
public final class LinkThread {

  private static final Logger LOGGER = LoggerFactory.getLogger(LinkThread.class);
  private static final long CLOSE_SECONDS = 3;

  private final ScheduledThreadPoolExecutor executor;

  public LinkThread(String name) {
    executor =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** The executor itself, for a library that wants one. */
  public ScheduledThreadPoolExecutor executor() {
    return executor;
  }

  /** Runs a step soon; does nothing once closed. */
  public void execute(Runnable step) {
    schedule(step, Duration.ZERO);
  }

  /** Runs a step after a while; does nothing once closed. */
  public void schedule(Runnable step, Duration in) {
    try {
      var unused = executor.schedule(() -> guarded(step), in.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOGGER.atTrace().log("step after closing");
    }
  }

  /** Runs a last step and ends; waits for it a little. */
  public void close(Runnable last) {
    if (executor.isShutdown()) {
      return;
    }
    var done = executor.submit(() -> guarded(last));
    executor.shutdown();
    try {
      done.get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException failure) {
      LOGGER.atWarn().setCause(failure).log("link closed without its last step");
    }
    executor.shutdownNow();
  }

  private static void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException failure) {
      LOGGER.atError().setCause(failure).log("step of a link failed");
    }
  }
}
