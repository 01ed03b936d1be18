package io.hearth.adapter.coap;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.KeptCommands;
import io.hearth.model.state.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Servers that sleep, and what waits for them to wake up. Thread-safe. */
final class Sleepers {

  private final Duration listens;
  private final KeptCommands kept;
  private final InstantSource clock;
  private final Map<String, Instant> awakeUntil = new ConcurrentHashMap<>();

  /**
   * @param listens how long a server listens after it said something
   */
  Sleepers(Duration listens, KeptCommands kept, InstantSource clock) {
    this.listens = listens;
    this.kept = kept;
    this.clock = clock;
  }

  /** A server said something; what waits for it is done now. */
  void awake(String server) {
    awakeUntil.put(server, clock.instant().plus(listens));
    kept.awake(server);
  }

  /** Whether a server sleeps now, so that nothing can reach it. */
  boolean isAsleep(String server) {
    Instant until = awakeUntil.get(server);
    return until != null && until.isBefore(clock.instant());
  }

  /** Keeps a command until the server wakes up. */
  Answer keep(String server, Command command, Supplier<CompletableFuture<Answer>> sending) {
    return kept.keep(server, command, sending);
  }

  /** A server left; nothing waits for it any more. */
  void gone(String server) {
    awakeUntil.remove(server);
    kept.gone(server);
  }
}
