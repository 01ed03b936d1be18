package io.hearth.language;

import io.hearth.language.grammar.Form;
import io.hearth.language.grammar.Parse;
import io.hearth.language.reference.Grounded;
import io.hearth.language.reference.Grounder;
import io.hearth.language.reference.ImpliedGrounder;
import io.hearth.language.reference.Need;
import io.hearth.language.reference.Place;
import io.hearth.language.reference.Situation;
import io.hearth.language.reference.Target;
import io.hearth.language.words.Quantifier;
import io.hearth.model.speech.Intent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the devices of a parse: those named, or those implied. */
final class TargetFinder {

  private static final int MOST = 10;
  private static final String BESIDE = "device_adjunct";

  private final Situation situation;

  TargetFinder(Situation situation) {
    this.situation = situation;
  }

  /** The ways to take the devices, likeliest first. */
  List<Grounded> find(Parse parse, Need need) {
    Optional<Target> target = target(parse);
    if (target.isEmpty()) {
      Form form = parse.form();
      return new ImpliedGrounder(situation, need)
          .ground(form.implied(), form.scope(), place(parse));
    }
    return find(target.get(), place(parse), need);
  }

  /** As {@link #find}, but the place said is no restriction. */
  List<Grounded> findAnywhere(Parse parse, Need need) {
    Optional<Target> target = target(parse);
    return target.isPresent()
        ? find(target.get(), Optional.empty(), need)
        : new ImpliedGrounder(situation, need)
            .ground(parse.form().implied(), "each", Optional.empty());
  }

  /** All devices of the home, or of a place, that fit, together. */
  List<Grounded> everywhere(Need need, Optional<Place> place) {
    return new ImpliedGrounder(situation, need).ground(List.of(), "everywhere", place);
  }

  List<Grounded> find(Target target, Optional<Place> place, Need need) {
    List<Grounded> all = new ArrayList<>();
    double best = target.choices().getFirst().quality();
    for (Target.Choice choice : target.choices()) {
      for (Grounded grounded : new Grounder(situation, need).ground(choice.phrase(), place)) {
        double weight = grounded.weight() * choice.quality() / best;
        all.add(
            new Grounded(
                grounded.devices(),
                grounded.grounding(),
                Math.min(1, weight),
                grounded.slots(),
                grounded.problems()));
      }
    }
    all.sort(Comparator.comparingDouble(Grounded::weight).reversed());
    return all.subList(0, Math.min(MOST, all.size()));
  }

  /** What the form's slot for devices is filled with, else the device said beside it. */
  static Optional<Target> target(Parse parse) {
    Optional<Target> beside = Optional.empty();
    for (Parse.Fill fill : parse.fills()) {
      if (fill.meaning() instanceof Target target && !fill.slot().equals("wrong")) {
        if (!fill.slot().equals(BESIDE)) {
          return Optional.of(target);
        }
        beside = Optional.of(target);
      }
    }
    return beside;
  }

  /** Whether two devices were said of which only one can be meant. */
  static boolean isCrowded(Parse parse) {
    long targets =
        parse.fills().stream()
            .filter(f -> f.meaning() instanceof Target && !f.slot().equals("wrong"))
            .count();
    boolean takesNone =
        parse.form().intent().filter(i -> i.group() == Intent.Group.DIALOGUE).isPresent();
    return parse.has(BESIDE) && (targets > 1 || takesNone);
  }

  /** How many are meant by what fills the slot for devices. */
  static Optional<Quantifier> quantifier(Parse parse) {
    return target(parse)
        .map(target -> target.choices().getFirst().phrase().units().getFirst().quantifier());
  }

  /** The place said in the form or beside it. */
  static Optional<Place> place(Parse parse) {
    for (Parse.Fill fill : parse.fills()) {
      if (fill.meaning() instanceof Place place) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }
}
