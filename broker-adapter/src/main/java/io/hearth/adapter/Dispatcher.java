package io.hearth.adapter;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.DeviceFacts;
import io.hearth.adapter.wire.DeviceLink;
import io.hearth.adapter.wire.Routes;
import io.hearth.model.CommandDispatcher;
import io.hearth.model.HomeEvent;
import io.hearth.model.HomeEvents;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands where their device was last heard, one at a time for each device, an idempotent
 * one a second time when nothing came back. One that had to wait longer than it is worth is never
 * sent: a garage door does not open an hour late.
 */
final class Dispatcher implements CommandDispatcher {

  private static final Logger LOGGER = LoggerFactory.getLogger(Dispatcher.class);

  private final List<DeviceLink> links;
  private final Routes routes;
  private final DeviceFacts facts;
  private final HomeEvents events;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Executor tellers;
  private final LongSupplier nanos;
  private final Lanes lanes = new Lanes();

  /**
   * @param links the first one is tried for devices that were not heard yet
   * @param tellers where outcomes are told, so that who waits for one holds up no link
   * @param nanos a time that never jumps, as {@link System#nanoTime} tells it
   */
  Dispatcher(
      List<DeviceLink> links,
      Routes routes,
      DeviceFacts facts,
      HomeEvents events,
      InstantSource clock,
      MeterRegistry meters,
      Executor tellers,
      LongSupplier nanos) {
    this.links = List.copyOf(links);
    this.routes = routes;
    this.facts = facts;
    this.events = events;
    this.clock = clock;
    this.meters = meters;
    this.tellers = tellers;
    this.nanos = nanos;
  }

  @Override
  public CompletionStage<CommandOutcome> dispatch(Command command) {
    CompletableFuture<CommandOutcome> outcome = new CompletableFuture<>();
    Sending sending = new Sending(command);
    boolean entered =
        lanes.enter(
            command.device(), () -> sending.outcome().thenAccept(known -> tell(outcome, known)));
    if (!entered) {
      tell(outcome, new CommandOutcome.Unreachable(command, "too many commands wait for it"));
    }
    return outcome;
  }

  private void tell(CompletableFuture<CommandOutcome> waiting, CommandOutcome outcome) {
    tellers.execute(() -> {
      record(outcome);
      waiting.complete(outcome);
    });
  }

  private void record(CommandOutcome outcome) {
    String word = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    meters.counter("hearth.commands", "outcome", word).increment();
    if (outcome instanceof CommandOutcome.Acknowledged(var command, var after)) {
      meters.timer("hearth.command.time").record(after);
    }
    LOGGER
        .atDebug()
        .addKeyValue("deviceId", outcome.command().device())
        .addKeyValue("action", outcome.command().action())
        .addKeyValue("outcome", word)
        .log("command ended");
    events.publish(new HomeEvent.CommandCompleted(facts.home(), outcome, clock.instant()));
  }

  /** One command, from the moment it is asked for. */
  private final class Sending {

    private final Command command;
    private final String correlation = UUID.randomUUID().toString();
    private final long start = nanos.getAsLong();

    Sending(Command command) {
      this.command = command;
    }

    /** How it ends; never fails. */
    CompletableFuture<CommandOutcome> outcome() {
      if (waited().compareTo(facts.worth(command.device())) > 0) {
        return CompletableFuture.completedFuture(
            new CommandOutcome.Unreachable(
                command, "it waited too long for its turn, and nothing is done that late"));
      }
      try {
        boolean again = facts.isIdempotent(command.device(), command.action());
        return attempt(again).exceptionally(this::failed);
      } catch (RuntimeException failure) {
        return CompletableFuture.completedFuture(failed(failure));
      }
    }

    private CompletableFuture<CommandOutcome> attempt(boolean again) {
      DeviceId device = command.device();
      Routes.Route route =
          routes
              .to(device)
              .orElse(new Routes.Route(links.getFirst().name(), Availability.UNKNOWN, ""));
      boolean away = route.availability() == Availability.OFFLINE;
      if (away && !link(route.link()).isAsleep(device)) {
        return CompletableFuture.completedFuture(
            new CommandOutcome.Unreachable(command, route.reason()));
      }
      return link(route.link())
          .send(command, correlation, facts.commandTimeout(device))
          .thenApply(this::outcomeOf)
          .exceptionallyCompose(failure -> unanswered(failure, again));
    }

    private CompletableFuture<CommandOutcome> unanswered(Throwable failure, boolean again) {
      if (!isTimeout(failure)) {
        return CompletableFuture.failedFuture(failure);
      }
      return again
          ? attempt(false).thenApply(this::afterSilence)
          : CompletableFuture.completedFuture(new CommandOutcome.TimedOut(command, waited()));
    }

    /** The first attempt may have arrived, so that one never sent again is still a silence. */
    private CommandOutcome afterSilence(CommandOutcome second) {
      return second instanceof CommandOutcome.Unreachable
          ? new CommandOutcome.TimedOut(command, waited())
          : second;
    }

    private CommandOutcome outcomeOf(Answer answer) {
      return switch (answer) {
        case Answer.Accepted() -> new CommandOutcome.Acknowledged(command, waited());
        case Answer.Rejected(var reason) -> new CommandOutcome.Rejected(command, reason);
        case Answer.Undeliverable(var reason) -> new CommandOutcome.Unreachable(command, reason);
        case Answer.Kept(var within, var later) -> {
          var unused = later.handle(this::woke);
          yield new CommandOutcome.Postponed(command, within);
        }
        case Answer.Unconfirmed(var reason) -> new CommandOutcome.Unconfirmed(command, reason);
      };
    }

    /** What became of a command that was kept; whoever asked for it has been answered long ago. */
    private @Nullable Void woke(@Nullable Answer answer, @Nullable Throwable failure) {
      CommandOutcome outcome =
          answer != null ? outcomeOf(answer) : new CommandOutcome.TimedOut(command, waited());
      tellers.execute(() -> record(outcome));
      return null;
    }

    private CommandOutcome failed(Throwable failure) {
      LOGGER
          .atError()
          .addKeyValue("deviceId", command.device())
          .setCause(failure)
          .log("command could not be sent");
      return new CommandOutcome.Unreachable(command, "it could not be sent: " + failure);
    }

    private Duration waited() {
      return Duration.ofNanos(nanos.getAsLong() - start);
    }
  }

  private DeviceLink link(String name) {
    for (DeviceLink link : links) {
      if (link.name().equals(name)) {
        return link;
      }
    }
    throw new IllegalStateException("there is no link " + name);
  }

  private static boolean isTimeout(Throwable failure) {
    return failure instanceof TimeoutException
        || (failure instanceof CompletionException
            && failure.getCause() instanceof TimeoutException);
  }
}
