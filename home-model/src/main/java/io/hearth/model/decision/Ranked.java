package io.hearth.model.decision;

import io.hearth.model.speech.Hypothesis;
import java.util.List;

/**
 * A hypothesis with its probability among all.
 *
 * @param index its place in the list of hypotheses that was ranked
 * @param probability 0 to 1; all of a ranking add up to 1
 * @param evidence what spoke for and against it, strongest first
 */
public record Ranked(
    int index, Hypothesis hypothesis, double probability, List<Evidence> evidence) {

  public Ranked {
    evidence = List.copyOf(evidence);
  }
}
