package io.hearth.language.reference;

import io.hearth.language.reference.TargetPhrase.Referent;
import io.hearth.language.reference.TargetPhrase.Unit;
import io.hearth.language.words.Quantifier;
import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Slots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes out of the devices meant what was excepted: "all lights but the lamp". */
final class Exceptions {

  private static final int MOST = 3;
  private static final double NOTHING_TAKEN = 0.5;

  /** What is excepted need not be able to do anything. */
  private static final Need ANY =
      new Need() {
        @Override
        public boolean fits(Device device) {
          return true;
        }

        @Override
        public boolean isQuestion() {
          return false;
        }

        @Override
        public boolean each() {
          return false;
        }
      };

  private final Situation situation;
  private final List<Unit> except;

  Exceptions(Situation situation, List<Unit> except) {
    this.situation = situation;
    this.except = except;
  }

  List<Grounded> takenFrom(List<Grounded> readings) {
    List<Unit> units = except.stream().map(Exceptions::all).toList();
    List<Grounded> excepted =
        isPlace(units)
            ? inPlace(units.getFirst())
            : new Grounder(situation, ANY)
                .ground(new TargetPhrase(units, List.of(), ""), Optional.empty());
    if (excepted.isEmpty()) {
      return readings;
    }
    List<Grounded> left = new ArrayList<>();
    for (Grounded reading : readings) {
      for (Grounded out : excepted.subList(0, Math.min(MOST, excepted.size()))) {
        Grounded rest = without(reading, out);
        if (!rest.devices().isEmpty() || reading.devices().isEmpty()) {
          left.add(rest);
        }
      }
    }
    return left;
  }

  private static boolean isPlace(List<Unit> units) {
    return units.size() == 1
        && units.getFirst().referent() instanceof Referent.Spot
        && units.getFirst().place().isPresent();
  }

  /** "all lights except in the bedroom": whatever is there. */
  private List<Grounded> inPlace(Unit unit) {
    Region region = new Region(situation, unit.place().orElseThrow());
    if (region.isMissing()) {
      return List.of();
    }
    List<Device> inside = situation.home().devices().stream().filter(region::contains).toList();
    return List.of(SortGrounder.grounded(inside, region.grounding(), 1));
  }

  /** What is excepted by its sort is all of it. */
  private static Unit all(Unit unit) {
    return unit.referent() instanceof Referent.Sort
        ? new Unit(unit.referent(), unit.place(), Quantifier.ALL, unit.ordinal(), unit.text())
        : unit;
  }

  private static Grounded without(Grounded reading, Grounded out) {
    Set<Device> taken = Set.copyOf(out.devices());
    List<Device> left = reading.devices().stream().filter(d -> !taken.contains(d)).toList();
    Map<String, Value> slots = new LinkedHashMap<>(reading.slots());
    slots.put(
        Slots.EXCEPT, new Value.Items(out.ids().stream().map(id -> Value.of(id.value())).toList()));
    List<Problem> problems = new ArrayList<>(reading.problems());
    problems.addAll(out.problems());
    boolean nothing = left.size() == reading.devices().size();
    double weight = reading.weight() * out.weight() * (nothing ? NOTHING_TAKEN : 1);
    return new Grounded(left, reading.grounding(), weight, slots, problems);
  }
}
