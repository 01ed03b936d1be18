package io.hearth.app.bench.language;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What to measure.
 *
 * @param data the folder of the sets; a set that is not in it is told as not present
 * @param only names of rows; empty for all
 * @param failures where every miss is written, one JSON object a line
 * @param plot where the row {@code ece} draws its bins, as SVG
 */
public record LanguageOptions(
    Path data, Set<String> only, Optional<Path> failures, Optional<Path> plot) {

  public LanguageOptions {
    only = Set.copyOf(only);
  }

  boolean wants(String row) {
    return only.isEmpty() || only.contains(row);
  }
}
