package io.hearth.language.reference;

import io.hearth.language.reference.TargetPhrase.Referent;
import io.hearth.language.reference.TargetPhrase.Unit;
import io.hearth.language.words.Quantifier;
import io.hearth.language.words.Sentence;
import io.hearth.language.words.Thing;
import io.hearth.language.words.ThingWord;
import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Slots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out which devices a noun phrase may mean; every way it finds is kept, with its weight. */
public final class Grounder {

  private static final double UNSUPPORTED = 0.3;

  /** Of a device whose room is not known, so that it may stand in the one said. */
  private static final double MISPLACED = 0.15;

  private static final int MOST = 8;

  private final Situation situation;
  private final Need need;
  private final SortGrounder sorts;

  public Grounder(Situation situation, Need need) {
    this.situation = situation;
    this.need = need;
    this.sorts = new SortGrounder(situation, need);
  }

  /**
   * The ways to take a noun phrase.
   *
   * @param adjunct a place said elsewhere in the sentence; the place of units that have none
   */
  public List<Grounded> ground(TargetPhrase phrase, Optional<Place> adjunct) {
    List<Grounded> combined = null;
    for (Unit unit : phrase.units()) {
      Unit placed =
          unit.place().isEmpty() && adjunct.isPresent() && takesPlace(unit)
              ? unit.in(adjunct.get(), unit.text())
              : unit;
      List<Grounded> readings = best(ground(placed));
      combined = combined == null ? readings : product(combined, readings);
    }
    List<Grounded> all = combined == null ? List.of() : best(combined);
    return phrase.except().isEmpty()
        ? all
        : best(new Exceptions(situation, phrase.except()).takenFrom(all));
  }

  /** What was said without "the", "all of my", "any": it is told after "any". */
  private String bare(String said) {
    List<String> heard = List.of(said.split(" ", -1));
    Sentence words = HomeLexicon.sentence(heard);
    var quantified = situation.lexicon().lexicon().quantifiers().longest(words, 0);
    int start = quantified == null ? 0 : quantified.end();
    start = situation.lexicon().lexicon().set("determiners").longestEnd(words, start);
    return start == 0 || start >= heard.size()
        ? said
        : String.join(" ", heard.subList(start, heard.size()));
  }

  private static boolean takesPlace(Unit unit) {
    return !(unit.referent() instanceof Referent.Pronoun);
  }

  private List<Grounded> ground(Unit unit) {
    Optional<Region> region = unit.place().map(place -> new Region(situation, place));
    if (region.isPresent() && region.get().isMissing()) {
      String what = unit.place().map(Place::text).orElse("");
      Problem problem = new Problem(Problem.Kind.NO_SUCH_AREA, what);
      return List.of(Grounded.problem(problem, 1, slots(unit, region)));
    }
    return switch (unit.referent()) {
      case Referent.Named(List<Device> devices, boolean many) -> named(unit, devices, region);
      case Referent.Sort(ThingWord word) -> sort(unit, word, region);
      case Referent.Implied(Thing thing) ->
          sort(unit, new ThingWord(thing, "", true, true, false), region);
      case Referent.Spot() -> spot(unit, region);
      case Referent.Everything() -> everything(unit, region);
      case Referent.Pronoun(boolean many) -> new ReferredGrounder(situation, need).last();
      case Referent.Other() -> best(new ReferredGrounder(situation, need).other());
      case Referent.Unknown(String name) ->
          List.of(
              Grounded.problem(
                  new Problem(Problem.Kind.NO_SUCH_DEVICE, bare(name)), 1, slots(unit, region)));
    };
  }

