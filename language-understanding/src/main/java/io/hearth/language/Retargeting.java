package io.hearth.language;

import io.hearth.language.grammar.Parse;
import io.hearth.language.reference.Grounded;
import io.hearth.language.reference.Need;
import io.hearth.language.reference.Place;
import io.hearth.language.reference.Situation;
import io.hearth.language.reference.Target;
import io.hearth.language.reference.TargetPhrase;
import io.hearth.language.reference.TargetPhrase.Referent;
import io.hearth.language.reference.TargetPhrase.Unit;
import io.hearth.language.words.Quantifier;
import io.hearth.language.words.Thing;
import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An earlier request for another thing or place. */
final class Retargeting {

  private static final Set<String> OF_TARGETS =
      Set.of(Slots.AREA, Slots.FLOOR, Slots.DEVICE, Slots.DEVICE_TYPE, Slots.KIND, Slots.EXCEPT);

  private final Situation situation;
  private final Parse parse;
  private final Request request;

  Retargeting(Situation situation, Parse parse, Request request) {
    this.situation = situation;
    this.parse = parse;
    this.request = request;
  }

  /** Another of the same sort. */
  static Target other() {
    Unit unit = Unit.of(new Referent.Other(), "the other one");
    return Target.of(new TargetPhrase(List.of(unit), List.of(), unit.text()));
  }

  List<Draft> to(Place place) {
    Unit spot = Unit.of(new Referent.Spot(), place.text()).in(place, place.text());
    return to(Target.of(new TargetPhrase(List.of(spot), List.of(), place.text())));
  }

  List<Draft> to(Target target) {
    Target meant = new Target(target.choices().stream().map(this::ofSameSort).toList());
    List<Draft> drafts = new ArrayList<>();
    for (Grounded grounded :
        new TargetFinder(situation).find(meant, TargetFinder.place(parse), need())) {
      Map<String, Value> slots = new LinkedHashMap<>(request.slots());
      slots.keySet().removeAll(OF_TARGETS);
      slots.putAll(grounded.slots());
      Request again =
          new Request(
              request.intent(),
              slots,
              grounded.ids(),
              grounded.grounding(),
              request.schedule(),
              grounded.problems());
      drafts.add(
          new Draft(
              List.of(new Limits(situation).checked(again)),
              parse.fit(),
              parse.form().weight(),
              grounded.weight(),
              parse.explanation()));
    }
    return drafts;
  }

  private Need need() {
    if (request.intent() != Intent.QUERY_STATE) {
      return new CommandNeed(situation.lexicon(), request.intent());
    }
    String property = request.word(Slots.PROPERTY).orElse("");
    Query query = new Query(property, request.slot(Slots.EXPECTED));
    return new Need() {
      @Override
      public boolean fits(Device device) {
        return query.isAbout(situation, device);
      }

      @Override
      public boolean isQuestion() {
        return true;
      }

      @Override
      public boolean each() {
        return request.slot(Slots.EXPECTED).isEmpty();
      }
    };
  }

  /** "the bedroom" after a request about lights means the bedroom's lights. */
  private Target.Choice ofSameSort(Target.Choice choice) {
    Optional<Thing> thing = thing();
    if (thing.isEmpty()) {
      return choice;
    }
    List<Unit> units =
        choice.phrase().units().stream()
            .map(unit ->
                unit.referent() instanceof Referent.Spot
                    ? new Unit(
                        new Referent.Implied(thing.get()),
                        unit.place(),
                        Quantifier.NONE,
                        0,
                        unit.text())
                    : unit)
            .toList();
    TargetPhrase phrase = new TargetPhrase(units, choice.phrase().except(), choice.phrase().text());
    return new Target.Choice(phrase, choice.quality());
  }

  /** The sort of thing that the earlier request was about; none when it was about several. */
  private Optional<Thing> thing() {
    Set<String> ids = new java.util.HashSet<>();
    request.targets().stream()
        .flatMap(id -> situation.home().device(id).stream())
        .forEach(device -> ids.add(thingId(device)));
    if (ids.isEmpty()) {
      request.word(Slots.DEVICE_TYPE).ifPresent(ids::add);
    }
    return ids.size() == 1
        ? situation.lexicon().lexicon().thing(ids.iterator().next())
        : Optional.empty();
  }

  private String thingId(Device device) {
    boolean asked = request.intent().isQuestion();
    if (asked && !device.kind().isEmpty() && device.type().id().equals("sensor")) {
      return "appliance";
    }
    return device
        .kind()
        .filter(kind -> situation.lexicon().lexicon().thing(kind).isPresent())
        .orElse(device.type().id());
  }
}
