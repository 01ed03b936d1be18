package io.hearth.adapter.binding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What was said by devices that are not bound yet: the last message of each place, the oldest
 * forgotten when there are too many. Not thread-safe.
 */
final class Unclaimed {

  private static final int MOST = 2000;

  /** A message whose sender is told that it is kept when the future completes. */
  record Waiting(Message message, CompletableFuture<Void> done) {}

  private final Map<Address, Waiting> waiting = new LinkedHashMap<>();

  CompletableFuture<Void> add(Message message) {
    Waiting next = new Waiting(message, new CompletableFuture<>());
    Waiting before = waiting.remove(message.from());
    if (before != null) {
      before.done().complete(null);
    }
    waiting.put(message.from(), next);
    if (waiting.size() > MOST) {
      take(waiting.keySet().iterator().next()).ifPresent(oldest -> oldest.done().complete(null));
    }
    return next.done();
  }

  Optional<Waiting> take(Address address) {
    return Optional.ofNullable(waiting.remove(address));
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }
}
