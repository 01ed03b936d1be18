package io.hearth.gateway;

import io.hearth.model.decision.Decision;
import java.util.List;

/**
 * A decision with what it was taken from.
 *
 * @param chosen the candidate it is about; of a question which is meant, the likeliest
 * @param candidates all, most probable first
 */
record Verdict(Decision decision, Candidate chosen, List<Candidate> candidates) {

  Verdict {
    candidates = List.copyOf(candidates);
  }

  Draft draft() {
    return chosen.draft();
  }
}
