package io.hearth.gateway;

import io.hearth.model.decision.Answer;
import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.Device;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Dialogue.PendingQuestion;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.state.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out requests about the conversation itself: undo, repeat, explain, cancel. */
final class DialoguePlanner {

  private final Phrases phrases;
  private final ActionPhrases actions;

  DialoguePlanner(Phrases phrases, ActionPhrases actions) {
    this.phrases = phrases;
    this.actions = actions;
  }

  Part plan(Request request, Outlook outlook, Memory memory) {
    return switch (request.intent()) {
      case UNDO -> undo(request, outlook, memory);
      case REPEAT -> repeat(request, memory);
      case EXPLAIN -> explain(request, memory);
      case CANCEL -> cancel(request, outlook, memory);
      case OUT_OF_DOMAIN -> Part.impossible(request, Problem.Kind.OUT_OF_DOMAIN, "");
      default ->
          Part.impossible(
              request, Problem.Kind.UNSUPPORTED, Arguments.words(request.intent().word()));
    };
  }

  private Part undo(Request request, Outlook outlook, Memory memory) {
    Optional<Done> last = memory.lastDone(outlook.moment().at());
    if (last.isEmpty()) {
      return Part.impossible(
          request, Problem.Kind.UNCLEAR, phrases.say("dialogue.nothing_to_undo", Map.of()));
    }
    List<PlannedCommand> commands = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (PlannedCommand planned : last.get().commands().reversed()) {
      for (Command undo : planned.undo()) {
        outlook
            .device(undo.device())
            .ifPresent(device -> add(device, undo, outlook, commands, problems));
      }
    }
    if (!commands.isEmpty() || !problems.isEmpty()) {
      return new Part(request, commands, List.of(), problems.stream().distinct().toList());
    }
    if (!last.get().kept().isEmpty()) {
      return told(request, phrases.say("dialogue.cancelled", Map.of()));
    }
    return Part.impossible(
        request, Problem.Kind.UNSUPPORTED, phrases.say("dialogue.cannot_undo", Map.of()));
  }

  private static void add(
      Device device,
      Command undo,
      Outlook outlook,
      List<PlannedCommand> commands,
      List<Problem> problems) {
    if (!outlook.moment().isReachable(device.id())) {
      problems.add(new Problem(Problem.Kind.UNAVAILABLE, device.name()));
      return;
    }
    List<ExpectedEffect> effects = Effects.of(device, undo, outlook);
    if (!effects.isEmpty() && effects.stream().allMatch(outlook::holds)) {
      return;
    }
    commands.add(new PlannedCommand(undo, effects, UndoCommands.of(device, effects, outlook)));
    outlook.assume(effects);
  }

  private Part repeat(Request request, Memory memory) {
    return told(
        request,
        memory
            .last()
            .map(TurnRecord::reply)
            .orElseGet(() -> phrases.say("dialogue.nothing_to_repeat", Map.of())));
  }

  private Part explain(Request request, Memory memory) {
    return told(
        request,
        memory
            .last()
            .map(TurnRecord::why)
            .orElseGet(() -> phrases.say("dialogue.nothing_to_explain", Map.of())));
  }

  private Part cancel(Request request, Outlook outlook, Memory memory) {
    Optional<PendingQuestion> question = memory.dialogue().question();
    String reply =
        question.isPresent() && question.get() instanceof PendingQuestion.Whether whether
            ? dropped(whether, outlook)
            : phrases.say("dialogue.cancelled", Map.of());
    return told(request, reply);
  }

  /** "All right, I will not open the garage door." */
  private String dropped(PendingQuestion.Whether whether, Outlook outlook) {
    Request dropped = whether.hypothesis().requests().getFirst();
    if (dropped.targets().isEmpty() || whether.hypothesis().requests().size() > 1) {
      return phrases.say("dialogue.cancelled", Map.of());
    }
    Part part = new CommandPlanner(actions).plan(dropped, outlook);
    return part.commands().isEmpty()
        ? phrases.say("dialogue.cancelled", Map.of())
        : phrases.say(
            "dialogue.dropped",
            Map.of("do", actions.doing(dropped, part.commands(), outlook.home())));
  }

  private static Part told(Request request, String reply) {
    return Part.answered(request, new Answer(Optional.<Value>empty(), Unit.NONE, List.of(), reply));
  }
}
