package io.hearth.adapter.wire;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts how many there were in the last minute, to the second. Thread-safe. */
public final class Rate {

  private static final int SECONDS = 60;

  private final LongSupplier nanos;
  private final long[] counts = new long[SECONDS];
  private long second;

  /**
   * @param nanos a time that never jumps, as {@link System#nanoTime} tells it
   */
  public Rate(LongSupplier nanos) {
    this.nanos = nanos;
    this.second = now();
  }

  /** There was one more. */
  public synchronized void count() {
    forgetOld();
    counts[place(second)]++;
  }

  /** How many there were in the last minute. */
  public synchronized long perMinute() {
    forgetOld();
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  private void forgetOld() {
    long now = now();
    for (long old = Math.max(second + 1, now - SECONDS + 1); old <= now; old++) {
      counts[place(old)] = 0;
    }
    second = now;
  }

  private long now() {
    return TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong());
  }

  private static int place(long second) {
    return Math.floorMod(second, SECONDS);
  }
}
