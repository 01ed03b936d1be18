package io.hearth.gateway;

import io.hearth.model.decision.Decision;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.decision.Ranked;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Dialogue.PendingQuestion;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Utterance;
import java.util.List;

/** What a conversation is after a turn was decided. */
final class Afterwards {

  private Afterwards() {}

  static Memory of(Memory before, Utterance utterance, Verdict verdict, Run run) {
    Dialogue dialogue = before.dialogue();
    return switch (verdict.decision()) {
      case Decision.Act act -> acted(before, utterance, verdict, run);
      case Decision.Answer answer -> answered(before, utterance, verdict);
      case Decision.Clarify(List<Ranked> candidates) ->
          before.with(
              dialogue.asking(
                  new PendingQuestion.Which(
                      utterance.id(),
                      utterance.at(),
                      candidates.stream().map(Ranked::hypothesis).toList())));
      case Decision.Confirm confirm ->
          before.with(
              dialogue.asking(
                  new PendingQuestion.Whether(
                      utterance.id(), utterance.at(), confirm.plan().hypothesis())));
      case Decision.Decline decline ->
          // What was not meant for the home does not answer its question.
          verdict.chosen().isOutOfDomain() ? before : before.with(dialogue.withoutQuestion());
    };
  }

  /** A question asked in between leaves open what was asked back before. */
  private static Memory answered(Memory before, Utterance utterance, Verdict verdict) {
    Hypothesis hypothesis = verdict.draft().hypothesis();
    Dialogue after = said(before.dialogue(), utterance, hypothesis);
    boolean aside =
        hypothesis.requests().stream()
            .map(Request::intent)
            .allMatch(intent ->
                intent.isQuestion() || intent == Intent.REPEAT || intent == Intent.EXPLAIN);
    return undone(before, verdict)
        .with(aside ? before.dialogue().question().map(after::asking).orElse(after) : after);
  }

  private static Memory acted(Memory before, Utterance utterance, Verdict verdict, Run run) {
    Draft draft = verdict.draft();
    Memory after =
        undone(before, verdict).with(said(before.dialogue(), utterance, draft.hypothesis()));
    List<PlannedCommand> commands =
        draft.now().stream()
            .filter(part -> part.request().intent() != Intent.UNDO)
            .flatMap(part -> part.commands().stream())
            .toList();
    return commands.isEmpty() && run.kept().isEmpty()
        ? after
        : after.plus(new Done(utterance.id(), commands, run.kept(), utterance.at()));
  }

  private static Memory undone(Memory before, Verdict verdict) {
    boolean undoes =
        verdict.draft().hypothesis().requests().stream()
            .anyMatch(request -> request.intent() == Intent.UNDO);
    return undoes ? before.withoutLastDone() : before;
  }

  /** What may be referred to later: not what is about the conversation itself. */
  private static Dialogue said(Dialogue dialogue, Utterance utterance, Hypothesis hypothesis) {
    List<Request> requests =
        hypothesis.requests().stream()
            .filter(request -> request.intent().group() != Intent.Group.DIALOGUE)
            .toList();
    return dialogue.after(requests, utterance.at());
  }
}
