package io.hearth.language;

import io.hearth.language.grammar.Chart;
import io.hearth.language.learned.LearnedModel;
import io.hearth.language.reference.Situation;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Understands by likeness the parts of a sentence that no form explains, where the other parts are
 * understood: "turn on the lamp and get the espresso flowing".
 */
final class LearnedParts {

  /** How likely a part must be taken alone; else it stays what was not understood. */
  private static final double LEAST = 0.4;

  private final LearnedReadings learned;
  private final LearnedModel model;
  private final Function<String, Chart> charts;

  LearnedParts(LearnedReadings learned, LearnedModel model, Function<String, Chart> charts) {
    this.learned = learned;
    this.model = model;
    this.charts = charts;
  }

  /** The same with those parts understood; empty when there are none, or none is. */
  Optional<Draft> completed(Draft draft, Situation situation) {
    List<Request> requests = new ArrayList<>();
    List<Draft> found = new ArrayList<>();
    for (Request request : draft.requests()) {
      Optional<Draft> part =
          draft.requests().size() == 1
              ? Optional.empty()
              : unexplained(request).flatMap(text -> read(text, situation.after(draft.devices())));
      part.ifPresent(found::add);
      requests.addAll(part.map(Draft::requests).orElse(List.of(request)));
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Draft whole = new Draft(requests, least(found), draft.form(), draft.weight(), draft.parse());
    for (Draft part : found) {
      for (String line : part.parse()) {
        whole = whole.noted(line);
      }
    }
    return Optional.of(whole);
  }

  private static double least(List<Draft> parts) {
    return parts.stream().mapToDouble(Draft::score).min().orElse(1);
  }

  private static Optional<String> unexplained(Request request) {
    return request.intent() == Intent.OUT_OF_DOMAIN
        ? request.problems().stream().map(Problem::what).findFirst()
        : Optional.empty();
  }

  private Optional<Draft> read(String text, Situation situation) {
    Chart chart = charts.apply(text);
    List<String> words = chart.sentence().words();
    return words.isEmpty()
        ? Optional.empty()
        : learned.drafts(chart, situation, model.read(words), words).stream()
            .filter(draft -> draft.isPossible() && draft.score() >= LEAST)
            .max(Comparator.comparingDouble(Draft::score));
  }
}
