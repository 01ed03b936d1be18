package io.hearth.language.learned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How good predictions on held-out templates are, in words and figures. */
final class Quality {

  private static final int BINS = 10;

  private final List<Outcome> outcomes = new ArrayList<>();

  /** One prediction; all sorts of talk are one. */
  private record Outcome(String truth, String said, double probability) {}

  Quality(List<Calibration.Case> cases, double temperature) {
    for (Calibration.Case c : cases) {
      Map<String, Double> merged = new TreeMap<>();
      Calibration.at(temperature, c.scores())
          .forEach((sense, p) -> merged.merge(merged(sense), p, Double::sum));
      Map.Entry<String, Double> best =
          merged.entrySet().stream()
              .max(Comparator.comparingDouble(Map.Entry::getValue))
              .orElseThrow();
      outcomes.add(new Outcome(merged(c.truth()), best.getKey(), best.getValue()));
    }
  }

  private static String merged(String sense) {
    return sense.startsWith(LearnedModel.TALK) ? LearnedModel.TALK : sense;
  }

  double accuracy() {
    return mean(outcomes.stream().map(o -> o.said().equals(o.truth())).toList());
  }

  /** The share of talk taken for a request. */
  double taken() {
    return mean(
        outcomes.stream()
            .filter(o -> o.truth().equals(LearnedModel.TALK))
            .map(o -> !o.said().equals(LearnedModel.TALK))
            .toList());
  }

  /** The share of requests taken for talk. */
  double missed() {
    return mean(
        outcomes.stream()
            .filter(o -> !o.truth().equals(LearnedModel.TALK))
            .map(o -> o.said().equals(LearnedModel.TALK))
            .toList());
  }

  private static double mean(List<Boolean> facts) {
    return facts.stream().mapToDouble(fact -> fact ? 1 : 0).average().orElse(0);
  }

  /** The expected calibration error of the likeliest sense's probability. */
  double calibrationError() {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      List<Outcome> in = in(bin);
      error += in.size() * Math.abs(right(in) - probability(in)) / outcomes.size();
    }
    return error;
  }

  private List<Outcome> in(int bin) {
    return outcomes.stream()
        .filter(o -> Math.min(BINS - 1, (int) (o.probability() * BINS)) == bin)
        .toList();
  }

  private static double right(List<Outcome> in) {
    return mean(in.stream().map(o -> o.said().equals(o.truth())).toList());
  }

  private static double probability(List<Outcome> in) {
    return in.stream().mapToDouble(Outcome::probability).average().orElse(0);
  }

  /** The figures as Markdown, with a table of reliability. */
  String report() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "Held-out sentences: %d; right sense %.1f %%; talk taken for a request %.1f %%; requests"
                    + " taken for talk %.1f %%; calibration error %.3f%n%n"
                    + "| probability | sentences | said | right |%n|---|---|---|---|%n",
                outcomes.size(),
                100 * accuracy(),
                100 * taken(),
                100 * missed(),
                calibrationError()));
    for (int bin = 0; bin < BINS; bin++) {
      List<Outcome> in = in(bin);
      if (!in.isEmpty()) {
        text.append(
            String.format(
                Locale.ROOT,
                "| %.1f–%.1f | %d | %.2f | %.2f |%n",
                bin / (double) BINS,
                (bin + 1) / (double) BINS,
                in.size(),
                probability(in),
                right(in)));
      }
    }
    return text.toString();
  }

  /** The most frequent mistakes. */
  List<String> mistakes(int most) {
    Map<String, Integer> counts = new TreeMap<>();
    outcomes.stream()
        .filter(o -> !o.said().equals(o.truth()))
        .forEach(o -> counts.merge(o.truth() + " taken for " + o.said(), 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue()))
        .limit(most)
        .map(e -> e.getValue() + " × " + e.getKey())
        .toList();
  }
}
