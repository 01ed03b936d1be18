package io.hearth.rules;

import io.hearth.model.decision.Evidence;
import io.hearth.model.speech.Hypothesis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rules said, sorted by hypothesis: a rule counts once for a request, and each request of
 * a compound counts its share, so that long readings are not favoured.
 */
final class EvidenceLists {

  private static final String SOURCE = "rule";

  private static final Comparator<Evidence> STRONGEST_FIRST =
      Comparator.comparingDouble((Evidence evidence) -> -Math.abs(evidence.weight()))
          .thenComparing(Evidence::name);

  private final List<Hypothesis> hypotheses;
  private final Weights weights;
  private final List<Map<Key, String>> sentences = new ArrayList<>();

  EvidenceLists(List<Hypothesis> hypotheses, Weights weights) {
    this.hypotheses = hypotheses;
    this.weights = weights;
    hypotheses.forEach(hypothesis -> sentences.add(new TreeMap<>()));
  }

  void add(EvidenceSheet.Entry entry) {
    Candidate candidate = entry.candidate();
    sentences
        .get(candidate.getHypothesis())
        .merge(
            new Key(candidate.getRequest(), entry.rule()),
            entry.sentence(),
            (one, other) -> one.compareTo(other) <= 0 ? one : other);
  }

  /** By hypothesis; the same whatever the order of adding was. */
  List<List<Evidence>> strongestFirst() {
    List<List<Evidence>> all = new ArrayList<>();
    for (int h = 0; h < sentences.size(); h++) {
      double share = 1.0 / hypotheses.get(h).requests().size();
      List<Evidence> own = new ArrayList<>();
      for (Map.Entry<Key, String> said : sentences.get(h).entrySet()) {
        double weight = weights.of(said.getKey().rule()) * share;
        own.add(new Evidence(SOURCE, said.getValue(), weight, h));
      }
      own.sort(STRONGEST_FIRST);
      all.add(own);
    }
    return all;
  }

  private record Key(int request, String rule) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparingInt(Key::request).thenComparing(Key::rule).compare(this, other);
    }
  }
}
