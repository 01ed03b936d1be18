package io.hearth.app.bench.language;

import io.hearth.app.bench.language.Hearings.Part;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures understanding on requests that others collected, through the way that {@code interpret}
 * takes, in one thread, always in the same order and at the same moment.
 *
 * <p>The sets are for measuring only; none of them comes with Hearth. docs/language.md says how the
 * table is read.
 */
public final class LanguageBench {

  /** Names of the rows, in their order. */
  public static final List<String> ROWS =
      List.of(
          "load",
          "slurp",
          "slurp-asr",
          "nlu-evaluation",
          "false-accepts",
          "frame",
          "home-assistant",
          "assist-mini",
          "ece",
          "temperature",
          "speed-60",
          "speed-1000",
          "throughput",
          "fuzz");

  private final LanguageOptions options;
  private final Consumer<Row> out;
  private final Progress progress;

  /**
   * @param out is given each row when it is known
   */
  public LanguageBench(LanguageOptions options, Consumer<Row> out, Progress progress) {
    this.options = options;
    this.out = out;
    this.progress = progress;
  }

  /** Measures. */
  public void run() throws IOException {
    row(new Row.Aim("load", "memory added / load time", "300 MB / 2 s", "0.3 s"), LoadRow::measure);
    UsualHome home = new UsualHome();
    Hearings hearings = new Hearings(options.data(), home, progress);
    try (Failures failures = Failures.in(options.failures())) {
      SetRows sets = new SetRows(hearings, home, failures);
      row(
          new Row.Aim(
              "slurp", "SLURP home control, gold text, right intent", "88 %", "48 % (83 %)"),
          aim -> sets.intents(aim, Part.SLURP, 0.88));
      row(
          new Row.Aim("slurp-asr", "the same, real ASR text", "82 %", "43 %"),
          aim -> sets.intents(aim, Part.SLURP_ASR, 0.82));
      row(
          new Row.Aim(
              "nlu-evaluation", "NLU-Evaluation home control, right intent", "88 %", "46 %"),
          aim -> sets.intents(aim, Part.NLU_EVALUATION, 0.88));
      row(
          new Row.Aim(
              "false-accepts",
              "false accepts on requests not for the home",
              "1 %",
              "0.66 % strict, 29.6 % fuzzy"),
          aim -> sets.falseAccepts(aim, 0.01));
      row(
          new Row.Aim("frame", "exact frame, SLURP gold", "75 %", "73 %"),
          aim -> sets.frames(aim, 0.75));
      row(
          new Row.Aim(
              "home-assistant", "Home Assistant's English tests, one home", "98 %", "99.55 %"),
          aim -> HaRow.measure(aim, options.data(), failures, 0.98));
      row(
          new Row.Aim("assist-mini", "assist-mini, end state of the home", "95 %", "64–70 %"),
          aim -> AssistMini.measure(aim, options.data(), failures, 0.95));
      row(
          new Row.Aim("ece", "ECE of the top reading's probability", "0.05", "–"),
          aim -> sets.calibration(aim, 0.05, options.plot()));
    }
    row(
        new Row.Aim(
            "temperature",
            "temperature of the probabilities",
            "loss at 1 within 3 % of the least",
            "–"),
        aim -> TemperatureRow.measure(aim, home));
    Speed speed = new Speed(progress);
    row(
        new Row.Aim("speed-60", "latency, 60 devices, p99", "1 ms", "10 ms"),
        aim -> speed.latency(aim, 60, 1));
    row(
        new Row.Aim("speed-1000", "latency, 1,000 devices, p99", "2 ms", "123 ms"),
        aim -> speed.latency(aim, 1_000, 2));
    row(
        new Row.Aim("throughput", "one thread, 1,000 devices", "3,000/s", "32/s"),
        aim -> speed.throughput(aim, 3_000));
    row(
        new Row.Aim("fuzz", "100,000 hostile texts", "0 harmful, each under 50 ms", "–"),
        aim -> FuzzRow.measure(aim, progress));
  }

  private interface Measure {
    Row of(Row.Aim aim) throws IOException;
  }

  private void row(Row.Aim aim, Measure measure) {
    if (options.wants(aim.name())) {
      progress.tell(aim.name());
      out.accept(measured(aim, measure));
    }
  }

  private static Row measured(Row.Aim aim, Measure measure) {
    try {
      return measure.of(aim);
    } catch (IOException | RuntimeException failure) { // the other rows are worth measuring
      return aim.with("failed: " + failure, false, List.of());
    }
  }
}
