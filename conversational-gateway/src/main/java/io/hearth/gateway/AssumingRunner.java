package io.hearth.gateway;

import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.ContextSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Carries out decisions by taking their effects for true; no device is touched. */
final class AssumingRunner implements CommandRunner {

  private final Consumer<List<ExpectedEffect>> assume;

  AssumingRunner(Consumer<List<ExpectedEffect>> assume) {
    this.assume = assume;
  }

  @Override
  public Run start(Draft draft, ContextSnapshot moment, String turn) {
    List<Carried> carried =
        draft.now().stream()
            .flatMap(part -> part.commands().stream())
            .map(planned ->
                new Carried(
                    planned,
                    new CommandOutcome.Acknowledged(planned.command(), Duration.ZERO),
                    Ending.DONE,
                    false))
            .toList();
    assume.accept(carried.stream().flatMap(c -> c.planned().effects().stream()).toList());
    return () -> carried;
  }

  @Override
  public void drop(String kept) {
    // nothing is kept where nothing is really done
  }
}
