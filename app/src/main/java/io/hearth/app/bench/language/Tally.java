package io.hearth.app.bench.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was right, and what was taken for what else. */
final class Tally {

  private static final int MOST_CONFUSIONS = 15;

  private final String name;
  private final Failures failures;
  private final Map<String, Integer> confusions = new TreeMap<>();
  private int right;
  private int all;

  Tally(String name, Failures failures) {
    this.name = name;
    this.failures = failures;
  }

  void add(Asked asked, Understood understood, boolean isRight) {
    all++;
    if (isRight) {
      right++;
    } else {
      confusions.merge(asked.label() + " → " + got(understood), 1, Integer::sum);
      failures.add(name, asked, understood);
    }
  }

  private static String got(Understood understood) {
    return understood.intent() + " (" + understood.decision() + ")";
  }

  double share() {
    return all == 0 ? 0 : (double) right / all;
  }

  int wrong() {
    return all - right;
  }

  String text() {
    return String.format(Locale.ROOT, "%.1f %% (%d of %d)", 100 * share(), right, all);
  }

  /** The most frequent confusions, each with how often it happened. */
  List<String> confusions() {
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(confusions.entrySet());
    sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    return sorted.stream()
        .limit(MOST_CONFUSIONS)
        .map(entry -> String.format(Locale.ROOT, "%4d  %s", entry.getValue(), entry.getKey()))
        .toList();
  }
}
