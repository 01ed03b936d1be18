package io.hearth.gateway;

import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Request;
import io.hearth.model.state.ContextSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Works out what a hypothesis comes to at this moment, without doing anything; thread-safe. */
final class Planner {

  private final CommandPlanner commands;
  private final Answers answers;
  private final DialoguePlanner dialogue;

  Planner(Phrases phrases) {
    ActionPhrases actions = new ActionPhrases(phrases);
    this.commands = new CommandPlanner(actions);
    this.answers = new Answers(phrases);
    this.dialogue = new DialoguePlanner(phrases, actions);
  }

  /** Each request is planned on the effects of those before it. */
  Draft draft(Hypothesis hypothesis, ContextSnapshot moment, Memory memory) {
    Outlook outlook = new Outlook(moment);
    List<Part> parts = new ArrayList<>();
    for (Request request : hypothesis.requests()) {
      parts.add(part(request, outlook, memory));
    }
    return Draft.of(hypothesis, parts, moment.home());
  }

  private Part part(Request request, Outlook outlook, Memory memory) {
    return switch (request.intent().group()) {
      case DEVICE -> commands.plan(request, outlook);
      case QUESTION -> answers.answer(request, outlook);
      case DIALOGUE -> dialogue.plan(request, outlook, memory);
    };
  }
}
