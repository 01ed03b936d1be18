package io.hearth.app.bench.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which temperature makes the probabilities of readings truest on requests that we wrote ourselves
 * (Guo et al. 2017, "On Calibration of Modern Neural Networks"): that under which what was meant is
 * the likeliest. At 1 they are right as they are; above, they are too sure.
 *
 * <p>The probability of what was meant is that of all readings with its intent together, since a
 * request such as "louder" says nothing about the device.
 */
final class TemperatureRow {

  private static final String FILE = "own-requests.yaml";
  private static final double COOLEST = 0.4;
  private static final double HOTTEST = 4;
  private static final double STEP = 1.02;
  private static final double NEARLY = 1.03;

  /** What is believed of anything that no reading says, so that one miss does not outweigh all. */
  private static final double LEAST = 1e-3;

  /** The probabilities of a request's readings, and of each whether its intent is the right one. */
  private record Case(List<Double> probabilities, List<Boolean> right) {

    static Case of(String intent, JsonNode candidates) {
      List<Double> probabilities = new ArrayList<>();
      List<Boolean> right = new ArrayList<>();
      for (JsonNode candidate : candidates) {
        probabilities.add(candidate.path("probability").asDouble());
        right.add(candidate.at("/requests/0/intent").asString("").equals(intent));
      }
      return new Case(probabilities, right);
    }

    double loss(double temperature) {
      double all = 0;
      double meant = 0;
      for (int i = 0; i < probabilities.size(); i++) {
        double weight = Math.pow(probabilities.get(i), 1 / temperature);
        all += weight;
        meant += right.get(i) ? weight : 0;
      }
      return -Math.log(Math.max(LEAST, meant / all));
    }
  }

  private TemperatureRow() {}

  static Row measure(Row.Aim aim, UsualHome home) {
    Listener listener = new Listener(home.described(), UsualHome.MICROPHONE);
    List<Case> cases = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : requests().properties()) {
      for (JsonNode text : entry.getValue()) {
        JsonNode candidates = listener.explained(text.asString()).json().path("candidates");
        cases.add(Case.of(entry.getKey(), candidates));
      }
    }
    double best = fitted(cases);
    return aim.with(
        String.format(
            Locale.ROOT,
            "%.2f fits %d requests best; log loss %.3f, at 1 %.3f",
            best,
            cases.size(),
            loss(cases, best),
            loss(cases, 1)),
        loss(cases, 1) <= loss(cases, best) * NEARLY,
        List.of());
  }

  private static double fitted(List<Case> cases) {
    double best = 1;
    for (double temperature = COOLEST; temperature < HOTTEST; temperature *= STEP) {
      if (loss(cases, temperature) < loss(cases, best)) {
        best = temperature;
      }
    }
    return best;
  }

  private static double loss(List<Case> cases, double temperature) {
    return cases.stream().mapToDouble(one -> one.loss(temperature)).average().orElse(0);
  }

  private static JsonNode requests() {
    try (InputStream in = TemperatureRow.class.getResourceAsStream(FILE)) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
