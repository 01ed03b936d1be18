package io.hearth.gateway.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last turns as they are written, newest first; for any thread. */
final class RecentTurns {

  /** How many are remembered; the journal keeps all. */
  static final int CAPACITY = 200;

  private final Deque<Map<String, @Nullable Object>> newestFirst = new ArrayDeque<>();

  /** Remembers a turn; one that is remembered already is not again. */
  synchronized void add(Map<String, @Nullable Object> turn) {
    if (find(String.valueOf(turn.get("id"))).isPresent()) {
      return;
    }
    newestFirst.addFirst(turn);
    if (newestFirst.size() > CAPACITY) {
      newestFirst.removeLast();
    }
  }

  synchronized List<Map<String, @Nullable Object>> latest(int limit) {
    return newestFirst.stream().limit(limit).toList();
  }

  synchronized Optional<Map<String, @Nullable Object>> find(String id) {
    return newestFirst.stream().filter(turn -> id.equals(turn.get("id"))).findFirst();
  }
}
