package io.hearth.gateway;

import io.hearth.model.decision.Answer;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import java.util.List;

/**
 * What one request of a hypothesis comes to.
 *
 * @param commands in order; empty for a question and for what is true already
 */
record Part(
    Request request, List<PlannedCommand> commands, List<Answer> answers, List<Problem> problems) {

  Part {
    commands = List.copyOf(commands);
    answers = List.copyOf(answers);
    problems = List.copyOf(problems);
  }

  static Part answered(Request request, Answer answer) {
    return new Part(request, List.of(), List.of(answer), List.of());
  }

  static Part impossible(Request request, Problem.Kind kind, String what) {
    return new Part(request, List.of(), List.of(), List.of(new Problem(kind, what)));
  }

  /** Whether its commands wait for their time. */
  boolean isLater() {
    return Scheduling.isLater(request);
  }
}
