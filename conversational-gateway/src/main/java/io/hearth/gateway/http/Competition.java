package io.hearth.gateway.http;

import io.hearth.model.decision.Decision;
import io.hearth.model.decision.Evidence;
import io.hearth.model.decision.Ranked;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.speech.Hypothesis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was chosen in a turn, what competed with it, and what spoke for each, numbered as it is
 * written: 0 is the chosen hypothesis, 1 the first alternative.
 *
 * @param chosen what was done or told; the most probable where nothing was
 * @param top its place in the ranking; the most probable where it was not ranked, as after a "yes"
 * @param others the alternatives, at most {@value #MOST_OTHERS}; where it was asked which is meant,
 *     those
 * @param asked how many of them, the first ones, were asked about
 */
record Competition(Hypothesis chosen, Ranked top, List<Ranked> others, int asked) {

  private static final int MOST_OTHERS = 5;
  private static final int MOST_EVIDENCE = 12;

  static Competition of(TurnRecord turn) {
    List<Ranked> entries = turn.ranking().entries();
    Ranked best = turn.ranking().best();
    Hypothesis chosen =
        switch (turn.decision()) {
          case Decision.Act act -> act.plan().hypothesis();
          case Decision.Answer answer -> answer.plan().hypothesis();
          case Decision.Confirm confirm -> confirm.plan().hypothesis();
          case Decision.Clarify clarify -> best.hypothesis();
          case Decision.Decline decline -> best.hypothesis();
        };
    Ranked top =
        entries.stream().filter(e -> e.hypothesis().equals(chosen)).findFirst().orElse(best);
    List<Ranked> candidates =
        turn.decision() instanceof Decision.Clarify clarify ? clarify.candidates() : List.of();
    return new Competition(chosen, top, others(candidates, entries, top), candidates.size());
  }

  private static List<Ranked> others(List<Ranked> candidates, List<Ranked> entries, Ranked top) {
    if (!candidates.isEmpty()) {
      return candidates; // who was asked wants to see what about, nothing else
    }
    Set<Ranked> others = new LinkedHashSet<>();
    for (Ranked entry : entries) {
      if (others.size() < MOST_OTHERS && entry.index() != top.index()) {
        others.add(entry);
      }
    }
    return List.copyOf(others);
  }

  double score() {
    return top.probability();
  }

  /** The strongest evidence, strongest first, with the written numbers of its hypotheses. */
  List<Map<String, Object>> evidence() {
    List<Numbered> all = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      if (others.get(i).index() != top.index()) {
        all.addAll(numbered(others.get(i), i + 1));
      }
    }
    return Stream.concat(numbered(top, 0).stream(), all.stream())
        .sorted(Comparator.comparingDouble(Numbered::strength).reversed())
        .limit(MOST_EVIDENCE)
        .map(Numbered::fields)
        .toList();
  }

  private static List<Numbered> numbered(Ranked ranked, int number) {
    return ranked.evidence().stream().map(evidence -> new Numbered(evidence, number)).toList();
  }

  private record Numbered(Evidence evidence, int number) {

    double strength() {
      return Math.abs(evidence.weight());
    }

    Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("source", evidence.source());
      fields.put("name", evidence.name());
      fields.put("weight", Figure.weight(evidence.weight()));
      fields.put("hypothesis", number);
      return fields;
    }
  }
}
