package io.hearth.adapter.coap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Servers that sleep, and what waits for them to wake up: at most {@value #ROOM} things each, and
 * none longer than the age allowed. Thread-safe.
 */
final class Sleepers {

  static final int ROOM = 8;

  private final Duration listens;
  private final Duration age;
  private final InstantSource clock;
  private final Map<String, Instant> awakeUntil = new HashMap<>();
  private final Map<String, Deque<Waiting>> waiting = new HashMap<>();

  private record Waiting(Instant since, Runnable work) {}

  /**
   * @param listens how long a server listens after it said something
   * @param age how long something may wait
   */
  Sleepers(Duration listens, Duration age, InstantSource clock) {
    this.listens = listens;
    this.age = age;
    this.clock = clock;
  }

  /** A server said something; what waits for it is done now, in order, unless it is too old. */
  void awake(String server) {
    List<Waiting> due = new ArrayList<>();
    synchronized (this) {
      awakeUntil.put(server, clock.instant().plus(listens));
      Deque<Waiting> queue = waiting.remove(server);
      if (queue != null) {
        Instant oldest = clock.instant().minus(age);
        queue.stream().filter(each -> !each.since().isBefore(oldest)).forEach(due::add);
      }
    }
    due.forEach(each -> each.work().run());
  }

  /** Whether a server sleeps now, so that nothing can reach it. */
  synchronized boolean isAsleep(String server) {
    Instant until = awakeUntil.get(server);
    return until != null && until.isBefore(clock.instant());
  }

  /** Keeps something until the server wakes up; false when too much waits already. */
  synchronized boolean keep(String server, Runnable work) {
    Deque<Waiting> queue = waiting.computeIfAbsent(server, unseen -> new ArrayDeque<>());
    Instant oldest = clock.instant().minus(age);
    queue.removeIf(each -> each.since().isBefore(oldest));
    return queue.size() < ROOM && queue.add(new Waiting(clock.instant(), work));
  }

  /** A server left; nothing waits for it any more. */
  synchronized void gone(String server) {
    awakeUntil.remove(server);
    waiting.remove(server);
  }

  Duration age() {
    return age;
  }
}
