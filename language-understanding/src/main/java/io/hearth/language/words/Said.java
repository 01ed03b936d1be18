package io.hearth.language.words;

import io.hearth.model.device.Value;

/**
 * A value that was said.
 *
 * @param unit the symbol of its unit, empty where it has none
 */
public record Said(Value value, String unit) implements Meaning {

  public static Said word(String word) {
    return new Said(Value.of(word), "");
  }

  @Override
  public boolean isDefinite() {
    return true;
  }
}
