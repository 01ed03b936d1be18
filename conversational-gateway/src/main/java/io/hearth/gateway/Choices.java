package io.hearth.gateway;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.Home;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.LinkedHashSet;
import java.util.List;
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

  String name(List<Candidate> candidates, Home home) {
    return Figures.or(
        distinct(candidates, candidate -> place(candidate, home))
            .or(() -> distinct(candidates, candidate -> device(candidate, home)))
            .or(() -> distinct(candidates, this::media))
            .orElseGet(() -> candidates.stream().map(c -> action(c, home)).distinct().toList()));
  }

  private static Optional<List<String>> distinct(
      List<Candidate> candidates, Function<Candidate, Optional<String>> name) {
    Set<String> names = new LinkedHashSet<>();
    boolean sameIntent = candidates.stream().map(c -> first(c).intent()).distinct().count() == 1;
    candidates.forEach(candidate -> name.apply(candidate).ifPresent(names::add));
    return sameIntent && names.size() == candidates.size()
        ? Optional.of(List.copyOf(names))
        : Optional.empty();
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
        .map(type -> "the " + phrases.find("media." + type, java.util.Map.of()).orElse(type));
  }

  private String action(Candidate candidate, Home home) {
    List<Part> parts = candidate.draft().parts();
    return Figures.and(
            parts.stream()
                .filter(part -> !part.commands().isEmpty())
                .map(part -> actions.doing(part.request(), part.commands(), home))
                .toList())
        .transform(
            said -> said.isEmpty() ? device(candidate, home).orElse("something else") : said);
  }

  private static List<Device> devices(Candidate candidate, Home home) {
    return candidate.ranked().hypothesis().requests().stream()
        .flatMap(request -> request.targets().stream())
        .distinct()
        .flatMap(id -> home.device(id).stream())
        .toList();
  }
}
