package io.hearth.language.grammar;

import java.util.List;
import java.util.Set;

/**
 * What a sentence may mean although no form foresees its words.
 *
 * @param name the class it is learned as
 * @param form what is meant: intent, constants and implied things
 * @param slots what is looked for in the words
 * @param needs names of slots without which it is not meant
 * @param pole the side of an opposite it is on; empty for none
 */
public record Sense(
    String name, Form form, List<SlotWanted> slots, Set<String> needs, String pole) {

  /**
   * A slot to look for.
   *
   * @param type which reader reads it
   * @param name the name it is known by afterwards
   */
  public record SlotWanted(String type, String name) {}

  public Sense {
    slots = List.copyOf(slots);
    needs = Set.copyOf(needs);
  }
}
