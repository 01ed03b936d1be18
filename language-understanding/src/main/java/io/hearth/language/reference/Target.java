package io.hearth.language.reference;

import io.hearth.language.words.Meaning;
import java.util.List;

/**
 * What a noun phrase may refer to: one or several ways to read the same words.
 *
 * @param choices best first; at least one
 */
public record Target(List<Choice> choices) implements Meaning {

  /** One way to read the words. */
  public record Choice(TargetPhrase phrase, double quality) {}

  public Target {
    choices = List.copyOf(choices);
  }

  public static Target of(TargetPhrase phrase) {
    return new Target(List.of(new Choice(phrase, 1)));
  }

  @Override
  public boolean isDefinite() {
    return choices.stream()
        .flatMap(choice -> choice.phrase().units().stream())
        .noneMatch(unit -> unit.referent() instanceof TargetPhrase.Referent.Unknown);
  }
}
