package io.hearth.gateway;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.Home;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Short names that tell the candidates of a question apart: "the oven or the living room". */
final class Choices {

  private static final Set<String> PLACED = Set.of("sensor", "binary_sensor", "thermostat");

  private final Phrases phrases;
  private final ActionPhrases actions;

  Choices(Phrases phrases, ActionPhrases actions) {
    this.phrases = phrases;
    this.actions = actions;
  }

  /** The candidates by their names; of those that nothing tells apart, only the first. */
  Map<String, Candidate> byName(List<Candidate> candidates, Home home) {
    return telling(candidates, candidate -> place(candidate, home))
        .or(() -> telling(candidates, candidate -> device(candidate, home)))
        .or(() -> telling(candidates, this::media))
        .orElseGet(() -> named(candidates, candidate -> Optional.of(action(candidate, home))));
  }

  private static Optional<Map<String, Candidate>> telling(
      List<Candidate> candidates, Function<Candidate, Optional<String>> name) {
    boolean sameIntent = candidates.stream().map(c -> first(c).intent()).distinct().count() == 1;
    Map<String, Candidate> named = named(candidates, name);
    return sameIntent && named.size() == candidates.size() ? Optional.of(named) : Optional.empty();
  }

  private static Map<String, Candidate> named(
      List<Candidate> candidates, Function<Candidate, Optional<String>> name) {
    Map<String, Candidate> named = new LinkedHashMap<>();
    candidates.forEach(
        candidate -> name.apply(candidate).ifPresent(said -> named.putIfAbsent(said, candidate)));
    return named;
  }

  private static Request first(Candidate candidate) {
    Hypothesis hypothesis = candidate.ranked().hypothesis();
    return hypothesis.requests().getFirst();
  }

  /** What measures is known by its place, everything else by its name. */
  private static Optional<String> place(Candidate candidate, Home home) {
    List<Device> devices = devices(candidate, home);
    Naming naming = new Naming(home);
    if (devices.size() == 1 && !PLACED.contains(devices.getFirst().type().id())) {
      return Optional.of(naming.the(devices.getFirst()));
    }
    List<AreaId> areas = devices.stream().flatMap(d -> d.area().stream()).distinct().toList();
    return areas.size() == 1 ? Optional.of(naming.area(areas.getFirst())) : device(candidate, home);
  }

  private static Optional<String> device(Candidate candidate, Home home) {
    List<Device> devices = devices(candidate, home);
    return devices.isEmpty()
        ? Optional.empty()
        : Optional.of(new Naming(home).the(devices.stream().map(Device::id).toList()));
  }

  private Optional<String> media(Candidate candidate) {
    return first(candidate)
        .word(Slots.MEDIA_TYPE)
        .map(type -> "the " + phrases.find("media." + type, Map.of()).orElse(type));
  }

  private String action(Candidate candidate, Home home) {
    List<String> actions =
        candidate.draft().parts().stream()
            .filter(part ->
                !part.commands().isEmpty()
                    || part.request().intent().group() == Intent.Group.DEVICE)
            .map(part -> actions(part, home))
            .toList();
    return actions.isEmpty()
        ? device(candidate, home).orElseGet(() -> phrases.say("ask.other", Map.of()))
        : Figures.and(actions);
  }

  private String actions(Part part, Home home) {
    return actions.doing(part.request(), part.commands(), home);
  }

  private static List<Device> devices(Candidate candidate, Home home) {
    return candidate.ranked().hypothesis().requests().stream()
        .flatMap(request -> request.targets().stream())
        .distinct()
        .flatMap(id -> home.device(id).stream())
        .toList();
  }
}
