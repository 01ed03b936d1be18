package io.hearth.app.bench.language;

import java.util.List;

/**
 * One row of the table.
 *
 * @param name by which it is asked for
 * @param measure what was measured
 * @param result what came out, or why nothing did
 * @param reach what should come out
 * @param known what the best open system has
 * @param verdict {@code reached}, {@code missed} or {@code not present}
 * @param details more lines: confusions, parts, bins
 */
public record Row(
    String name,
    String measure,
    String result,
    String reach,
    String known,
    String verdict,
    List<String> details) {

  public Row {
    details = List.copyOf(details);
  }

  /** A row without its figure: what is asked, and what others have. */
  record Aim(String name, String measure, String reach, String known) {

    Row with(String result, boolean reached, List<String> details) {
      String verdict = reached ? "reached" : "missed";
      return new Row(name, measure, result, reach, known, verdict, details);
    }

    Row notPresent(Object what) {
      return new Row(
          name, measure, what + " is not present", reach, known, "not present", List.of());
    }
  }
}
