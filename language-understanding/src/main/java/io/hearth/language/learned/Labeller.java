package io.hearth.language.learned;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A linear-chain conditional random field (Lafferty et al. 2001): the likeliest labels of all words
 * together, found by Viterbi's algorithm. Thread-safe.
 */
final class Labeller {

  private final Weights weights;
  private final float[][] follows;

  /**
   * A labeller of known weights.
   *
   * @param follows how much it speaks for a label (second) that another stands before it (first)
   */
  Labeller(Weights weights, float[][] follows) {
    this.weights = weights;
    this.follows = follows;
  }

  Weights weights() {
    return weights;
  }

  /** The label of each word. */
  List<String> labels(List<String> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    int size = weights.labels().size();
    int[][] before = new int[words.size()][size];
    double[] best = scores(words, 0);
    for (int at = 1; at < words.size(); at++) {
      double[] next = scores(words, at);
      for (int label = 0; label < size; label++) {
        int from = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int previous = 0; previous < size; previous++) {
          double score = best[previous] + follows[previous][label];
          if (score > most) {
            most = score;
            from = previous;
          }
        }
        before[at][label] = from;
        next[label] += most;
      }
      best = next;
    }
    return path(before, greatest(best));
  }

  private double[] scores(List<String> words, int at) {
    double[] scores = weights.start();
    Features.ofWord(words, at).forEach(name -> weights.add(name, 1, scores));
    return scores;
  }

  private static int greatest(double[] scores) {
    int greatest = 0;
    for (int i = 1; i < scores.length; i++) {
      greatest = scores[i] > scores[greatest] ? i : greatest;
    }
    return greatest;
  }

  private List<String> path(int[][] before, int last) {
    List<String> path = new ArrayList<>();
    int label = last;
    for (int at = before.length - 1; at >= 0; at--) {
      path.add(weights.labels().get(label));
      label = before[at][label];
    }
    Collections.reverse(path);
    return path;
  }

  void write(DataOutput out) throws IOException {
    weights.write(out);
    for (float[] row : follows) {
      for (float value : row) {
        out.writeFloat(value);
      }
    }
  }

  static Labeller read(DataInput in) throws IOException {
    Weights weights = Weights.read(in);
    int size = weights.labels().size();
    float[][] follows = new float[size][size];
    for (float[] row : follows) {
      for (int i = 0; i < size; i++) {
        row[i] = in.readFloat();
      }
    }
    return new Labeller(weights, follows);
  }
}
