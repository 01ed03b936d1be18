package io.hearth.model.decision;

import io.hearth.model.device.RiskClass;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Problem;
import java.util.List;

/**
 * What a hypothesis comes to at this moment.
 *
 * @param commands in order
 * @param answers to the questions in it, and what is true already
 * @param problems of the parts that cannot be done
 * @param risk of its most dangerous command
 * @param confirm whether a command in it always asks first
 */
public record Plan(
    Hypothesis hypothesis,
    List<PlannedCommand> commands,
    List<Answer> answers,
    List<Problem> problems,
    RiskClass risk,
    boolean confirm) {

  public Plan {
    commands = List.copyOf(commands);
    answers = List.copyOf(answers);
    problems = List.copyOf(problems);
  }
}
