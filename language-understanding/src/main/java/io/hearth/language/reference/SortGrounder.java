package io.hearth.language.reference;

import io.hearth.language.reference.TargetPhrase.Unit;
import io.hearth.language.words.Quantifier;
import io.hearth.language.words.Thing;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The readings of a sort of thing that was said without a place: here, elsewhere, everywhere. */
final class SortGrounder {

  private static final int MOST_ELSEWHERE = 6;

  private final Situation situation;
  private final Need need;

  SortGrounder(Situation situation, Need need) {
    this.situation = situation;
    this.need = need;
  }

  /**
   * The readings.
   *
   * @param devices those that can do it, at least one
   * @param many whether several were said
   */
  List<Grounded> readings(Unit unit, Thing thing, List<Device> devices, boolean many) {
    List<Device> here = devices.stream().filter(situation::isHere).toList();
    Quantifier quantifier = unit.quantifier();
    if (quantifier == Quantifier.ALL) {
      return all(devices, here, 1, 0.45);
    }
    if (need.each()) {
      return each(devices);
    }
    if (need.isQuestion() && (many || quantifier != Quantifier.NONE)) {
      return all(devices, here, 1, 0.4);
    }
    return many ? several(thing, devices, here) : single(thing, devices, here);
  }

  private List<Grounded> all(
      List<Device> devices, List<Device> here, double everywhere, double near) {
    List<Grounded> readings = new ArrayList<>();
    readings.add(grounded(devices, Grounding.EVERYWHERE, everywhere));
    if (!here.isEmpty() && here.size() < devices.size()) {
      readings.add(grounded(here, Grounding.HERE, near));
    }
    return readings;
  }

  /** Every device by itself, nearest first. */
  List<Grounded> each(List<Device> devices) {
    List<Grounded> readings = new ArrayList<>();
    for (Device device : devices) {
      boolean here = situation.isHere(device);
      Grounding grounding = here ? Grounding.HERE : Grounding.ELSEWHERE;
      double weight = devices.size() == 1 || here ? 1 : distant(device);
      readings.add(grounded(List.of(device), grounding, weight));
    }
    return nearest(readings, MOST_ELSEWHERE);
  }

  private double distant(Device device) {
    if (situation.here().isEmpty()) {
      return 0.7;
    }
    return situation.isOnThisFloor(device) ? 0.5 : 0.4;
  }

  private List<Grounded> several(Thing thing, List<Device> devices, List<Device> here) {
    List<Grounded> readings = new ArrayList<>();
    if (!here.isEmpty()) {
      readings.add(grounded(here, Grounding.HERE, 1));
      if (here.size() < devices.size()) {
        readings.add(grounded(devices, Grounding.EVERYWHERE, 0.35));
      }
      return readings;
    }
    Map<Optional<AreaId>, List<Device>> byArea = new LinkedHashMap<>();
    devices.forEach(d -> byArea.computeIfAbsent(d.area(), a -> new ArrayList<>()).add(d));
    if (byArea.size() == 1) {
      readings.add(grounded(devices, Grounding.ELSEWHERE, 1));
      return readings;
    }
    readings.add(grounded(devices, Grounding.EVERYWHERE, situation.here().isEmpty() ? 1 : 0.8));
    if (thing.together()) {
      byArea.values().stream()
          .limit(MOST_ELSEWHERE)
          .forEach(list -> readings.add(grounded(list, Grounding.ELSEWHERE, 0.15)));
    }
    return readings;
  }

  private List<Grounded> single(Thing thing, List<Device> devices, List<Device> here) {
    List<Grounded> readings = new ArrayList<>();
    if (devices.size() == 1) {
      boolean near = !here.isEmpty();
      readings.add(grounded(devices, near ? Grounding.HERE : Grounding.ELSEWHERE, 1));
      return readings;
    }
    if (here.size() == 1) {
      readings.add(grounded(here, Grounding.HERE, 1));
    } else if (!here.isEmpty()) {
      if (thing.together()) {
        readings.add(grounded(here, Grounding.HERE, 1));
      }
      double one = thing.together() ? 0.15 : 0.7;
      here.stream()
          .limit(MOST_ELSEWHERE)
          .forEach(d -> readings.add(grounded(List.of(d), Grounding.HERE, one)));
    }
    List<Grounded> elsewhere = new ArrayList<>();
    for (Device device : devices) {
      if (!situation.isHere(device)) {
        double weight = distant(device) * (here.isEmpty() ? 1 : 0.3);
        elsewhere.add(grounded(List.of(device), Grounding.ELSEWHERE, weight));
      }
    }
    readings.addAll(nearest(elsewhere, MOST_ELSEWHERE));
    if (thing.together() && here.isEmpty()) {
      double weight = situation.here().isEmpty() ? 0.2 : 0.35; // "the light" is one
      readings.add(grounded(devices, Grounding.EVERYWHERE, weight));
    }
    return readings;
  }

  /** What is near or doing something comes first when there are too many. */
  private List<Grounded> nearest(List<Grounded> readings, int most) {
    if (readings.size() <= most) {
      return readings;
    }
    List<Grounded> sorted = new ArrayList<>(readings);
    sorted.sort(
        java.util.Comparator.comparingDouble((Grounded g) ->
            -g.weight() - (situation.snapshot().isActive(g.devices().getFirst().id()) ? 0.25 : 0)));
    return sorted.subList(0, most);
  }

  static Grounded grounded(List<Device> devices, Grounding grounding, double weight) {
    return new Grounded(devices, grounding, weight, Map.<String, Value>of(), List.of());
  }
}
