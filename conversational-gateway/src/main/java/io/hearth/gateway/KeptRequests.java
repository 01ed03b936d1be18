package io.hearth.gateway;

import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.state.Command;
import io.hearth.model.state.ContextSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests that wait for their time; carried out as the home is then. Lost with the process. */
final class KeptRequests {

  /** A home where more is waiting has something wrong; the rest is refused. */
  static final int MOST = 500;

  private static final Logger LOGGER = LoggerFactory.getLogger(KeptRequests.class);

  /** The home as it is when the time has come. */
  interface Present {
    ContextSnapshot now();
  }

  private final ScheduledExecutorService timer;
  private final InstantSource clock;
  private final Planner planner;
  private final Present present;
  private final Map<String, Future<?>> waiting = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();

  KeptRequests(
      ScheduledExecutorService timer, InstantSource clock, Planner planner, Present present) {
    this.timer = timer;
    this.clock = clock;
    this.planner = planner;
    this.present = present;
  }

  /** Keeps a part until its time; empty when too much is waiting already. */
  Optional<String> keep(Part part, ContextSnapshot moment, String turn, CommandRunner runner) {
    Schedule when = part.request().schedule().orElseThrow();
    String id = turn + "/" + ids.incrementAndGet();
    return wait(id, first(when, moment), when, part.request(), runner);
  }

  /** Keeps what brings a part to its end that ends by itself. */
  Optional<String> keepEnd(Part part, ContextSnapshot moment, String turn, CommandRunner runner) {
    Optional<Duration> lasting = part.request().schedule().flatMap(Schedule::lasting);
    if (lasting.isEmpty() || part.commands().isEmpty()) {
      return Optional.empty();
    }
    String id = turn + "/" + ids.incrementAndGet();
    return wait(id, moment.at().plus(lasting.get()), () -> undo(part, id, runner));
  }

  void drop(String id) {
    Future<?> future = waiting.remove(id);
    if (future != null) {
      future.cancel(false);
    }
  }

  int count() {
    return waiting.size();
  }

  private static Instant first(Schedule when, ContextSnapshot moment) {
    return switch (when) {
      case Schedule.At at -> at.time().toInstant();
      case Schedule.After after -> moment.at().plus(after.delay());
      case Schedule.Every every -> next(every, moment.localTime());
      case Schedule.NowFor now -> moment.at();
    };
  }

  private static Instant next(Schedule.Every every, ZonedDateTime after) {
    return Recurrence.of(every.rule()).orElseThrow().next(after).toInstant();
  }

  private Optional<String> wait(
      String id, Instant time, Schedule when, Request request, CommandRunner runner) {
    return wait(
        id,
        time,
        () -> {
          carryOut(request, id, runner);
          if (when instanceof Schedule.Every every) {
            ZonedDateTime now = clock.instant().atZone(present.now().home().timezone());
            wait(id, next(every, now), when, request, runner);
          }
        });
  }

  private Optional<String> wait(String id, Instant time, Runnable job) {
    if (waiting.size() >= MOST) {
      return Optional.empty();
    }
    Duration delay = Figures.between(clock.instant(), time);
    // Inside compute, so that a job that is due at once is entered before it takes itself out.
    waiting.compute(
        id,
        (key, before) ->
            timer.schedule(
                () -> Thread.ofVirtual().name("kept " + id).start(() -> run(id, job)),
                delay.toMillis(),
                TimeUnit.MILLISECONDS));
    return Optional.of(id);
  }

  private void run(String id, Runnable job) {
    waiting.remove(id);
    try {
      job.run();
    } catch (RuntimeException e) {
      LOGGER.atError().setCause(e).addKeyValue("kept", id).log("kept request failed");
    }
  }

  private void carryOut(Request request, String id, CommandRunner runner) {
    Optional<Schedule> lasting =
        request.schedule().flatMap(Schedule::lasting).map(Schedule.NowFor::new);
    Request now =
        new Request(
            request.intent(),
            request.slots(),
            request.targets(),
            request.grounding(),
            lasting,
            request.problems());
    ContextSnapshot moment = present.now();
    Hypothesis hypothesis = new Hypothesis(id, 1, List.of(now), List.of());
    finish(planner.draft(hypothesis, moment, Memory.fresh(id)), moment, id, runner);
  }

  private void undo(Part part, String id, CommandRunner runner) {
    ContextSnapshot moment = present.now();
    Outlook outlook = new Outlook(moment);
    List<PlannedCommand> commands = new ArrayList<>();
    for (PlannedCommand planned : part.commands().reversed()) {
      for (Command undo : planned.undo()) {
        outlook
            .device(undo.device())
            .ifPresent(device ->
                commands.add(
                    new PlannedCommand(undo, Effects.of(device, undo, outlook), List.of())));
      }
    }
    Request request = Request.of(Intent.UNDO);
    Hypothesis hypothesis = new Hypothesis(id, 1, List.of(request), List.of());
    Part back = new Part(request, commands, List.of(), List.of());
    finish(Draft.of(hypothesis, List.of(back), moment.home()), moment, id, runner);
  }

  private static void finish(Draft draft, ContextSnapshot moment, String id, CommandRunner runner) {
    List<Carried> carried = runner.start(draft, moment, id).finish();
    carried.forEach(one ->
        LOGGER
            .atInfo()
            .addKeyValue("kept", id)
            .addKeyValue("deviceId", one.planned().command().device())
            .addKeyValue("action", one.planned().command().action())
            .addKeyValue("outcome", one.ending().key())
            .log("kept request carried out"));
  }
}
