package io.hearth.gateway;

import io.hearth.model.HomeEvent;
import io.hearth.model.HomeEvents;
import io.hearth.model.decision.Decision;
import io.hearth.model.decision.Ranking;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Dialogue.PendingQuestion;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.ContextSnapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one utterance: snapshot, understand, rerank, decide, carry out, reply, record.
 *
 * <p>Made by {@link Turns}.
 */
public final class Turn {

  private static final Logger LOGGER = LoggerFactory.getLogger(Turn.class);

  private static final Duration LONGEST_WRITE = Duration.ofSeconds(2);

  private final Function<Utterance, ContextSnapshot> context;
  private final Understanding understanding;
  private final Judgement judgement;
  private final DecisionPolicy policy;
  private final CommandRunner runner;
  private final Replies replies;
  private final Explanation explanation;
  private final Conversations conversations;
  private final TurnLog log;
  private final HomeEvents events;
  private final InstantSource clock;

  Turn(Function<Utterance, ContextSnapshot> context, CommandRunner runner, Turns parts) {
    this.context = context;
    this.runner = runner;
    this.understanding = parts.understanding();
    this.judgement = parts.judgement();
    this.policy = parts.policy();
    this.replies = parts.replies();
    this.explanation = parts.explanation();
    this.conversations = parts.conversations();
    this.log = parts.log();
    this.events = parts.events();
    this.clock = parts.clock();
  }

  /**
   * Takes an utterance to its end; returns when the devices have reported or their time is over, so
   * it may block for as long as a door takes to open. To be called on a virtual thread.
   *
   * @param heard its dialogue needs only the id of the conversation; the rest is remembered here
   */
  public TurnRecord take(Utterance heard) {
    long started = System.nanoTime();
    Utterance utterance;
    ContextSnapshot moment;
    Ranking ranking;
    Verdict verdict;
    Run run;
    // The next turn may begin once the commands are sent: "stop" must not wait for the door.
    try (Conversations.Floor floor = conversations.enter(heard.dialogue().id(), heard.at())) {
      utterance = in(floor.memory().dialogue(), heard);
      CompletionStage<Void> begun = log.begin(utterance);
      moment = context.apply(utterance);
      List<Hypothesis> hypotheses = understanding.hypotheses(utterance, moment);
      ranking = judgement.rerank(hypotheses, moment);
      verdict = policy.decide(ranking, moment, floor.memory());
      written(begun, utterance);
      letGo(verdict, floor.memory());
      run = carryOut(verdict, moment, utterance);
      floor.leave(Afterwards.of(floor.memory(), utterance, verdict, run));
    }
    List<Carried> carried = run.finish();
    String reply = replies.reply(verdict, run, carried, moment);
    String why = explanation.why(verdict, moment);
    TurnRecord turn =
        new TurnRecord(
            utterance,
            ranking,
            verdict.decision(),
            carried.stream().map(Carried::outcome).toList(),
            reply,
            why,
            Duration.ofNanos(System.nanoTime() - started),
            answered(utterance, verdict));
    record(turn, verdict, moment);
    return turn;
  }

  /** Waits for the log; a home whose log fails still obeys. */
  private static void written(CompletionStage<Void> begun, Utterance utterance) {
    try {
      begun.toCompletableFuture().get(LONGEST_WRITE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOGGER
          .atError()
          .setCause(e)
          .addKeyValue("utteranceId", utterance.id())
          .log("turn could not be written down before it acted");
    }
  }

  private static Utterance in(Dialogue dialogue, Utterance heard) {
    return new Utterance(
        heard.id(),
        heard.transcript(),
        heard.area(),
        heard.satellite(),
        heard.speaker(),
        heard.at(),
        dialogue);
  }

  private Run carryOut(Verdict verdict, ContextSnapshot moment, Utterance utterance) {
    return verdict.decision() instanceof Decision.Act
        ? runner.start(verdict.draft(), moment, utterance.id())
        : Run.NOTHING;
  }

  /** What was kept for later is dropped when it is undone, or cancelled without a question open. */
  private void letGo(Verdict verdict, Memory memory) {
    Intent intent = verdict.draft().hypothesis().intent();
    boolean cancelled = intent == Intent.CANCEL && memory.dialogue().question().isEmpty();
    boolean decided =
        verdict.decision() instanceof Decision.Act || verdict.decision() instanceof Decision.Answer;
    if (decided && (cancelled || intent == Intent.UNDO)) {
      memory.done().stream().findFirst().ifPresent(done -> done.kept().forEach(runner::drop));
    }
  }

  /** The turn whose question this one answered. */
  private static Optional<String> answered(Utterance utterance, Verdict verdict) {
    return verdict.chosen().isOutOfDomain()
        ? Optional.empty()
        : utterance.dialogue().question().map(PendingQuestion::turn);
  }

  private void record(TurnRecord turn, Verdict verdict, ContextSnapshot moment) {
    Intent intent = verdict.draft().hypothesis().intent();
    if (intent != Intent.EXPLAIN && intent != Intent.REPEAT) {
      conversations.remember(turn.utterance().dialogue().id(), turn);
    }
    log.end(turn)
        .whenComplete((done, failure) -> {
          if (failure != null) {
            LOGGER
                .atError()
                .setCause(failure)
                .addKeyValue("utteranceId", turn.id())
                .log("end of turn could not be written down");
          }
        });
    events.publish(new HomeEvent.TurnTaken(moment.home().id(), turn, clock.instant()));
    LOGGER
        .atInfo()
        .addKeyValue("utteranceId", turn.id())
        .addKeyValue("decision", turn.decision().word())
        .addKeyValue("intent", intent)
        .addKeyValue("millis", turn.took().toMillis())
        .log("turn taken");
  }
}
