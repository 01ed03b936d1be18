package io.hearth.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What could not be understood of several things said at once. Not thread-safe. */
final class Refusals {

  private final List<IllegalArgumentException> all = new ArrayList<>();

  void add(IllegalArgumentException refusal) {
    all.add(refusal);
  }

  /** Fails after the rest is kept, when there is any refusal. */
  CompletionStage<Void> after(CompletionStage<Void> kept) {
    return all.isEmpty()
        ? kept
        : kept.thenCompose(nothing -> CompletableFuture.failedFuture(together()));
  }

  private IllegalArgumentException together() {
    IllegalArgumentException first = all.getFirst();
    return all.size() == 1
        ? first
        : new IllegalArgumentException(
            first.getMessage() + "; and " + (all.size() - 1) + " more", first);
  }
}
