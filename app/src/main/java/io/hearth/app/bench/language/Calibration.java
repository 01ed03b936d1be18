package io.hearth.app.bench.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far stated probabilities are from how often they came true: the expected calibration error
 * over 15 bins of equal width (Naeini, Cooper and Hauskrecht 2015, "Obtaining Well Calibrated
 * Probabilities Using Bayesian Binning").
 */
final class Calibration {

  private static final int BINS = 15;

  /**
   * What was said to be about equally probable.
   *
   * @param stated the mean probability stated
   * @param right the share that was right
   */
  record Bin(double from, double to, int count, double stated, double right) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%.2f–%.2f: %5d stated %.3f right %.3f", from, to, count, stated, right);
    }
  }

  private final int[] count = new int[BINS];
  private final double[] stated = new double[BINS];
  private final int[] right = new int[BINS];
  private int all;

  void add(double probability, boolean isRight) {
    int bin = Math.clamp((int) (probability * BINS), 0, BINS - 1);
    count[bin]++;
    stated[bin] += probability;
    right[bin] += isRight ? 1 : 0;
    all++;
  }

  /** From 0, when what is stated comes true as often as stated, to 1. */
  double error() {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(stated[bin] - right[bin]);
    }
    return all == 0 ? 0 : error / all;
  }

  /** The bins that something fell into. */
  List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (count[bin] > 0) {
        bins.add(
            new Bin(
                (double) bin / BINS,
                (bin + 1.0) / BINS,
                count[bin],
                stated[bin] / count[bin],
                (double) right[bin] / count[bin]));
      }
    }
    return bins;
  }
}
