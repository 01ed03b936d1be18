package io.hearth.gateway;

import io.hearth.model.CommandDispatcher;
import io.hearth.model.HomeEvent;
import io.hearth.model.HomeEvents;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.ContextSnapshot;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Carries out decisions on real devices. */
final class LiveRunner implements CommandRunner {

  private final CommandDispatcher dispatcher;
  private final HomeEvents events;
  private final InstantSource clock;
  private final ActionPhrases phrases;
  private final KeptRequests kept;

  LiveRunner(
      CommandDispatcher dispatcher,
      HomeEvents events,
      InstantSource clock,
      ActionPhrases phrases,
      KeptRequests kept) {
    this.dispatcher = dispatcher;
    this.events = events;
    this.clock = clock;
    this.phrases = phrases;
    this.kept = kept;
  }

  @Override
  public Run start(Draft draft, ContextSnapshot moment, String turn) {
    List<String> keptIds = new ArrayList<>();
    List<Part> refused = new ArrayList<>();
    for (Part part : draft.later()) {
      if (!part.commands().isEmpty()) {
        kept.keep(part, moment, turn, this).ifPresentOrElse(keptIds::add, () -> refused.add(part));
      }
    }
    draft.now().forEach(part -> kept.keepEnd(part, moment, turn, this).ifPresent(keptIds::add));
    EffectWatch watch = new EffectWatch(events, moment); // before sending: no report is missed
    List<LiveRun.Sent> sent =
        draft.now().stream().flatMap(p -> p.commands().stream()).map(this::send).toList();
    return new LiveRun(
        moment.home(),
        sent,
        new LiveRun.Kept(keptIds, refused),
        watch,
        planned -> tell(planned, draft, moment, turn));
  }

  @Override
  public void drop(String id) {
    kept.drop(id);
  }

  private LiveRun.Sent send(PlannedCommand planned) {
    CompletableFuture<CommandOutcome> outcome;
    try {
      outcome = dispatcher.dispatch(planned.command()).toCompletableFuture();
    } catch (RuntimeException e) {
      outcome = CompletableFuture.failedFuture(e);
    }
    return new LiveRun.Sent(planned, outcome);
  }

  private void tell(PlannedCommand planned, Draft draft, ContextSnapshot moment, String turn) {
    Optional<Part> part =
        draft.parts().stream().filter(p -> p.commands().contains(planned)).findFirst();
    part.flatMap(p -> phrases.underWay(p.request(), List.of(planned), moment.home()))
        .ifPresent(text ->
            events.publish(
                new HomeEvent.TurnProgressed(moment.home().id(), turn, text, clock.instant())));
  }
}
