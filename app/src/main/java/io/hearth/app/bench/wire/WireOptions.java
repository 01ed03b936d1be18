package io.hearth.app.bench.wire;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What to measure and how hard.
 *
 * @param only letters of rows; empty for all
 * @param quick a hundredth of the load: shows that it works, not how fast it is
 * @param discovery folder of {@code .ndjson} files with messages that real devices publish
 * @param rate reports a second of row c
 * @param kills how often the broker is killed in row f
 */
public record WireOptions(
    Set<String> only, boolean quick, Optional<Path> discovery, int rate, int kills) {

  public WireOptions {
    only = Set.copyOf(only);
  }

  boolean wants(String row) {
    return only.isEmpty() || only.contains(row);
  }
}
