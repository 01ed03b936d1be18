package io.hearth.app.home;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that gives no sign when it is so; only while starting. */
final class Waiting {

  private static final long LOOK_EVERY_NANOS = 20_000_000;

  private Waiting() {}

  /** True as soon as the condition holds, false when it does not within the time. */
  static boolean until(BooleanSupplier condition, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
    return true;
  }
}
