package io.hearth.app.bench;

import io.hearth.app.interpret.BatchInterpreter;
import io.hearth.registry.Catalogues;
import io.hearth.registry.HomeFiles;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long a line of batch understanding takes on the demo home, from the text of the line to the
 * text of the answer, warm, in one thread.
 */
public final class LatencyBench {

  private static final List<String> SENTENCES =
      List.of(
          "what is the temperature",
          "turn on the kitchen light",
          "turn off everything downstairs except the hallway light",
          "set the lamp to 40 percent and close the blinds",
          "is any window open",
          "play some jazz",
          "open the garage door",
          "a bit brighter",
          "start brewing",
          "I switched off during the meeting");
  private static final List<String> AREAS = List.of("kitchen", "living_room", "bedroom", "garage");
  private static final int WARM_UP = 3_000;

  private final int rounds;

  /**
   * A run of that many rounds.
   *
   * @param rounds how often each sentence is said in each of four rooms
   */
  public LatencyBench(int rounds) {
    this.rounds = rounds;
  }

  /** Runs and prints median, p99 and maximum in microseconds. */
  public void run(PrintWriter out) {
    BatchInterpreter interpreter = BatchInterpreter.of(new HomeFiles(Catalogues.builtIn()).demo());
    List<String> lines =
        SENTENCES.stream().flatMap(s -> AREAS.stream().map(area -> line(s, area))).toList();
    for (int i = 0; i < WARM_UP; i++) {
      interpreter.interpret(lines.get(i % lines.size()));
    }
    Histogram all = new Histogram(TimeUnit.SECONDS.toNanos(10), 3);
    for (int round = 0; round < rounds; round++) {
      for (String line : lines) {
        long start = System.nanoTime();
        interpreter.interpret(line);
        all.recordValue(Math.min(System.nanoTime() - start, all.getHighestTrackableValue()));
      }
    }
    out.printf(
        Locale.ROOT,
        "interpret, demo home, %d lines: median %.0f µs, p99 %.0f µs, max %.0f µs, %.0f lines/s%n",
        all.getTotalCount(),
        micros(all.getValueAtPercentile(50)),
        micros(all.getValueAtPercentile(99)),
        micros(all.getMaxValue()),
        1e9 / all.getMean());
  }

  private static String line(String sentence, String area) {
    return "{\"id\":\"b\",\"text\":\"" + sentence + "\",\"area\":\"" + area + "\"}";
  }

  private static double micros(long nanos) {
    return nanos / 1_000.0;
  }
}
