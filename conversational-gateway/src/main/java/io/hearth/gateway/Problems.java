package io.hearth.gateway;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.speech.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what cannot be done and why. */
final class Problems {

  /** "I don't know of any" goes with the bare word. */
  private static final Pattern ARTICLE =
      Pattern.compile("^(the|an?|any|my|our) (?=\\S)", Pattern.CASE_INSENSITIVE);

  private final Phrases phrases;

  Problems(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * One sentence for each kind.
   *
   * @param told devices whose being unreachable was said already
   */
  List<String> say(List<Problem> problems, List<DeviceId> told, Home home) {
    Map<Problem.Kind, List<String>> byKind = new LinkedHashMap<>();
    for (Problem problem : problems) {
      if (problem.kind() != Problem.Kind.UNAVAILABLE || !isTold(problem.what(), told, home)) {
        byKind.computeIfAbsent(problem.kind(), kind -> new ArrayList<>()).add(problem.what());
      }
    }
    List<String> sentences = new ArrayList<>();
    byKind.forEach((kind, whats) -> sentences.add(sentence(kind, whats, home)));
    return sentences;
  }

  private static boolean isTold(String what, List<DeviceId> told, Home home) {
    return told.stream()
        .flatMap(id -> home.device(id).stream())
        .anyMatch(device -> device.name().equals(what));
  }

  private String sentence(Problem.Kind kind, List<String> whats, Home home) {
    Naming naming = new Naming(home);
    List<String> named =
        switch (kind) {
          case UNAVAILABLE, UNSUPPORTED ->
              whats.stream().map(what -> known(what, naming, home)).toList();
          case NO_SUCH_DEVICE, NO_SUCH_AREA ->
              whats.stream().map(what -> ARTICLE.matcher(what).replaceFirst("")).toList();
          case OUT_OF_RANGE, OUT_OF_DOMAIN, NOT_PERMITTED, UNCLEAR -> whats;
        };
    String what = Figures.and(named.stream().distinct().toList());
    boolean plural = named.size() > 1 || isPlural(whats.getFirst(), naming, home);
    return Figures.capital(
        phrases.say(
            "problem." + kind.word(),
            Map.of("what", what, "What", Figures.capital(what), "be", plural ? "are" : "is")));
  }

  private static String known(String what, Naming naming, Home home) {
    boolean device = home.devices().stream().anyMatch(d -> d.name().equalsIgnoreCase(what));
    return device ? naming.the(what) : what;
  }

  private static boolean isPlural(String what, Naming naming, Home home) {
    return home.devices().stream()
        .filter(device -> device.name().equalsIgnoreCase(what))
        .findFirst()
        .map(device -> naming.isPlural(List.of(device.id())))
        .orElse(false);
  }
}
