package io.hearth.language.reference;

import io.hearth.language.words.Quantifier;
import io.hearth.language.words.Thing;
import io.hearth.language.words.ThingWord;
import io.hearth.model.device.Device;
import java.util.List;
import java.util.Optional;

/**
 * A noun phrase that names devices: "the fan and all lights upstairs except the lamp".
 *
 * @param units what is joined by "and", at least one
 * @param except what is taken out again
 */
public record TargetPhrase(List<Unit> units, List<Unit> except, String text) {

  public TargetPhrase {
    units = List.copyOf(units);
    except = List.copyOf(except);
  }

  /**
   * One thing of a noun phrase.
   *
   * @param ordinal 1 for the first, −1 for the last, 0 when none was said
   */
  public record Unit(
      Referent referent, Optional<Place> place, Quantifier quantifier, int ordinal, String text) {

    public static Unit of(Referent referent, String text) {
      return new Unit(referent, Optional.empty(), Quantifier.NONE, 0, text);
    }

    public Unit in(Place newPlace, String newText) {
      return new Unit(referent, Optional.of(newPlace), quantifier, ordinal, newText);
    }
  }

  /** What a unit refers to. */
  public sealed interface Referent {

    /** Devices by their name; several when they share it. */
    record Named(List<Device> devices, boolean many) implements Referent {
      public Named {
        devices = List.copyOf(devices);
      }
    }

    /** A sort of thing: "the lights". */
    record Sort(ThingWord word) implements Referent {}

    /** A sort of thing that was not said but follows from the verb. */
    record Implied(Thing thing) implements Referent {}

    /** A place spoken of as a thing: "turn off the kitchen". */
    record Spot() implements Referent {}

    /** Everything. */
    record Everything() implements Referent {}

    /** "it", "them". */
    record Pronoun(boolean many) implements Referent {}

    /** "the other one". */
    record Other() implements Referent {}

    /** A name that nothing in the home has. */
    record Unknown(String name) implements Referent {}
  }

  static TargetPhrase of(Unit unit) {
    return new TargetPhrase(List.of(unit), List.of(), unit.text());
  }
}
