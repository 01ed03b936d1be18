package io.hearth.language.learned;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sentence most likely means.
 *
 * @param senses how likely each sense is, 0 to 1, likeliest first; talk not meant for the home is
 *     in none of them
 * @param talk how likely it is not meant for the home
 * @param marks stretches of the sentence that fill slots, in order
 */
public record Guess(Map<String, Double> senses, double talk, List<Mark> marks) {

  /**
   * Words that fill a slot.
   *
   * @param label which sort of slot, e.g. {@code target}
   * @param from the place of the first word
   * @param to the place after the last
   */
  public record Mark(String label, int from, int to) {}

  public Guess {
    senses = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(senses));
    marks = List.copyOf(marks);
  }

  public double of(String sense) {
    return senses.getOrDefault(sense, 0.0);
  }
}
