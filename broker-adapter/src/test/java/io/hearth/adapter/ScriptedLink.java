package io.hearth.adapter;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.DeviceLink;
import io.hearth.adapter.wire.LinkHealth;
import io.hearth.model.state.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A link whose answers are laid out beforehand. */
final class ScriptedLink implements DeviceLink {

  /** One attempt as it was made. */
  record Sent(Command command, String correlation, Duration within) {}

  private final String name;
  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final Queue<CompletableFuture<Answer>> answers = new ArrayDeque<>();

  ScriptedLink(String name) {
    this.name = name;
  }

  ScriptedLink then(CompletableFuture<Answer> answer) {
    answers.add(answer);
    return this;
  }

  List<Sent> sent() {
    return sent;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public CompletableFuture<Answer> send(Command command, String correlation, Duration within) {
    sent.add(new Sent(command, correlation, within));
    return answers.remove();
  }

  @Override
  public LinkHealth health() {
    return new LinkHealth(name, "nowhere", true, Instant.EPOCH, Optional.empty(), Map.of());
  }
}
