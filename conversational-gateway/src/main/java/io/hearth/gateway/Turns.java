package io.hearth.gateway;

import io.hearth.model.CommandDispatcher;
import io.hearth.model.HomeEvents;
import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.ContextSnapshot;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;

/** What turns are made of; makes the {@link Turn} of a live home or of a batch. */
public final class Turns {

  private final Understanding understanding;
  private final Judgement judgement;
  private final Planner planner;
  private final DecisionPolicy policy;
  private final Replies replies;
  private final Explanation explanation;
  private Conversations conversations = new Conversations();
  private TurnLog log = TurnLog.none();
  private HomeEvents events = Silence.EVENTS;
  private InstantSource clock = InstantSource.system();

  /** Turns in English under the policy given. */
  public Turns(Understanding understanding, Judgement judgement, PolicyConfig config) {
    Phrases phrases = Phrases.english();
    this.understanding = understanding;
    this.judgement = judgement;
    this.planner = new Planner(phrases);
    this.policy = new DecisionPolicy(config, planner, phrases);
    this.replies = new Replies(phrases);
    this.explanation = new Explanation(phrases);
  }

  private Turns(Turns other) {
    understanding = other.understanding;
    judgement = other.judgement;
    planner = other.planner;
    policy = other.policy;
    replies = other.replies;
    explanation = other.explanation;
    conversations = other.conversations;
    log = other.log;
    events = other.events;
    clock = other.clock;
  }

  /**
   * The turn of a live home.
   *
   * @param context what is true around a speaker now
   * @param timer wakes what was kept for later; used only to start virtual threads
   */
  public Turn live(
      Function<Utterance, ContextSnapshot> context,
      CommandDispatcher dispatcher,
      HomeEvents bus,
      ScheduledExecutorService timer,
      TurnLog turnLog,
      InstantSource now) {
    Turns parts = new Turns(this);
    parts.conversations = new Conversations();
    parts.log = turnLog;
    parts.events = bus;
    parts.clock = now;
    KeptRequests kept = new KeptRequests(timer, now, planner, () -> context.apply(nobody(now)));
    return new Turn(context, new LiveRunner(dispatcher, bus, now, replies.actions(), kept), parts);
  }

  /** The turn of a recording: nothing is commanded, effects are taken for true. */
  Turn assuming(
      Function<Utterance, ContextSnapshot> context,
      Consumer<List<ExpectedEffect>> assume,
      Conversations recorded) {
    Turns parts = new Turns(this);
    parts.conversations = recorded;
    return new Turn(context, new AssumingRunner(assume), parts);
  }

  private static Utterance nobody(InstantSource clock) {
    return new Utterance(
        "later",
        Transcript.of("later"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        clock.instant(),
        Dialogue.fresh("later"));
  }

  Understanding understanding() {
    return understanding;
  }

  Judgement judgement() {
    return judgement;
  }

  DecisionPolicy policy() {
    return policy;
  }

  Replies replies() {
    return replies;
  }

  Explanation explanation() {
    return explanation;
  }

  Conversations conversations() {
    return conversations;
  }

  TurnLog log() {
    return log;
  }

  HomeEvents events() {
    return events;
  }

  InstantSource clock() {
    return clock;
  }
}
