package io.hearth.gateway;

import io.hearth.model.decision.Decision;
import io.hearth.model.decision.Ranking;
import io.hearth.model.device.RiskClass;
import io.hearth.model.speech.Dialogue.PendingQuestion;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.state.ContextSnapshot;
import java.util.List;
import java.util.Map;

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

  private final PolicyConfig config;
  private final Planner planner;
  private final Phrases phrases;

  DecisionPolicy(PolicyConfig config, Planner planner, Phrases phrases) {
    this.config = config;
    this.planner = planner;
    this.phrases = phrases;
  }

  Verdict decide(Ranking ranking, ContextSnapshot moment, Memory memory) {
    List<Candidate> candidates =
        Candidate.of(ranking.entries(), h -> planner.draft(h, moment, memory));
    Candidate best = preferPossible(candidates);
    return new Verdict(decide(best, candidates, memory), best, candidates);
  }

  /** People ask for what can be done: among near equals the possible is meant. */
  private Candidate preferPossible(List<Candidate> candidates) {
    Candidate best = candidates.getFirst();
    if (best.isPossible() || best.isOutOfDomain()) {
      return best;
    }
    double margin = config.of(RiskClass.MEDIUM).margin();
    return candidates.stream()
        .filter(Candidate::isPossible)
        .filter(other -> best.probability() - other.probability() <= margin)
        .findFirst()
        .orElse(best);
  }

  private Decision decide(Candidate best, List<Candidate> candidates, Memory memory) {
    Draft draft = best.draft();
    if (!best.isPossible()) {
      return new Decision.Decline(draft.plan().problems());
    }
    if (isConfirmed(best, memory)) {
      return carryOut(draft);
    }
    if (!isChosen(best, memory)) {
      List<Candidate> rivals = rivals(best, candidates);
      if (!rivals.isEmpty()) {
        return new Decision.Clarify(rivals.stream().map(Candidate::ranked).toList());
      }
      if (!draft.hasCommands() && best.probability() < limits(best).act()) {
        return new Decision.Decline(List.of(new Problem(Problem.Kind.UNCLEAR, "")));
      }
    }
    return draft.hasCommands() ? actOrConfirm(best, candidates, memory) : carryOut(draft);
  }

  private Decision actOrConfirm(Candidate best, List<Candidate> candidates, Memory memory) {
    Draft draft = best.draft();
    if (draft.plan().confirm()) {
      return confirm(draft, "ask.always");
    }
    if (isChosen(best, memory)) {
      return carryOut(draft);
    }
    if (best.probability() < limits(best).act() || mayBeNothing(best, candidates)) {
      return confirm(draft, "ask.unsure");
    }
    boolean aboveLow = draft.plan().risk().compareTo(RiskClass.LOW) > 0;
    if (aboveLow && (isMarked(best.draft().hypothesis(), INDIRECT) || isUnsureImplied(best))) {
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

  /** The best and those too close to it to tell; empty when the best stands alone. */
  private List<Candidate> rivals(Candidate best, List<Candidate> candidates) {
    PolicyConfig.Limits limits = limits(best);
    boolean unsure =
        best.probability() < limits.act() && best.draft().plan().risk() != RiskClass.HIGH;
    List<Candidate> close =
        candidates.stream()
            .filter(other -> other.equals(best) || isRival(other, best, limits.margin(), unsure))
            .limit(MOST_CHOICES)
            .toList();
    return close.size() > 1 ? close : List.of();
  }

  private boolean isRival(Candidate other, Candidate best, double margin, boolean unsure) {
    return other.isPossible()
        && other.probability() >= config.plausible()
        && (unsure || best.probability() - other.probability() < margin);
  }

  /** Whether it is nearly as likely that nothing was asked at all. */
  private boolean mayBeNothing(Candidate best, List<Candidate> candidates) {
    return candidates.stream()
        .filter(Candidate::isOutOfDomain)
        .anyMatch(nothing ->
            nothing.probability() >= config.plausible()
                && best.probability() - nothing.probability() < limits(best).margin());
  }

  private boolean isUnsureImplied(Candidate best) {
    return best.probability() < config.implied()
        && best.draft().hypothesis().requests().stream()
            .filter(request -> request.intent().group() == Intent.Group.DEVICE)
            .anyMatch(request -> request.grounding() == Grounding.IMPLIED);
  }

  private PolicyConfig.Limits limits(Candidate candidate) {
    return config.of(candidate.draft().plan().risk());
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
    return hypothesis.parse().contains(mark);
  }
}
