package io.hearth.language;

import io.hearth.language.words.Figure;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers the readings of all alternatives heard into one list: equal readings are one, and what
 * several alternatives say together is likelier.
 */
final class HypothesisPool {

  static final int MOST = 24;

  private static final double LEAST = 0.002;
  private static final double SUREST = 0.99;
  private static final double ALWAYS_DOUBTED = 0.02;

  /** A reading with the best draft of it. */
  private record Entry(Draft draft, String heard, double confidence) {}

  private final Map<Sameness, Entry> entries = new LinkedHashMap<>();
  private final Map<Sameness, Map<String, Double>> byAlternative = new HashMap<>();
  private double understood;
  private double refused;

  /**
   * Adds the readings of one alternative.
   *
   * @param share how likely the alternative is beside the likeliest, up to 1
   */
  void add(String heard, double share, List<Draft> drafts) {
    for (Draft draft : drafts) {
      if (isOutOfDomain(draft.requests())) {
        if (!hasProblems(draft.requests())) {
          refused = Math.max(refused, share * draft.score());
        }
        continue;
      }
      double confidence = share * draft.score();
      understood = Math.max(understood, Math.sqrt(share) * draft.fit() * Math.sqrt(draft.form()));
      Sameness reading = Sameness.of(draft.requests());
      byAlternative
          .computeIfAbsent(reading, r -> new HashMap<>())
          .merge(heard, confidence, Math::max);
      entries.merge(
          reading,
          new Entry(draft, heard, confidence),
          (a, b) -> a.confidence() >= b.confidence() ? a : b);
    }
  }

  /** The hypotheses, likeliest first; that nothing was meant for us is always one of them. */
  List<Hypothesis> hypotheses(String heard) {
    List<Hypothesis> all = new ArrayList<>();
    entries.forEach((reading, entry) -> {
      List<Request> requests = entry.draft().requests();
      double confidence = Math.min(SUREST, together(reading));
      if (confidence >= LEAST && !isOutOfDomain(requests)) {
        all.add(
            new Hypothesis(
                entry.heard(), confidence, requests, explained(entry, confidence).parse()));
      }
    });
    all.sort(Comparator.comparingDouble(Hypothesis::confidence).reversed());
    List<Hypothesis> kept = new ArrayList<>(all.subList(0, Math.min(MOST - 1, all.size())));
    kept.add(outOfDomain(heard));
    kept.sort(Comparator.comparingDouble(Hypothesis::confidence).reversed());
    return List.copyOf(kept);
  }

  /** With how the confidence came about, for people to read. */
  private static Draft explained(Entry entry, double confidence) {
    Draft draft = entry.draft();
    return draft.noted(
        "confidence "
            + Figure.rounded(confidence)
            + ": fit "
            + Figure.rounded(draft.fit())
            + " × form "
            + Figure.rounded(draft.form())
            + " × way "
            + Figure.rounded(draft.weight())
            + " × share "
            + Figure.rounded(entry.confidence() / draft.score()));
  }

  private static boolean isOutOfDomain(List<Request> requests) {
    return requests.stream().allMatch(r -> r.intent() == Intent.OUT_OF_DOMAIN);
  }

  /** Whether it is about words that were not understood rather than a form of talk. */
  private static boolean hasProblems(List<Request> requests) {
    return requests.stream().anyMatch(r -> !r.problems().isEmpty());
  }

  private double together(Sameness reading) {
    return byAlternative.getOrDefault(reading, Map.of()).values().stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  /**
   * Near 0 when every word of a likely alternative is explained, near 1 when none is or when a form
   * of talk that is not for us explains them.
   */
  private Hypothesis outOfDomain(String heard) {
    double doubt =
        Math.clamp(Math.max(1 - understood, refused), ALWAYS_DOUBTED, 1 - ALWAYS_DOUBTED);
    return new Hypothesis(
        heard,
        doubt,
        List.of(Request.of(Intent.OUT_OF_DOMAIN)),
        List.of(
            "not for the home: words that no form explains",
            "confidence "
                + Figure.rounded(doubt)
                + ": 1 − "
                + Figure.rounded(understood)
                + ", the best fit × √form"));
  }
}
