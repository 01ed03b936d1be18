package io.hearth.gateway.http;

import io.hearth.model.decision.TurnRecord;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Takes turns on virtual threads, a bounded number at the same time. */
final class ConcurrentTurns implements AutoCloseable {

  private final Function<Said, TurnRecord> turns;
  private final int most;
  private final Semaphore places;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("turn-", 1).factory());

  ConcurrentTurns(Function<Said, TurnRecord> turns, int most) {
    this.turns = turns;
    this.most = most;
    this.places = new Semaphore(most);
  }

  /** Starts a turn; empty when as many as there may be are under way. */
  Optional<Future<TurnRecord>> take(Said said) {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    Promise<TurnRecord> promise = Promise.promise();
    threads.execute(() -> {
      try {
        promise.complete(turns.apply(said));
      } catch (RuntimeException | Error e) {
        promise.fail(e);
      } finally {
        places.release();
      }
    });
    return Optional.of(promise.future());
  }

  int underWay() {
    return most - places.availablePermits();
  }

  /** Interrupts what is under way. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
