package io.hearth.gateway;

import io.hearth.model.decision.Decision;
import io.hearth.model.decision.Ranking;
import io.hearth.model.device.Home;
import io.hearth.model.device.RiskClass;
import io.hearth.model.speech.Dialogue.PendingQuestion;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.state.ContextSnapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides whether to act, answer, ask or decline, by probability and the risk of the action: unsure
 * means ask, risky means confirm, impossible means say so.
 */
final class DecisionPolicy {

  /** How understanding marks the reading of a yes. */
  static final String CONFIRMED = "confirmed";

  /** How understanding marks the reading of a choice. */
  static final String CHOSEN = "chosen";

  /** How understanding marks a wish that was not said in so many words. */
  static final String INDIRECT = "indirect";

  private static final int MOST_CHOICES = 3;

  /** What is called by its own name is given up only for what is nearly as probable. */
  private static final double NAMED_MARGIN = 0.15;

  private static final Set<Problem.Kind> CLEAR_REFUSALS =
      EnumSet.of(Problem.Kind.OUT_OF_RANGE, Problem.Kind.UNAVAILABLE, Problem.Kind.NOT_PERMITTED);

  private final PolicyConfig config;
  private final Planner planner;
  private final Phrases phrases;
  private final Choices choices;

  DecisionPolicy(PolicyConfig config, Planner planner, Phrases phrases) {
    this.config = config;
    this.planner = planner;
    this.phrases = phrases;
    this.choices = new Choices(phrases, new ActionPhrases(phrases));
  }

  Verdict decide(Ranking ranking, ContextSnapshot moment, Memory memory) {
    List<Candidate> candidates =
        Candidate.of(ranking.entries(), h -> planner.draft(h, moment, memory));
    Candidate best = preferPossible(candidates);
    return new Verdict(decide(best, candidates, memory, moment.home()), best, candidates);
  }

  /** People ask for what can be done and is not yet so: among near equals that is meant. */
  private Candidate preferPossible(List<Candidate> candidates) {
    Candidate best = candidates.getFirst();
    boolean doesSomething = best.isPossible() && !best.isAlreadySo();
    if (doesSomething || best.isOutOfDomain() || isClearlyRefused(best)) {
      return best;
    }
    double usual = config.of(RiskClass.MEDIUM).margin();
    double margin = isNamed(best) ? Math.min(usual, NAMED_MARGIN) : usual;
    return candidates.stream()
        .filter(other -> best.isPossible() ? other.draft().hasCommands() : other.isPossible())
        .filter(other -> best.probability() - other.probability() <= margin)
        .findFirst()
        .orElse(best);
  }

  private static boolean isNamed(Candidate best) {
    return best.isPossible()
        && best.draft().hypothesis().requests().stream()
            .allMatch(request -> request.grounding() == Grounding.NAMED);
  }

  /** What is understood but cannot be done now is told, not taken for something else. */
  private static boolean isClearlyRefused(Candidate best) {
    return !best.isPossible()
        && best.draft().plan().problems().stream()
            .map(Problem::kind)
            .anyMatch(CLEAR_REFUSALS::contains);
  }

  private Decision decide(Candidate best, List<Candidate> candidates, Memory memory, Home home) {
    if (!best.isPossible()) {
      return new Decision.Decline(best.draft().plan().problems());
    }
    if (isConfirmed(best, memory)) {
      return carryOut(best.draft());
    }
    if (isChosen(best, memory)) {
      return chosen(best.draft());
    }
    Odds odds = new Odds(candidates, config, home);
    List<Candidate> rivals = odds.rivals(best, MOST_CHOICES);
    List<Candidate> asked = List.copyOf(choices.byName(rivals, home).values());
    if (asked.size() > 1) {
      return new Decision.Clarify(asked.stream().map(Candidate::ranked).toList());
    }
    // What nobody could tell apart is not asked about: the best stands for all.
    return actOrConfirm(rivals.isEmpty() ? best : best.standingFor(rivals), odds);
  }

  private Decision chosen(Draft draft) {
    return draft.plan().confirm() ? confirm(draft, "ask.always") : carryOut(draft);
  }

  private Decision actOrConfirm(Candidate best, Odds odds) {
    Draft draft = best.draft();
    boolean sure = odds.isSure(best);
    if (!draft.hasCommands()) {
      return sure
          ? carryOut(draft)
          : new Decision.Decline(List.of(new Problem(Problem.Kind.UNCLEAR, "")));
    }
    if (draft.plan().confirm()) {
      return confirm(draft, "ask.always");
    }
    if (!sure || odds.mayBeNothing(best)) {
      return confirm(draft, "ask.unsure");
    }
    boolean aboveLow = draft.plan().risk().compareTo(RiskClass.LOW) > 0;
    if (aboveLow && (isMarked(draft.hypothesis(), INDIRECT) || isUnsureImplied(best))) {
      return confirm(draft, "ask.indirect");
    }
    return carryOut(draft);
  }

  private static Decision carryOut(Draft draft) {
    return draft.hasCommands() ? new Decision.Act(draft.plan()) : new Decision.Answer(draft.plan());
  }

  private Decision confirm(Draft draft, String reason) {
    return new Decision.Confirm(draft.plan(), phrases.say(reason, Map.of()));
  }

  private boolean isUnsureImplied(Candidate best) {
    return best.probability() < config.implied()
        && best.draft().hypothesis().requests().stream()
            .filter(request -> request.intent().group() == Intent.Group.DEVICE)
            .anyMatch(request -> request.grounding() == Grounding.IMPLIED);
  }

  private static boolean isConfirmed(Candidate best, Memory memory) {
    return memory.dialogue().question().orElse(null) instanceof PendingQuestion.Whether asked
        && isMarked(best.draft().hypothesis(), CONFIRMED)
        && best.draft().hypothesis().requests().equals(asked.hypothesis().requests());
  }

  private static boolean isChosen(Candidate best, Memory memory) {
    return memory.dialogue().question().orElse(null) instanceof PendingQuestion.Which asked
        && asked.candidates().stream()
            .anyMatch(c -> c.requests().equals(best.draft().hypothesis().requests()))
        && isMarked(best.draft().hypothesis(), CHOSEN);
  }

  private static boolean isMarked(Hypothesis hypothesis, String mark) {
    return hypothesis.parse().stream()
        .anyMatch(note -> note.equals(mark) || note.startsWith(mark + ":"));
  }
}
