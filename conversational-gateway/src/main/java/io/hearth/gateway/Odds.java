package io.hearth.gateway;

import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.device.Home;
import io.hearth.model.device.RiskClass;
import io.hearth.model.state.Command;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the candidates are sure enough for what they would do. Each command must be probable
 * enough for its own risk, in whichever candidates it occurs, and what two candidates have in
 * common is no reason to ask between them.
 */
final class Odds {

  private final List<Candidate> candidates;
  private final PolicyConfig config;
  private final Home home;

  Odds(List<Candidate> candidates, PolicyConfig config, Home home) {
    this.candidates = candidates;
    this.config = config;
    this.home = home;
  }

  /** Whether all that it does or tells is probable enough. */
  boolean isSure(Candidate best) {
    Set<Command> commands = commands(best);
    return commands.isEmpty()
        ? best.probability() >= config.of(RiskClass.NONE).act()
        : commands.stream()
            .allMatch(command -> support(command, best) >= config.of(risk(command)).act());
  }

  private double support(Command command, Candidate best) {
    double together =
        candidates.stream()
            .filter(candidate -> commands(candidate).contains(command))
            .mapToDouble(Candidate::probability)
            .sum();
    return Math.max(together, best.probability());
  }

  /** The best and those that it must be told from by asking; empty when it stands alone. */
  List<Candidate> rivals(Candidate best, int most) {
    boolean sure = isSure(best) || best.draft().plan().risk() == RiskClass.HIGH;
    List<Candidate> close =
        candidates.stream()
            .filter(other -> other.equals(best) || isRival(other, best, sure))
            .limit(most)
            .toList();
    return close.size() > 1 ? close : List.of();
  }

  private boolean isRival(Candidate other, Candidate best, boolean sure) {
    boolean wouldDoNothing = best.draft().hasCommands() && other.isAlreadySo();
    return other.isPossible()
        && !wouldDoNothing
        && other.probability() >= config.plausible()
        && (!sure || best.probability() - other.probability() < margin(best, other));
  }

  private double margin(Candidate best, Candidate other) {
    Set<Command> different = new HashSet<>(commands(best));
    Set<Command> others = commands(other);
    different.addAll(others);
    different.removeIf(command -> commands(best).contains(command) && others.contains(command));
    RiskClass risk =
        different.stream().map(this::risk).max(Comparator.naturalOrder()).orElse(RiskClass.NONE);
    return config.of(risk).margin();
  }

  /** Whether it is nearly as likely that nothing was asked at all. */
  boolean mayBeNothing(Candidate best) {
    double margin = config.of(best.draft().plan().risk()).margin();
    return candidates.stream()
        .filter(Candidate::isOutOfDomain)
        .anyMatch(nothing ->
            nothing.probability() >= config.plausible()
                && best.probability() - nothing.probability() < margin);
  }

  private RiskClass risk(Command command) {
    return home.device(command.device())
        .map(device -> device.riskOf(command.action()))
        .orElse(RiskClass.HIGH);
  }

  private static Set<Command> commands(Candidate candidate) {
    Set<Command> commands = new HashSet<>();
    for (PlannedCommand planned : candidate.draft().plan().commands()) {
      commands.add(planned.command());
    }
    return commands;
  }
}
