package io.hearth.adapter.mqtt;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.HearthJson;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.MalformedPayloadException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The commands that wait for their reply, by correlation; thread-safe. */
final class Replies {

  private final Map<String, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
  private final LinkMetrics metrics;

  Replies(LinkMetrics metrics) {
    this.metrics = metrics;
  }

  /** A future for the reply; it is forgotten when it completes in any way. */
  CompletableFuture<Answer> await(String correlation) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    waiting.put(correlation, answer);
    return answer.whenComplete((reply, failure) -> waiting.remove(correlation, answer));
  }

  /** A reply arrived; one that nobody waits for, e.g. a second one, is only counted. */
  void arrived(Publication reply) throws MalformedPayloadException {
    String correlation =
        reply
            .correlation()
            .orElseThrow(() -> new MalformedPayloadException("a reply without correlation data"));
    Answer answer = HearthJson.reply(reply.payload());
    CompletableFuture<Answer> waiter = waiting.get(correlation);
    if (waiter == null || !waiter.complete(answer)) {
      metrics.count(LinkMetrics.Fate.LATE);
    } else {
      metrics.count(LinkMetrics.Fate.ACCEPTED);
    }
  }
}
