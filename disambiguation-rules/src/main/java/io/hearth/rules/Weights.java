package io.hearth.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much each rule's evidence counts, in log-odds, and to which group it belongs; data, one line
 * each: weight, group, the rule's name.
 */
final class Weights {

  /** The group of the numbers of the model itself. */
  private static final String MODEL = "model";

  private static final int COLUMNS = 3;

  private final Map<String, Weight> byName;

  private Weights(Map<String, Weight> byName) {
    this.byName = byName;
  }

  /** The weights that come with the rules. */
  static Weights builtIn() {
    String resource = "weights.txt";
    try (InputStream in = Weights.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " of the rules is missing");
      }
      return read(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  /**
   * @throws IllegalArgumentException naming source and line of what cannot be understood
   */
  static Weights read(String source, String text) {
    Map<String, Weight> weights = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String content = line.strip();
      if (!content.isEmpty() && !content.startsWith("#")) {
        String where = source + ":" + number + ": ";
        String[] columns = content.split("\\s+", COLUMNS);
        if (columns.length < COLUMNS) {
          throw new IllegalArgumentException(where + "expected weight, group and rule");
        }
        Weight weight = new Weight(number(where, columns[0]), columns[1]);
        if (weights.put(columns[2], weight) != null) {
          throw new IllegalArgumentException(where + "'" + columns[2] + "' has a weight already");
        }
      }
    }
    return new Weights(weights);
  }

  /**
   * @throws IllegalStateException unless exactly these rules have weights
   */
  void requireExactly(Collection<String> rules) {
    Set<String> known = Set.copyOf(rules);
    for (String rule : rules) {
      if (!byName.containsKey(rule)) {
        throw new IllegalStateException("rule '" + rule + "' has no weight");
      }
    }
    byName.forEach((name, weight) -> {
      if (!weight.group().equals(MODEL) && !known.contains(name)) {
        throw new IllegalStateException("there is a weight for '" + name + "' but no such rule");
      }
    });
  }

  /**
   * A rule's weight.
   *
   * @return above 0 speaks for, below 0 against
   */
  double of(String rule) {
    Weight weight = byName.get(rule);
    if (weight == null) {
      throw new IllegalStateException("'" + rule + "' has no weight");
    }
    return weight.value();
  }

  String groupOf(String rule) {
    Weight weight = byName.get(rule);
    return weight == null ? "" : weight.group();
  }

  private static double number(String where, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(where + "'" + text + "' is not a number", e);
    }
  }

  private record Weight(double value, String group) {}
}
