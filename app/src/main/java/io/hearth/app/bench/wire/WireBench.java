package io.hearth.app.bench.wire;

import io.hearth.adapter.bench.MosquittoProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures every row that is wanted, one after the other, over brokers of its own. */
public final class WireBench {

  private static final String NO_MOSQUITTO =
      "mosquitto is not installed; install the package mosquitto to measure this";

  private final WireOptions options;
  private final Consumer<Figure> out;

  /**
   * @param out is given each figure when it is known
   */
  public WireBench(WireOptions options, Consumer<Figure> out) {
    this.options = options;
    this.out = out;
  }

  private interface Row {
    Figure measure() throws Exception;
  }

  /** Measures; what a row leaves on disk is removed. */
  public void run() throws IOException {
    Path folder = Files.createTempDirectory("hearth-bench");
    try {
      Bench bench = new Bench(folder);
      DiscoveryRows discovery = new DiscoveryRows(bench, options);
      external("a", DiscoveryRows.UNDERSTOOD, discovery::understood);
      external("b", DiscoveryRows.COLD, discovery::coldOverMosquitto);
      external("c", ReportRow.MEASURE, new ReportRow(bench, options)::run);
      row("d", CoapRow.MEASURE, new CoapRow(bench, options)::run);
      external("e", CommandRow.MEASURE, new CommandRow(bench, options)::run);
      external("f", KillRow.MEASURE, new KillRow(bench, options)::run);
      external("g", MemoryRow.MEASURE, new MemoryRow(bench, options)::run);
      row("h", DiscoveryRows.COLD, discovery::coldOverEmbedded);
    } finally {
      remove(folder);
    }
  }

  private void external(String letter, String measure, Row row) {
    row(
        letter,
        measure,
        MosquittoProcess.executable().isPresent()
            ? row
            : () -> Figure.skipped(letter, measure, NO_MOSQUITTO));
  }

  private void row(String letter, String measure, Row row) {
    if (!options.wants(letter)) {
      return;
    }
    Figure figure;
    try {
      figure = row.measure();
    } catch (Exception failure) { // the other rows are worth measuring all the same
      figure = Figure.of(letter, measure, "", "failed: " + failure, "", false);
    }
    out.accept(options.quick() ? figure.unjudged() : figure);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(WireBench::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException busy) {
      throw new UncheckedIOException(busy);
    }
  }
}
