package io.hearth.rules;

import io.hearth.model.decision.Evidence;
import io.hearth.model.decision.Ranked;
import io.hearth.model.speech.Hypothesis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A conditional logit over the hypotheses of one utterance: the probability of each is proportional
 * to the exponential of its score, which is its confidence and its evidence in log-odds.
 *
 * <p>Two things are not as in the textbook. Evidence about devices chooses among the readings of
 * the home and says nothing about whether the home was meant at all: the best evidence is the zero
 * that out of domain is compared with. And readings that come to the same are one: the best of them
 * has the probability, the others have none.
 *
 * @param confidence how much the logarithm of the confidence counts
 * @param temperature above 0; the higher, the closer the probabilities are to each other
 */
record Likelihood(double confidence, double temperature) {

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble((Scored scored) -> -scored.score())
          .thenComparing(scored -> scored.hypothesis().heard())
          .thenComparing(scored -> scored.hypothesis().toString());

  /**
   * @param evidence by hypothesis
   */
  List<Ranked> rank(List<Hypothesis> hypotheses, List<List<Evidence>> evidence) {
    List<Scored> scored = scored(hypotheses, evidence);
    Map<Meaning, Double> masses = masses(scored);
    double total = masses.values().stream().mapToDouble(Double::doubleValue).sum();
    List<Ranked> ranked = new ArrayList<>();
    for (Scored one : scored) {
      double mass = Optional.ofNullable(masses.remove(one.meaning())).orElse(0.0);
      ranked.add(new Ranked(one.index(), one.hypothesis(), mass / total, one.evidence()));
    }
    ranked.sort(Comparator.comparingDouble((Ranked one) -> -one.probability()));
    return ranked;
  }

  private List<Scored> scored(List<Hypothesis> hypotheses, List<List<Evidence>> evidence) {
    double zero = bestEvidence(hypotheses, evidence);
    List<Scored> scored = new ArrayList<>();
    for (int h = 0; h < hypotheses.size(); h++) {
      Hypothesis hypothesis = hypotheses.get(h);
      double balance = sum(evidence.get(h)) - (hypothesis.isOutOfDomain() ? 0 : zero);
      double score = (confidence * Math.log(hypothesis.confidence()) + balance) / temperature;
      scored.add(new Scored(h, hypothesis, Meaning.of(hypothesis), score, evidence.get(h)));
    }
    scored.sort(BEST_FIRST);
    return scored;
  }

  /** Of each meaning, from what was heard each way only the best reading counts. */
  private static Map<Meaning, Double> masses(List<Scored> bestFirst) {
    double best = bestFirst.getFirst().score();
    Map<Meaning, Double> masses = new LinkedHashMap<>();
    Set<Map.Entry<Meaning, String>> counted = new HashSet<>();
    for (Scored one : bestFirst) {
      if (counted.add(Map.entry(one.meaning(), one.hypothesis().heard()))) {
        masses.merge(one.meaning(), Math.exp(one.score() - best), Double::sum);
      }
    }
    return masses;
  }

  private static double bestEvidence(List<Hypothesis> hypotheses, List<List<Evidence>> evidence) {
    double best = Double.NEGATIVE_INFINITY;
    for (int h = 0; h < hypotheses.size(); h++) {
      if (!hypotheses.get(h).isOutOfDomain()) {
        best = Math.max(best, sum(evidence.get(h)));
      }
    }
    return best == Double.NEGATIVE_INFINITY ? 0 : best;
  }

  /** In the order given, so that it is the same to the last bit. */
  private static double sum(List<Evidence> evidence) {
    double sum = 0;
    for (Evidence one : evidence) {
      sum += one.weight();
    }
    return sum;
  }

  private record Scored(
      int index, Hypothesis hypothesis, Meaning meaning, double score, List<Evidence> evidence) {}
}
