package io.hearth.app.bench.language;

import io.hearth.app.interpret.BatchInterpreter;
import java.util.List;
import java.util.Locale;

/**
 * What understanding costs to have: heap that it holds after the collector ran, and the time until
 * it is loaded and until it answered its first sentence. The first measurement in a process is the
 * one that counts, so it comes before all others.
 */
final class LoadRow {

  private static final double MEGABYTE = 1024.0 * 1024;
  private static final String SENTENCE = "{\"text\":\"turn on the light\"}";
  private static final int COLLECTIONS = 4;

  private LoadRow() {}

  static Row measure(Row.Aim aim) {
    UsualHome home = new UsualHome();
    long before = heap();
    long start = System.nanoTime();
    BatchInterpreter interpreter = BatchInterpreter.of(home.described());
    double load = secondsSince(start);
    interpreter.interpret(SENTENCE);
    double first = secondsSince(start);
    double added = (heap() - before) / MEGABYTE;
    interpreter.interpret(SENTENCE); // held until here
    return aim.with(
        String.format(
            Locale.ROOT, "%.0f MB / %.2f s; first sentence after %.2f s", added, load, first),
        added <= 300 && load <= 2,
        List.of());
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