  private List<Grounded> named(Unit unit, List<Device> devices, Optional<Region> region) {
    List<Device> inside =
        region.isEmpty() ? devices : devices.stream().filter(region.get()::contains).toList();
    List<Grounded> readings = new ArrayList<>();
    if (inside.isEmpty()) {
      Problem problem = new Problem(Problem.Kind.NO_SUCH_DEVICE, bare(unit.text()));
      readings.add(Grounded.problem(problem, 0.8, slots(unit, region)));
      List<Device> anywhere = devices.stream().filter(d -> d.area().isEmpty()).toList();
      if (!anywhere.isEmpty()) {
        readings.addAll(scaled(named(unit, anywhere, Optional.empty()), MISPLACED));
      }
      return readings;
    }
    if (unit.ordinal() != 0) {
      return ordinal(unit, inside, region);
    }
    boolean all = unit.quantifier() == Quantifier.ALL || unit.quantifier() == Quantifier.BOTH;
    if (all && inside.size() > 1) {
      readings.add(fitting(inside, Grounding.NAMED, 1, unit, region));
      return readings;
    }
    List<Device> fit = inside.stream().filter(need::fits).toList();
    for (Device device : fit.isEmpty() ? inside : fit) {
      double weight = inside.size() == 1 || situation.isHere(device) ? 1 : 0.6;
      readings.add(fitting(List.of(device), Grounding.NAMED, weight, unit, region));
    }
    inside.stream()
        .filter(device -> isGeneric(device, unit))
        .findFirst()
        .ifPresent(device -> readings.replaceAll(g -> generic(g, device)));
    return readings;
  }

  /** Whether a device was called by the mere word for its sort, such as "Blinds". */
  private boolean isGeneric(Device device, Unit unit) {
    if (unit.place().isPresent()) {
      return false;
    }
    Sentence text =
        HomeLexicon.sentence(situation.lexicon().lexicon().normalizer().words(unit.text()));
    int start = situation.lexicon().lexicon().set("determiners").longestEnd(text, 0);
    return situation.lexicon().things().at(text, start).stream()
        .anyMatch(match ->
            match.end() == text.size()
                && Things.isOne(device, match.value().thing())
                && situation.lexicon().devices(match.value().thing()).size() > 1);
  }

  /** A name that is only a word for a sort means that device most where it stands. */
  private Grounded generic(Grounded reading, Device device) {
    return situation.isHere(device) || situation.here().isEmpty() ? reading : reading.scaled(0.55);
  }

  private List<Grounded> sort(Unit unit, ThingWord word, Optional<Region> region) {
    List<Device> all = situation.lexicon().devices(word.thing());
    if (all.isEmpty()) {
      String what = word.word().isEmpty() ? word.thing().id().replace('_', ' ') : bare(unit.text());
      Problem problem = new Problem(Problem.Kind.NO_SUCH_DEVICE, what);
      return List.of(Grounded.problem(problem, 1, slots(unit, region)));
    }
    List<Device> inside =
        region.isEmpty() ? all : all.stream().filter(region.get()::contains).toList();
    if (inside.isEmpty()) {
      Problem problem = new Problem(Problem.Kind.NO_SUCH_DEVICE, bare(unit.text()));
      return List.of(Grounded.problem(problem, 0.9, slots(unit, region)));
    }
    List<Device> fit = inside.stream().filter(need::fits).toList();
    if (fit.isEmpty()) {
      return unsupported(unit, inside, region);
    }
    boolean many = word.many() || unit.quantifier() == Quantifier.BOTH;
    List<Grounded> readings = new ArrayList<>();
    List<Device> namedSo = word.usual() ? List.of() : namedSo(fit, word.word());
    if (!namedSo.isEmpty() && namedSo.size() < fit.size()) {
      readings.addAll(placed(unit, word, namedSo, many, region));
      readings.addAll(scaled(placed(unit, word, fit, many, region), 0.45));
    } else {
      readings.addAll(placed(unit, word, fit, many, region));
    }
    return withSlots(readings, unit, region);
  }

  /** Those of the devices whose own name has the word said, e.g. "lamp". */
  private List<Device> namedSo(List<Device> devices, String word) {
    List<String> words = situation.lexicon().lexicon().normalizer().words(word);
    return devices.stream()
        .filter(device -> situation.lexicon().ownWordsOf(device).containsAll(words))
        .toList();
  }

