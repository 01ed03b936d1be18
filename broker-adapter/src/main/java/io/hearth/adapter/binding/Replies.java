package io.hearth.adapter.binding;

import io.hearth.adapter.wire.Answer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The commands that wait for their reply, by correlation; thread-safe. */
final class Replies {

  private final Map<String, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();

  /** A future for the reply; it is forgotten when it completes in any way. */
  CompletableFuture<Answer> await(String correlation) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    waiting.put(correlation, answer);
    var unused = answer.whenComplete((reply, failure) -> waiting.remove(correlation, answer));
    return answer;
  }

  /** A reply arrived; false when nobody waits for it, e.g. for a second one. */
  boolean arrived(String correlation, Answer answer) {
    CompletableFuture<Answer> waiter = waiting.get(correlation);
    return waiter != null && waiter.complete(answer);
  }
}
