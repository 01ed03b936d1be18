package io.hearth.model.decision;

import io.hearth.model.speech.Problem;
import java.util.List;
import java.util.Locale;

/** What is done about an utterance. */
public sealed interface Decision {

  /** Carry out the plan. */
  record Act(Plan plan) implements Decision {}

  /** Tell something; nothing is commanded. */
  record Answer(Plan plan) implements Decision {}

  /**
   * Ask which is meant.
   *
   * @param candidates the likeliest, at least two
   */
  record Clarify(List<Ranked> candidates) implements Decision {
    public Clarify {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Ask whether to go on.
   *
   * @param reason a sentence that says why it is asked
   */
  record Confirm(Plan plan, String reason) implements Decision {}

  /** Do nothing and say why. */
  record Decline(List<Problem> problems) implements Decision {
    public Decline {
      problems = List.copyOf(problems);
    }
  }

  /** The word of the contract: act, answer, clarify, confirm, decline. */
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
