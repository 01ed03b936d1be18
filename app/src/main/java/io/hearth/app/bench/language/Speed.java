package io.hearth.app.bench.language;

import io.hearth.app.home.Understandings;
import io.hearth.app.interpret.BatchInterpreter;
import io.hearth.context.ContextEngine;
import io.hearth.gateway.Understanding;
import io.hearth.model.device.AreaId;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.ContextSnapshot;
import io.hearth.registry.DescribedHome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * How long a sentence takes in a warm process, in one thread: understanding alone, from the words
 * to the hypotheses, which is what the figures to reach are about; and beside it the whole turn
 * from the line of {@code interpret} to its answer.
 */
final class Speed {

  private static final Instant NOW = Instant.parse("2026-03-10T18:30:00Z");
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration MEASURED = Duration.ofSeconds(5);
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

  private final Progress progress;

  Speed(Progress progress) {
    this.progress = progress;
  }

  Row latency(Row.Aim aim, int devices, double reachMillis) {
    DescribedHome home = ManyDevices.home(devices);
    Histogram alone = times(understanding(home));
    Histogram turn = times(turn(home));
    return aim.with(
        millis(alone),
        alone.getValueAtPercentile(99) / 1e6 <= reachMillis,
        List.of("understanding: " + millis(alone), "whole turn: " + millis(turn)));
  }

  Row throughput(Row.Aim aim, double reach) {
    DescribedHome home = ManyDevices.home(1_000);
    Histogram alone = times(understanding(home));
    Histogram turn = times(turn(home));
    return aim.with(
        perSecond(alone),
        1e9 / alone.getMean() >= reach,
        List.of("understanding: " + perSecond(alone), "whole turn: " + perSecond(turn)));
  }

  private Histogram times(Consumer<String> way) {
    List<String> requests = ManyDevices.requests();
    progress.tell("warming up");
    run(way, requests, WARM_UP);
    progress.tell("measuring");
    return run(way, requests, MEASURED);
  }

  private static Histogram run(Consumer<String> way, List<String> requests, Duration time) {
    Histogram times = new Histogram(LONGEST, 3);
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; System.nanoTime() < end; i++) {
      String request = requests.get(i % requests.size());
      long start = System.nanoTime();
      way.accept(request);
      times.recordValue(Math.min(System.nanoTime() - start, LONGEST));
    }
    return times;
  }

  private static Consumer<String> understanding(DescribedHome home) {
    Understanding understanding = Understandings.english().understanding();
    ContextEngine context = new ContextEngine(home.home(), home.states(), InstantSource.fixed(NOW));
    ContextSnapshot moment = context.snapshot(utterance("hello"));
    return text -> understanding.hypotheses(utterance(text), moment);
  }

  private static Consumer<String> turn(DescribedHome home) {
    Listener listener = new Listener(home, "area_0");
    BatchInterpreter interpreter = listener.interpreter();
    return text -> interpreter.interpret(listener.line(text));
  }

  private static Utterance utterance(String text) {
    return new Utterance(
        "bench",
        Transcript.of(text),
        Optional.of(new AreaId("area_0")),
        Optional.empty(),
        Optional.empty(),
        NOW,
        Dialogue.fresh("bench"));
  }

  private static String millis(Histogram times) {
    return String.format(
        Locale.ROOT,
        "p50 %.2f ms, p99 %.2f ms",
        times.getValueAtPercentile(50) / 1e6,
        times.getValueAtPercentile(99) / 1e6);
  }

  private static String perSecond(Histogram times) {
    return String.format(Locale.ROOT, "%.0f/s", 1e9 / times.getMean());
  }
}
