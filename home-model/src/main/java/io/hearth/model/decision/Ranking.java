package io.hearth.model.decision;

import java.util.List;

/**
 * All hypotheses of an utterance, most probable first.
 *
 * @param entries at least one
 */
public record Ranking(List<Ranked> entries) {

  public Ranking {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a ranking needs at least one hypothesis");
    }
    entries = List.copyOf(entries);
  }

  public Ranked best() {
    return entries.getFirst();
  }
}
