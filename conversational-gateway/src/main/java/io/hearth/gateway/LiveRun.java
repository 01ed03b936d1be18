package io.hearth.gateway;

import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.device.Device;
import io.hearth.model.device.Home;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Commands that were sent to devices and are waited for. */
final class LiveRun implements Run {

  /** Retries of the dispatcher included; it answers earlier by itself. */
  private static final double PATIENCE = 4;

  private static final Duration PROGRESS_AFTER = Duration.ofMillis(700);

  /** A command on its way. */
  record Sent(PlannedCommand planned, CompletableFuture<CommandOutcome> outcome) {}

  private final Home home;
  private final List<Sent> sent;
  private final Kept kept;
  private final EffectWatch watch;
  private final Progress progress;

  /** What waits for its time, and what could not be kept. */
  record Kept(List<String> ids, List<Part> refused) {
    Kept {
      ids = List.copyOf(ids);
      refused = List.copyOf(refused);
    }
  }

  /** Told when a slow device has set off. */
  interface Progress {
    void underWay(PlannedCommand planned);
  }

  LiveRun(Home home, List<Sent> sent, Kept kept, EffectWatch watch, Progress progress) {
    this.home = home;
    this.sent = List.copyOf(sent);
    this.kept = kept;
    this.watch = watch;
    this.progress = progress;
  }

  @Override
  public List<String> kept() {
    return kept.ids();
  }

  @Override
  public List<Part> refused() {
    return kept.refused();
  }

  @Override
  public List<Carried> finish() {
    List<Carried> carried = new ArrayList<>();
    try (watch) {
      List<CommandOutcome> outcomes = new ArrayList<>();
      for (Sent one : sent) {
        outcomes.add(outcome(one));
      }
      long start = System.nanoTime();
      for (int i = 0; i < sent.size(); i++) {
        carried.add(carried(i, outcomes.get(i), start));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      sent.stream().skip(carried.size()).forEach(one -> carried.add(unknown(one.planned())));
    }
    return carried;
  }

  private static Carried unknown(PlannedCommand planned) {
    CommandOutcome outcome = new CommandOutcome.TimedOut(planned.command(), Duration.ZERO);
    return new Carried(planned, outcome, Ending.UNHEARD, false);
  }

  private CommandOutcome outcome(Sent one) throws InterruptedException {
    Command command = one.planned().command();
    double seconds =
        home.device(command.device()).map(d -> d.type().commandTimeoutSeconds()).orElse(5.0);
    Duration longest = Figures.seconds(seconds * PATIENCE);
    try {
      return one.outcome().get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new CommandOutcome.TimedOut(command, longest);
    } catch (ExecutionException e) {
      return new CommandOutcome.Unreachable(command, String.valueOf(e.getCause()));
    }
  }

  private Carried carried(int index, CommandOutcome outcome, long start)
      throws InterruptedException {
    PlannedCommand planned = sent.get(index).planned();
    List<ExpectedEffect> effects = lasting(index);
    Ending ending =
        switch (outcome) {
          case CommandOutcome.Acknowledged acknowledged -> settle(planned, effects, start);
          case CommandOutcome.Rejected rejected ->
              rejected.reason().contains("obstruct") ? Ending.BLOCKED : Ending.REFUSED;
          case CommandOutcome.TimedOut timedOut -> seen(effects, Ending.UNHEARD);
          case CommandOutcome.Postponed postponed -> seen(effects, Ending.ASLEEP);
          case CommandOutcome.Unreachable unreachable -> seen(effects, Ending.UNREACHABLE);
          case CommandOutcome.Unconfirmed unconfirmed -> seen(effects, Ending.UNTOLD);
        };
    boolean obstructed = watch.isObstructed(planned.command().device());
    return new Carried(planned, outcome, ending, obstructed);
  }

  /** What no later command to the same device changes again. */
  private List<ExpectedEffect> lasting(int index) {
    Set<String> changedLater = new HashSet<>();
    sent.stream()
        .skip(index + 1L)
        .flatMap(later -> later.planned().effects().stream())
        .forEach(effect -> changedLater.add(key(effect)));
    return sent.get(index).planned().effects().stream()
        .filter(effect -> !changedLater.contains(key(effect)) && watch.isTold(effect))
        .toList();
  }

  private static String key(ExpectedEffect effect) {
    return effect.device() + " " + effect.property();
  }

  private Ending settle(PlannedCommand planned, List<ExpectedEffect> effects, long start)
      throws InterruptedException {
    if (effects.isEmpty()) {
      return Ending.DONE;
    }
    Command command = planned.command();
    Duration longest =
        home.device(command.device())
            .map(Device::type)
            .map(type -> Figures.seconds(type.settleSeconds()))
            .orElse(Duration.ofSeconds(5))
            .minusNanos(System.nanoTime() - start);
    if (longest.compareTo(PROGRESS_AFTER) > 0) {
      Optional<Ending> early = watch.await(command.device(), effects, PROGRESS_AFTER);
      if (early.isPresent()) {
        return early.get();
      }
      progress.underWay(planned);
    }
    return watch
        .await(command.device(), effects, longest)
        .orElseGet(() -> watch.atTheEnd(command.device()));
  }

  private Ending seen(List<ExpectedEffect> effects, Ending otherwise) {
    return !effects.isEmpty() && watch.areReported(effects) ? Ending.DONE : otherwise;
  }
}
