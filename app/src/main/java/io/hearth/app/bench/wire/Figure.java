package io.hearth.app.bench.wire;

/**
 * One row of the table.
 *
 * @param row its letter
 * @param measure what was measured
 * @param load what was done
 * @param result what came out, or why nothing did
 * @param reach what should come out
 * @param verdict {@code reached}, {@code missed}, {@code skipped} or {@code not judged}
 */
public record Figure(
    String row, String measure, String load, String result, String reach, String verdict) {

  static Figure of(
      String row, String measure, String load, String result, String reach, boolean reached) {
    return new Figure(row, measure, load, result, reach, reached ? "reached" : "missed");
  }

  /** The same of a load that is too small to judge by. */
  Figure unjudged() {
    return verdict.equals("skipped")
        ? this
        : new Figure(row, measure, load, result, reach, "not judged");
  }

  static Figure skipped(String row, String measure, String why) {
    return new Figure(row, measure, "", why, "", "skipped");
  }
}
