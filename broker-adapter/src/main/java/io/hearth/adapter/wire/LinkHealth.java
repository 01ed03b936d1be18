package io.hearth.adapter.wire;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a link does, for people and health checks.
 *
 * @param link the protocol's word, e.g. {@code mqtt}
 * @param address what it is connected to or listens at
 * @param connected whether commands can be sent now
 * @param since when that became so
 * @param trouble why it is not connected
 * @param counts how many messages there were by what became of them
 */
public record LinkHealth(
    String link,
    String address,
    boolean connected,
    Instant since,
    Optional<String> trouble,
    Map<String, Long> counts) {

  public LinkHealth {
    counts = Map.copyOf(counts);
  }
}
