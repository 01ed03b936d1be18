package io.hearth.adapter.wire;

import io.hearth.model.device.Effect;
import io.hearth.model.state.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Commands for who sleeps: kept until it wakes up, at most {@value #ROOM} for each and none longer
 * than the age allowed, by the clock and by the time that passes. What is of high risk or toggles
 * is not kept at all: a garage door does not open an hour late. Thread-safe.
 */
public final class KeptCommands {

  /** How many commands wait for one sleeper. */
  public static final int ROOM = 8;

  private final Duration age;
  private final DeviceFacts facts;
  private final InstantSource clock;
  private final Map<String, Deque<Kept>> waiting = new ConcurrentHashMap<>();

  private record Kept(
      Instant since,
      Command command,
      Supplier<CompletableFuture<Answer>> sending,
      CompletableFuture<Answer> later) {

    boolean isInPlaceOf(Command other) {
      return command.device().equals(other.device()) && command.action().equals(other.action());
    }

    void giveWay() {
      later.complete(new Answer.Undeliverable("a later command took its place"));
    }
  }

  /**
   * @param age how long a command may wait
   */
  public KeptCommands(Duration age, DeviceFacts facts, InstantSource clock) {
    this.age = age;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Keeps a command until the sleeper wakes up. A later one of the same action takes its place.
   *
   * @param sending sends it, once
   * @return {@link Answer.Kept}, or why it must not or cannot wait
   */
  public Answer keep(String sleeper, Command command, Supplier<CompletableFuture<Answer>> sending) {
    if (!facts.mayWait(command.device(), command.action())) {
      return new Answer.Undeliverable("it is asleep, and this must not happen later");
    }
    CompletableFuture<Answer> later = new CompletableFuture<>();
    Kept kept = new Kept(clock.instant(), command, sending, later);
    Deque<Kept> queue = waiting.compute(sleeper, (name, all) -> with(kept, all));
    if (!queue.contains(kept)) {
      return new Answer.Undeliverable("it is asleep, and too much waits for it");
    }
    later.completeOnTimeout(
        new Answer.Undeliverable("it did not wake up in time, and nothing is done that late"),
        age.toMillis(),
        TimeUnit.MILLISECONDS);
    return new Answer.Kept(age, later);
  }

  /**
   * A command is sent now: what waits for the same device and would undo it gives way, so that an
   * older wish never comes after a newer one.
   */
  public void overtaken(String sleeper, Command by) {
    waiting.computeIfPresent(
        sleeper,
        (name, all) -> {
          Deque<Kept> next = new ArrayDeque<>();
          for (Kept kept : all) {
            if (undoes(kept.command(), by)) {
              kept.giveWay();
            } else {
              next.add(kept);
            }
          }
          return next.isEmpty() ? null : next;
        });
  }

  private boolean undoes(Command earlier, Command later) {
    return earlier.device().equals(later.device())
        && (earlier.action().equals(later.action())
            || !Collections.disjoint(touched(earlier), touched(later)));
  }

  private Set<String> touched(Command command) {
    return facts.action(command.device(), command.action()).stream()
        .flatMap(action -> action.effects().stream())
        .map(Effect::property)
        .collect(Collectors.toSet());
  }

  /** The queue with one more, where there is room; never one that somebody else changes. */
  private static Deque<Kept> with(Kept one, @org.jspecify.annotations.Nullable Deque<Kept> all) {
    Deque<Kept> next = new ArrayDeque<>();
    for (Kept other : all == null ? List.<Kept>of() : all) {
      if (other.isInPlaceOf(one.command())) {
        other.giveWay();
      } else if (!other.later().isDone()) {
        next.add(other);
      }
    }
    if (next.size() < ROOM) {
      next.add(one);
    }
    return next;
  }

  /** A sleeper is awake; what waits for it is done now, in order, unless it is too old. */
  public void awake(String sleeper) {
    Deque<Kept> queue = waiting.isEmpty() ? null : waiting.remove(sleeper);
    if (queue != null) {
      queue.forEach(this::send);
    }
  }

  private void send(Kept kept) {
    boolean late = Duration.between(kept.since(), clock.instant()).compareTo(age) > 0;
    if (kept.later().isDone()) {
      return;
    }
    if (late) { // also after the machine itself has slept
      kept.later()
          .complete(new Answer.Undeliverable("it woke up late, and nothing is done that late"));
      return;
    }
    CompletableFuture<Answer> sent = kept.sending().get();
    var unused =
        sent.whenComplete((answer, failure) -> {
          if (failure == null) {
            kept.later().complete(answer);
          } else {
            kept.later().completeExceptionally(failure);
          }
        });
  }

  /** A sleeper is gone for good. */
  public void gone(String sleeper) {
    Deque<Kept> queue = waiting.remove(sleeper);
    if (queue != null) {
      queue.forEach(kept -> kept.later().complete(new Answer.Undeliverable("it has left")));
    }
  }
}
