package io.hearth.language.reference;

import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.speech.Grounding;
import io.hearth.model.state.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out what "it", "them" and "the other one" point back to. */
final class ReferredGrounder {

  private static final double REFERRED = 0.97;

  private final Situation situation;
  private final Need need;

  ReferredGrounder(Situation situation, Need need) {
    this.situation = situation;
    this.need = need;
  }

  /** What was spoken about last and can do it. */
  List<Grounded> last() {
    List<Grounded> readings = new ArrayList<>();
    double weight = REFERRED;
    for (List<DeviceId> earlier : situation.referred()) {
      List<Device> fit =
          earlier.stream()
              .flatMap(id -> situation.home().device(id).stream())
              .filter(need::fits)
              .toList();
      if (!fit.isEmpty()) {
        readings.add(SortGrounder.grounded(fit, Grounding.REFERRED, weight));
        weight *= 0.3;
      }
    }
    if (readings.isEmpty()) {
      situation.snapshot().mentioned().stream()
          .map(Mention::device)
          .flatMap(id -> situation.home().device(id).stream())
          .filter(need::fits)
          .findFirst()
          .ifPresent(device ->
              readings.add(SortGrounder.grounded(List.of(device), Grounding.REFERRED, REFERRED)));
    }
    return readings.isEmpty() ? pointedAt() : readings;
  }

  /**
   * "it" before anything was spoken about: something here, or something that is doing something.
   */
  private List<Grounded> pointedAt() {
    List<Grounded> readings = new ArrayList<>();
    Set<String> without = situation.lexicon().lexicon().everythingWithout();
    List<Device> fit =
        situation.home().devices().stream()
            .filter(device -> !without.contains(device.type().id()))
            .filter(need::fits)
            .toList();
    for (Device device : fit) {
      boolean active = situation.snapshot().isActive(device.id());
      double weight = (situation.isHere(device) ? 0.3 : 0.1) + (active ? 0.1 : 0);
      readings.add(SortGrounder.grounded(List.of(device), Grounding.IMPLIED, weight));
    }
    return readings;
  }

  /** Another of the sort spoken about last. */
  List<Grounded> other() {
    if (situation.referred().isEmpty()) {
      return List.of();
    }
    List<DeviceId> last = situation.referred().getFirst();
    Optional<Device> sample =
        last.stream().flatMap(id -> situation.home().device(id).stream()).findFirst();
    if (sample.isEmpty()) {
      return List.of();
    }
    List<Grounded> readings = new ArrayList<>();
    for (Device device : situation.home().devices()) {
      boolean same =
          device.type().id().equals(sample.get().type().id())
              && device.kind().equals(sample.get().kind());
      if (same && need.fits(device) && !last.contains(device.id())) {
        double weight = device.area().equals(sample.get().area()) ? 0.95 : 0.4;
        readings.add(SortGrounder.grounded(List.of(device), Grounding.REFERRED, weight));
      }
    }
    return readings;
  }
}
