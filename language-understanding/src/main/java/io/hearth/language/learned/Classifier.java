package io.hearth.language.learned;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Multinomial logistic regression over the features of a sentence. Thread-safe. */
record Classifier(Weights weights) {

  /** How likely each class is, before calibration. */
  Map<String, Double> likelihoods(List<String> words, float[] vector) {
    double[] scores = weights.start();
    Features.ofSentence(words, vector, (name, value) -> weights.add(name, value, scores));
    double greatest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      greatest = Math.max(greatest, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - greatest);
      sum += scores[i];
    }
    Map<String, Double> likelihoods = LinkedHashMap.newLinkedHashMap(scores.length);
    for (int i = 0; i < scores.length; i++) {
      likelihoods.put(weights.labels().get(i), scores[i] / sum);
    }
    return likelihoods;
  }
}
