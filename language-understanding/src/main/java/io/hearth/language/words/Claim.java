package io.hearth.language.words;

import io.hearth.model.device.Value;
import java.util.List;

/**
 * What a word such as "open" or "running" says is true of a thing.
 *
 * @param expectations by property; the first whose property a device has is meant
 */
public record Claim(String word, List<Expectation> expectations) implements Meaning {

  /**
   * A property with the values that make the claim true.
   *
   * @param values any of them makes the claim true
   * @param negated true when none of them does
   */
  public record Expectation(String property, List<Value> values, boolean negated) {
    public Expectation {
      values = List.copyOf(values);
    }
  }

  public Claim {
    expectations = List.copyOf(expectations);
  }

  @Override
  public boolean isDefinite() {
    return true;
  }
}
