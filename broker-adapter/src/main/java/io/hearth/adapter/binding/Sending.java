package io.hearth.adapter.binding;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.DeviceFacts;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Command;
import io.hearth.model.state.DeviceState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts commands on the wire and finds out whether the device took them; thread-safe. */
final class Sending {

  private static final int PART_FOR_LISTENING = 4;

  private final Transports transports;
  private final DeviceFacts facts;
  private final String replyTopic;
  private final Replies replies = new Replies();
  private final Reports reports = new Reports();

  Sending(Transports transports, DeviceFacts facts, String replyTopic) {
    this.transports = transports;
    this.facts = facts;
    this.replyTopic = replyTopic;
  }

  /** A device answered; false when nobody waits for it, e.g. for a second answer. */
  boolean answered(String correlation, Answer answer) {
    return replies.arrived(correlation, answer);
  }

  /** As {@link #answered}, ahead of its arrival. */
  void overheard(String correlation, Answer answer) {
    replies.overheard(correlation, answer);
  }

  /** A device said something, live. */
  void reported(DeviceId device, Map<String, Value> said) {
    reports.heard(device, said);
  }

  /**
   * Sends a command once.
   *
   * @param confirmed by which topics it may say that it took it
   */
  CompletableFuture<Answer> send(
      CommandBinding way,
      Set<String> confirmed,
      Command command,
      String correlation,
      Duration within) {
    DeviceState known = facts.state(command.device());
    List<Outgoing> messages;
    try {
      messages = way.encoder().encode(new Call(command, known, correlation, replyTopic));
    } catch (CannotCommandException impossible) {
      return CompletableFuture.completedFuture(
          new Answer.Rejected(String.valueOf(impossible.getMessage())));
    }
    CompletableFuture<Answer> answer = awaited(way.confirmation(), command, known, correlation);
    var unused =
        listening(messages.getLast().to() instanceof Address.Mqtt ? confirmed : Set.of(), within)
            .thenCompose(ready -> sendAll(messages, 0, correlation, within))
            .whenComplete((taken, failure) ->
                delivered(way.confirmation(), messages, answer, taken, failure));
    return answer.orTimeout(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Who confirms a command does not have to wait behind what others report. */
  private CompletableFuture<Void> listening(Set<String> filters, Duration within) {
    return filters.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : transports
            .overhear(filters)
            .completeOnTimeout(null, within.toMillis() / PART_FOR_LISTENING, TimeUnit.MILLISECONDS);
  }

  private CompletableFuture<Answer> awaited(
      Confirmation confirmation, Command command, DeviceState known, String correlation) {
    return switch (confirmation) {
      case Confirmation.ByReply() -> replies.await(correlation);
      case Confirmation.ByReport(Set<String> properties) -> {
        Map<String, Value> expected =
            facts
                .action(command.device(), command.action())
                .map(action -> Expected.of(action, command, known))
                .orElse(Map.of());
        // A device that says in some other way that it took the command need not have done it yet.
        CompletableFuture<Answer> answer = replies.await(correlation);
        CompletableFuture<Answer> report =
            reports.await(command.device(), known, properties, expected);
        var unusedReport = report.thenAccept(answer::complete);
        var unusedEnd = answer.whenComplete((taken, failure) -> report.cancel(false));
        yield answer;
      }
      case Confirmation.Never(String reason) -> new CompletableFuture<>();
    };
  }

  private CompletableFuture<Answer> sendAll(
      List<Outgoing> messages, int index, String correlation, Duration within) {
    Outgoing message = messages.get(index);
    Optional<Transport> transport = transports.to(message.to());
    if (transport.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Answer.Undeliverable("nothing here speaks to " + message.to()));
    }
    CompletableFuture<Answer> sent = transport.get().send(message, correlation, within);
    return index + 1 == messages.size()
        ? sent
        : sent.thenCompose(answer ->
            answer instanceof Answer.Accepted
                ? sendAll(messages, index + 1, correlation, within)
                : CompletableFuture.completedFuture(answer));
  }

  private static void delivered(
      Confirmation confirmation,
      List<Outgoing> messages,
      CompletableFuture<Answer> answer,
      @Nullable Answer taken,
      @Nullable Throwable failure) {
    if (failure != null) {
      answer.completeExceptionally(failure);
    } else if (!(taken instanceof Answer.Accepted)) {
      answer.complete(taken);
    } else if (confirmation instanceof Confirmation.Never(String reason)) {
      answer.complete(new Answer.Unconfirmed(reason));
    } else if (confirmation instanceof Confirmation.ByReply
        && !(messages.getLast().to() instanceof Address.Mqtt)) {
      answer.complete(taken); // the device itself answered
    }
  }
}
