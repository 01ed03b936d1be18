package io.hearth.language.reference;

import io.hearth.language.reference.TargetPhrase.Referent;
import io.hearth.language.reference.TargetPhrase.Unit;
import io.hearth.language.words.Quantifier;
import io.hearth.language.words.Thing;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out which devices may be meant when none was said: "brighter", "start brewing". */
public final class ImpliedGrounder {

  private static final int MOST = 8;
  private static final double MENTIONED = 0.95;

  /** What was spoken about last is likelier than what only stands near. */
  private static final double BESIDE_MENTIONED = 0.6;

  private final Situation situation;
  private final Need need;

  public ImpliedGrounder(Situation situation, Need need) {
    this.situation = situation;
    this.need = need;
  }

  /**
   * The ways to take it.
   *
   * @param things ids of the things implied; empty for whatever fits
   * @param scope here, everywhere or each
   */
  public List<Grounded> ground(List<String> things, String scope, Optional<Place> place) {
    Optional<Region> region = place.map(p -> new Region(situation, p));
    if (region.isPresent() && region.get().isMissing()) {
      Problem problem = new Problem(Problem.Kind.NO_SUCH_AREA, place.map(Place::text).orElse(""));
      return List.of(Grounded.problem(problem, 1, region.get().slots()));
    }
    List<Device> fit = fit(things);
    if (fit.isEmpty()) {
      return none(things);
    }
    if (region.isPresent()) {
      List<Device> inside = fit.stream().filter(region.get()::contains).toList();
      if (!inside.isEmpty()) {
        return placed(inside, scope, region.get());
      }
      if (!things.isEmpty() && all(things).stream().anyMatch(region.get()::contains)) {
        Problem problem = new Problem(Problem.Kind.UNSUPPORTED, word(things));
        return List.of(Grounded.problem(problem, 0.3, region.get().slots()));
      }
      if (!(place.get() instanceof Place.Here)) {
        String what =
            things.isEmpty() ? place.get().text() : word(things) + " in the " + place.get().text();
        Problem problem = new Problem(Problem.Kind.NO_SUCH_DEVICE, what);
        return List.of(Grounded.problem(problem, 0.8, region.get().slots()));
      }
    }
    List<Grounded> mentioned = mentioned(fit);
    List<Grounded> readings = new ArrayList<>();
    switch (scope) {
      case "everywhere" -> readings.add(SortGrounder.grounded(fit, Grounding.EVERYWHERE, 1));
      case "here" -> readings.addAll(here(things, fit));
      default -> readings.addAll(each(fit));
    }
    if (!mentioned.isEmpty()) {
      readings.replaceAll(reading -> reading.scaled(BESIDE_MENTIONED));
      readings.addAll(mentioned);
    }
    return readings;
  }

  private List<Device> fit(List<String> things) {
    Collection<Device> candidates = things.isEmpty() ? situation.home().devices() : all(things);
    return candidates.stream().filter(need::fits).toList();
  }

  private Set<Device> all(List<String> things) {
    Set<Device> all = new LinkedHashSet<>();
    things.forEach(id -> thing(id).ifPresent(t -> all.addAll(situation.lexicon().devices(t))));
    return all;
  }

  private Optional<Thing> thing(String id) {
    return situation.lexicon().lexicon().thing(id);
  }

  private static String word(List<String> things) {
    return things.getFirst().replace('_', ' ');
  }

  private List<Grounded> none(List<String> things) {
    if (things.isEmpty()) {
      return List.of();
    }
    Problem problem = new Problem(Problem.Kind.NO_SUCH_DEVICE, word(things));
    return List.of(Grounded.problem(problem, 0.95, Map.<String, Value>of()));
  }

  private static List<Grounded> placed(List<Device> inside, String scope, Region region) {
    List<Grounded> readings = new ArrayList<>();
    if (scope.equals("each")) {
      inside.stream()
          .limit(MOST)
          .forEach(d -> readings.add(SortGrounder.grounded(List.of(d), region.grounding(), 1)));
    } else {
      readings.add(SortGrounder.grounded(inside, region.grounding(), 1));
    }
    return readings.stream()
        .map(
            g -> new Grounded(g.devices(), g.grounding(), g.weight(), region.slots(), g.problems()))
        .toList();
  }

  private List<Grounded> here(List<String> things, List<Device> fit) {
    Optional<Thing> thing = things.isEmpty() ? Optional.empty() : thing(things.getFirst());
    if (thing.isEmpty()) {
      return each(fit);
    }
    Unit unit =
        new Unit(new Referent.Implied(thing.get()), Optional.empty(), Quantifier.NONE, 0, "");
    return new SortGrounder(situation, need).readings(unit, thing.get(), fit, true);
  }

  private List<Grounded> each(List<Device> fit) {
    List<Grounded> readings = new ArrayList<>();
    for (Device device : fit) {
      readings.add(SortGrounder.grounded(List.of(device), Grounding.IMPLIED, weight(device, fit)));
    }
    readings.sort(
        Comparator.comparingDouble((Grounded g) ->
            -g.weight() - (situation.snapshot().isActive(g.ids().getFirst()) ? 0.25 : 0)));
    return readings.subList(0, Math.min(MOST, readings.size()));
  }

  private double weight(Device device, List<Device> fit) {
    if (fit.size() == 1 || situation.here().isEmpty() || situation.isHere(device)) {
      return 1;
    }
    return situation.isOnThisFloor(device) ? 0.55 : 0.45;
  }

  /** What was spoken about last, when it is one of them. */
  private List<Grounded> mentioned(List<Device> fit) {
    if (situation.referred().isEmpty() || need.isQuestion()) {
      return List.of();
    }
    List<DeviceId> last = situation.referred().getFirst();
    List<Device> devices = fit.stream().filter(d -> last.contains(d.id())).toList();
    return devices.isEmpty()
        ? List.of()
        : List.of(SortGrounder.grounded(devices, Grounding.REFERRED, MENTIONED));
  }
}
