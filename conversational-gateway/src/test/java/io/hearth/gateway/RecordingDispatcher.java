package io.hearth.gateway;

import io.hearth.model.CommandDispatcher;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Remembers commands and answers them as it is told to; by default they are acknowledged. */
final class RecordingDispatcher implements CommandDispatcher {

  final List<Command> commands = new CopyOnWriteArrayList<>();
  private volatile Function<Command, CommandOutcome> answer =
      command -> new CommandOutcome.Acknowledged(command, Duration.ofMillis(1));

  void answering(Function<Command, CommandOutcome> newAnswer) {
    answer = newAnswer;
  }

  /** Acknowledges, and lets the device do something at once. */
  void doing(Runnable deed) {
    answer =
        command -> {
          deed.run();
          return new CommandOutcome.Acknowledged(command, Duration.ofMillis(1));
        };
  }

  @Override
  public CompletionStage<CommandOutcome> dispatch(Command command) {
    commands.add(command);
    return CompletableFuture.completedFuture(answer.apply(command));
  }
}