  private List<Grounded> placed(
      Unit unit, ThingWord word, List<Device> devices, boolean many, Optional<Region> region) {
    if (unit.ordinal() != 0) {
      return ordinal(unit, devices, region);
    }
    if (region.isEmpty()) {
      return sorts.readings(unit, word.thing(), devices, many);
    }
    Grounding grounding = region.get().grounding();
    boolean single = !many && unit.quantifier() == Quantifier.NONE;
    if (need.each() && devices.size() > 1) {
      return devices.stream()
          .map(device -> SortGrounder.grounded(List.of(device), grounding, 1))
          .toList();
    }
    List<Grounded> readings = new ArrayList<>();
    boolean together = word.thing().together() || !single || devices.size() == 1;
    readings.add(SortGrounder.grounded(devices, grounding, together ? 1 : 0.5));
    if (single && devices.size() > 1) {
      double one = word.thing().together() ? 0.15 : 0.6;
      devices.stream()
          .limit(MOST)
          .forEach(d -> readings.add(SortGrounder.grounded(List.of(d), grounding, one)));
    }
    return readings;
  }

  private List<Grounded> ordinal(Unit unit, List<Device> devices, Optional<Region> region) {
    List<Device> row =
        region.isPresent() || devices.stream().noneMatch(situation::isHere)
            ? devices
            : devices.stream().filter(situation::isHere).toList();
    int index = unit.ordinal() < 0 ? row.size() - 1 : unit.ordinal() - 1;
    if (index >= row.size()) {
      Problem problem = new Problem(Problem.Kind.NO_SUCH_DEVICE, bare(unit.text()));
      return List.of(Grounded.problem(problem, 0.9, Map.of()));
    }
    return List.of(SortGrounder.grounded(List.of(row.get(index)), Grounding.NAMED, 0.9));
  }

  /** A place spoken of as a thing. */
  private List<Grounded> spot(Unit unit, Optional<Region> region) {
    if (region.isEmpty()) {
      return List.of();
    }
    List<Device> fit =
        situation.home().devices().stream()
            .filter(region.get()::contains)
            .filter(need::fits)
            .toList();
    if (fit.isEmpty()) {
      Problem problem = new Problem(Problem.Kind.UNSUPPORTED, unit.text());
      return List.of(Grounded.problem(problem, UNSUPPORTED, slots(unit, region)));
    }
    Grounding grounding = region.get().grounding();
    List<Grounded> readings = new ArrayList<>();
    if (need.each()) {
      fit.forEach(d -> readings.add(SortGrounder.grounded(List.of(d), grounding, 1)));
    } else {
      List<Device> lights = fit.stream().filter(d -> d.type().id().equals("light")).toList();
      List<Device> main = lights.isEmpty() ? main(fit) : lights;
      readings.add(SortGrounder.grounded(main, grounding, 0.95));
      if (main.size() < fit.size()) {
        List<Device> usual = withoutSpecial(fit);
        readings.add(SortGrounder.grounded(usual.isEmpty() ? fit : usual, grounding, 0.4));
      }
    }
    return withSlots(readings, unit, region);
  }

  private static List<Device> main(List<Device> fit) {
    String type = fit.getFirst().type().id();
    return fit.stream().filter(d -> d.type().id().equals(type)).toList();
  }

  private List<Grounded> everything(Unit unit, Optional<Region> region) {
    List<Device> fit =
        withoutSpecial(
            situation.home().devices().stream()
                .filter(d -> region.isEmpty() || region.get().contains(d))
                .filter(need::fits)
                .toList());
    if (fit.isEmpty()) {
      Problem problem = new Problem(Problem.Kind.UNSUPPORTED, unit.text());
      return List.of(Grounded.problem(problem, UNSUPPORTED, slots(unit, region)));
    }
    if (region.isPresent()) {
      Grounded all = SortGrounder.grounded(fit, region.get().grounding(), 1);
      return withSlots(List.of(all), unit, region);
    }
    List<Grounded> readings = new ArrayList<>();
    readings.add(SortGrounder.grounded(fit, Grounding.EVERYWHERE, 1));
    List<Device> here = fit.stream().filter(situation::isHere).toList();
    if (!here.isEmpty() && here.size() < fit.size()) {
      readings.add(SortGrounder.grounded(here, Grounding.HERE, 0.4));
    }
    return readings;
  }

