package io.hearth.adapter.binding;

import io.hearth.adapter.wire.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The commands that wait for their reply, by correlation; thread-safe. */
final class Replies {

  private static final int MOST_OVERHEARD = 1_000;

  private final Map<String, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();

  /** Those answered by what was overheard; the oldest are forgotten. */
  private final Map<String, Boolean> overheard =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MOST_OVERHEARD;
            }
          });

  /** A future for the reply; it is forgotten when it completes in any way. */
  CompletableFuture<Answer> await(String correlation) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    waiting.put(correlation, answer);
    var unused = answer.whenComplete((reply, failure) -> waiting.remove(correlation, answer));
    return answer;
  }

  /** A reply that is still to arrive was heard already; who waits for it waits no more. */
  void overheard(String correlation, Answer answer) {
    if (complete(correlation, answer)) {
      overheard.put(correlation, true);
    }
  }

  /** A reply arrived; false when nobody waited for it, e.g. for a second one. */
  boolean arrived(String correlation, Answer answer) {
    return complete(correlation, answer) || overheard.remove(correlation) != null;
  }

  private boolean complete(String correlation, Answer answer) {
    CompletableFuture<Answer> waiter = waiting.get(correlation);
    return waiter != null && waiter.complete(answer);
  }
}
