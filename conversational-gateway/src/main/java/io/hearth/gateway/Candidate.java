package io.hearth.gateway;

import io.hearth.model.decision.Ranked;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What may be done about an utterance, whichever readings lead to it.
 *
 * @param ranked the most probable of the readings
 * @param probability of all of them together
 */
record Candidate(Ranked ranked, Draft draft, double probability) {

  private static final double NEGLIGIBLE = 0.005;

  /** Readings that come to the same are one candidate; most probable first. */
  static List<Candidate> of(List<Ranked> entries, Function<Hypothesis, Draft> planner) {
    List<Candidate> candidates = new ArrayList<>();
    for (Ranked entry : entries) {
      if (entry.probability() < NEGLIGIBLE && !candidates.isEmpty()) {
        continue;
      }
      add(candidates, entry, planner.apply(entry.hypothesis()));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
    return List.copyOf(candidates);
  }

  private static void add(List<Candidate> candidates, Ranked entry, Draft draft) {
    for (int i = 0; i < candidates.size(); i++) {
      Candidate known = candidates.get(i);
      if (known.draft.comesToTheSameAs(draft)) {
        candidates.set(
            i, new Candidate(known.ranked, known.draft, known.probability + entry.probability()));
        return;
      }
    }
    candidates.add(new Candidate(entry, draft, entry.probability()));
  }

  /** This candidate with the probability of all of them. */
  Candidate standingFor(List<Candidate> all) {
    double sum = all.stream().mapToDouble(Candidate::probability).sum();
    return new Candidate(ranked, draft, Math.min(1, sum));
  }

  boolean isOutOfDomain() {
    return ranked.hypothesis().isOutOfDomain();
  }

  /** Whether it asks for something that holds already. */
  boolean isAlreadySo() {
    return !draft.hasCommands()
        && !draft.plan().answers().isEmpty()
        && draft.parts().stream()
            .anyMatch(part -> part.request().intent().group() == Intent.Group.DEVICE);
  }

  /** Whether it could be done or answered. */
  boolean isPossible() {
    return !isOutOfDomain() && !draft.isImpossible();
  }
}