  private List<Device> withoutSpecial(List<Device> devices) {
    Set<String> without = situation.lexicon().lexicon().everythingWithout();
    List<Device> usual = devices.stream().filter(d -> !without.contains(d.type().id())).toList();
    return usual;
  }

  private Grounded fitting(
      List<Device> devices,
      Grounding grounding,
      double weight,
      Unit unit,
      Optional<Region> region) {
    List<Device> fit = devices.stream().filter(need::fits).toList();
    Map<String, Value> slots = new LinkedHashMap<>(slots(unit, region));
    if (devices.size() == 1) {
      slots.put(Slots.DEVICE, Value.of(devices.getFirst().id().value()));
    }
    if (fit.isEmpty()) {
      Problem problem = new Problem(Problem.Kind.UNSUPPORTED, devices.getFirst().name());
      return Grounded.problem(problem, weight * UNSUPPORTED, slots);
    }
    return new Grounded(fit, grounding, weight, slots, List.of());
  }

  private List<Grounded> unsupported(Unit unit, List<Device> devices, Optional<Region> region) {
    String what = devices.size() == 1 ? devices.getFirst().name() : unit.text();
    Problem problem = new Problem(Problem.Kind.UNSUPPORTED, what);
    Grounded one = Grounded.problem(problem, UNSUPPORTED, slots(unit, region));
    return List.of(one);
  }

  private static Map<String, Value> slots(Unit unit, Optional<Region> region) {
    Map<String, Value> slots = new LinkedHashMap<>();
    region.ifPresent(r -> slots.putAll(r.slots()));
    if (unit.referent() instanceof Referent.Sort(ThingWord word)) {
      word.thing().of().getFirst().type().ifPresent(t -> slots.put(Slots.DEVICE_TYPE, Value.of(t)));
      word.thing().of().getFirst().kind().ifPresent(k -> slots.put(Slots.KIND, Value.of(k)));
    }
    return slots;
  }

  private static List<Grounded> withSlots(
      List<Grounded> readings, Unit unit, Optional<Region> region) {
    Map<String, Value> slots = slots(unit, region);
    return readings.stream()
        .map(g -> {
          Map<String, Value> all = new LinkedHashMap<>(slots);
          all.putAll(g.slots());
          return new Grounded(g.devices(), g.grounding(), g.weight(), all, g.problems());
        })
        .toList();
  }

  private static List<Grounded> scaled(List<Grounded> readings, double factor) {
    return readings.stream().map(g -> g.scaled(factor)).toList();
  }

  private static List<Grounded> best(List<Grounded> readings) {
    return readings.stream()
        .sorted(Comparator.comparingDouble(Grounded::weight).reversed())
        .limit(MOST)
        .toList();
  }

  /** Two things together; what differs between them is no slot of both. */
  private List<Grounded> product(List<Grounded> first, List<Grounded> second) {
    List<Grounded> product = new ArrayList<>();
    for (Grounded a : first.subList(0, Math.min(4, first.size()))) {
      for (Grounded b : second.subList(0, Math.min(4, second.size()))) {
        product.add(both(a, b));
      }
    }
    return best(product);
  }

  private Grounded both(Grounded a, Grounded b) {
    Set<Device> union = new LinkedHashSet<>(a.devices());
    union.addAll(b.devices());
    List<Device> ordered = situation.lexicon().ordered(union);
    Map<String, Value> slots = new LinkedHashMap<>(a.slots());
    slots.entrySet().retainAll(b.slots().entrySet());
    List<Problem> problems = new ArrayList<>(a.problems());
    problems.addAll(b.problems());
    Grounding grounding = a.devices().isEmpty() ? b.grounding() : a.grounding();
    return new Grounded(ordered, grounding, a.weight() * b.weight(), slots, problems);
  }
}
