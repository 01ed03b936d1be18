package io.hearth.gateway;

import io.hearth.model.decision.Decision;
import io.hearth.model.decision.Evidence;
import io.hearth.model.device.Home;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.state.ContextSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Says in a sentence why a turn was taken as it was, from its strongest evidence. */
final class Explanation {

  private static final double WORTH_SAYING = 0.3;
  private static final int MOST_REASONS = 2;

  private final Phrases phrases;

  Explanation(Phrases phrases) {
    this.phrases = phrases;
  }

  String why(Verdict verdict, ContextSnapshot moment) {
    return switch (verdict.decision()) {
      case Decision.Confirm(var plan, String reason) -> because(List.of(reason));
      case Decision.Clarify clarify -> phrases.say("why.close", Map.of());
      case Decision.Decline decline -> phrases.say("why.declined", Map.of());
      case Decision.Act act -> because(reasons(verdict.chosen(), moment));
      case Decision.Answer answer -> because(reasons(verdict.chosen(), moment));
    };
  }

  private String because(List<String> reasons) {
    return phrases.say("why.because", Map.of("reasons", Figures.and(reasons)));
  }

  private List<String> reasons(Candidate chosen, ContextSnapshot moment) {
    if (chosen.ranked().hypothesis().parse().contains(DecisionPolicy.CONFIRMED)) {
      return List.of(phrases.say("why.confirmed", Map.of()));
    }
    if (chosen.draft().hypothesis().intent() == Intent.UNDO) {
      return List.of(phrases.say("why.undone", Map.of()));
    }
    List<String> found =
        chosen.ranked().evidence().stream()
            .filter(evidence -> evidence.weight() >= WORTH_SAYING)
            .sorted(Comparator.comparingDouble(Evidence::weight).reversed())
            .map(evidence -> evidence.name().strip().replaceFirst("\\.$", ""))
            .distinct()
            .limit(MOST_REASONS)
            .toList();
    return found.isEmpty() ? List.of(grounds(chosen.ranked().hypothesis(), moment)) : found;
  }

  /** How the devices were found, where no rule had anything to say. */
  private String grounds(Hypothesis hypothesis, ContextSnapshot moment) {
    Request request = hypothesis.requests().getFirst();
    Home home = moment.home();
    Naming naming = new Naming(home);
    Map<String, Object> variables =
        Map.of(
            "the", naming.the(request.targets()),
            "in_area", moment.speakerArea().map(naming::in).orElse("in the house"),
            "heard", hypothesis.heard());
    boolean devices = !request.targets().isEmpty();
    return switch (request.grounding()) {
      case NAMED, AREA, FLOOR, EVERYWHERE ->
          phrases.say(devices ? "why.named" : "why.other", variables);
      case HERE -> phrases.say("why.here", variables);
      case REFERRED -> phrases.say(devices ? "why.referred" : "why.other", variables);
      case ELSEWHERE, IMPLIED, NONE -> phrases.say("why.other", variables);
    };
  }
}
