package io.hearth.gateway;

import io.hearth.model.decision.Answer;
import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.decision.Plan;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.device.Device;
import io.hearth.model.device.Home;
import io.hearth.model.device.RiskClass;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.state.Command;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan that still knows which part comes from which request of the hypothesis. */
record Draft(Plan plan, List<Part> parts) {

  Draft {
    parts = List.copyOf(parts);
  }

  static Draft of(Hypothesis hypothesis, List<Part> parts, Home home) {
    List<PlannedCommand> commands = parts.stream().flatMap(p -> p.commands().stream()).toList();
    List<Answer> answers = parts.stream().flatMap(p -> p.answers().stream()).toList();
    List<Problem> problems = parts.stream().flatMap(p -> p.problems().stream()).distinct().toList();
    RiskClass risk =
        commands.stream()
            .map(planned -> risk(planned.command(), home))
            .max(Comparator.naturalOrder())
            .orElse(RiskClass.NONE);
    boolean confirm =
        commands.stream().anyMatch(planned -> check(planned.command(), home, Device::mustConfirm));
    return new Draft(new Plan(hypothesis, commands, answers, problems, risk, confirm), parts);
  }

  private static RiskClass risk(Command command, Home home) {
    return home.device(command.device())
        .map(device -> device.riskOf(command.action()))
        .orElse(RiskClass.HIGH);
  }

  private static boolean check(Command command, Home home, BiPredicate<Device, String> question) {
    return home.device(command.device())
        .filter(device -> question.test(device, command.action()))
        .isPresent();
  }

  Hypothesis hypothesis() {
    return plan.hypothesis();
  }

  boolean hasCommands() {
    return !plan.commands().isEmpty();
  }

  /** Whether nothing of it can be done or answered. */
  boolean isImpossible() {
    return plan.commands().isEmpty() && plan.answers().isEmpty();
  }

  /** The parts to be done now. */
  List<Part> now() {
    return parts.stream().filter(part -> !part.isLater()).toList();
  }

  /** The parts to be kept until their time. */
  List<Part> later() {
    return parts.stream().filter(Part::isLater).toList();
  }

  /** Whether both come to the same, however they were understood. */
  boolean comesToTheSameAs(Draft other) {
    return (commands().equals(other.commands()) || hasEffectsOf(other))
        && told().equals(other.told())
        && plan.problems().equals(other.plan.problems())
        && schedules().equals(other.schedules())
        && (hasCommands() || plan.hypothesis().intent() == other.plan.hypothesis().intent());
  }

  /** Whether both bring about the same, and that is all they do. */
  private boolean hasEffectsOf(Draft other) {
    return hasCommands()
        && tellsAllEffects()
        && other.tellsAllEffects()
        && Set.copyOf(effects()).equals(Set.copyOf(other.effects()));
  }

  private boolean tellsAllEffects() {
    return plan.commands().stream()
        .allMatch(c -> !c.effects().isEmpty() && !c.command().action().equals("play"));
  }

  /** What is answered about what, in whichever words. */
  private List<Object> told() {
    return plan.answers().stream()
        .map(answer ->
            answer.about().isEmpty()
                ? answer
                : (Object) List.of(answer.value(), Set.copyOf(answer.about())))
        .toList();
  }

  List<ExpectedEffect> effects() {
    return plan.commands().stream().flatMap(c -> c.effects().stream()).toList();
  }

  private List<Command> commands() {
    return plan.commands().stream().map(PlannedCommand::command).toList();
  }

  private Set<Optional<?>> schedules() {
    return parts.stream()
        .map(Part::request)
        .map(Request::schedule)
        .flatMap(schedule -> Stream.<Optional<?>>of(schedule))
        .collect(Collectors.toSet());
  }
}
