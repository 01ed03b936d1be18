package io.hearth.adapter.wire;

import io.hearth.model.device.DeviceId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over to the house, again while the house fails for reasons of its own, so that a moment of
 * a full disk loses nothing; what the house refuses is refused at once.
 */
final class Delivery {

  private static final Logger LOGGER = LoggerFactory.getLogger(Delivery.class);
  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);

  private final LinkMetrics metrics;

  Delivery(LinkMetrics metrics) {
    this.metrics = metrics;
  }

  /** The stage never fails; it says whether the house kept it. */
  CompletionStage<Verdict> deliver(String what, Supplier<CompletionStage<Void>> handover) {
    return deliver(Optional.empty(), what, handover);
  }

  /** As {@link #deliver(String, Supplier)}, of what one device said. */
  CompletionStage<Verdict> deliver(
      Optional<DeviceId> device, String what, Supplier<CompletionStage<Void>> handover) {
    return attempt(handover, 1)
        .handle(
            (nothing, failure) -> failure == null ? kept() : notKept(device, what, cause(failure)));
  }

  /** What the house did with what it was handed. */
  enum Verdict {
    KEPT,
    REFUSED,
    LOST
  }

  private Verdict kept() {
    metrics.count(LinkMetrics.Fate.ACCEPTED);
    return Verdict.KEPT;
  }

  private Verdict notKept(Optional<DeviceId> device, String what, Throwable cause) {
    if (cause instanceof IllegalArgumentException) {
      metrics.refused(device, what, String.valueOf(cause.getMessage()));
      return Verdict.REFUSED;
    }
    metrics.count(LinkMetrics.Fate.LOST);
    LOGGER
        .atError()
        .addKeyValue("message", what)
        .setCause(cause)
        .log("message lost, because it could not be kept");
    return Verdict.LOST;
  }

  private static CompletableFuture<Void> attempt(
      Supplier<CompletionStage<Void>> handover, int number) {
    return call(handover)
        .exceptionallyCompose(failure ->
            cause(failure) instanceof IllegalArgumentException || number == ATTEMPTS
                ? CompletableFuture.failedFuture(failure)
                : after(FIRST_WAIT.multipliedBy(1L << (number - 1)))
                    .thenCompose(nothing -> attempt(handover, number + 1)));
  }

  private static CompletableFuture<Void> call(Supplier<CompletionStage<Void>> handover) {
    try {
      return handover.get().toCompletableFuture();
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static CompletableFuture<Void> after(Duration wait) {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS));
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
