package io.hearth.language;

import io.hearth.model.device.DeviceId;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One reading of a part of an utterance, on its way to a hypothesis.
 *
 * @param requests in order, at least one
 * @param fit how well the words fit, up to 1; what is missing speaks for talk that is not for us
 * @param form how readily the sentence form means it, up to 1
 * @param weight how likely this reading is among those of the same words, up to 1
 * @param parse how it was understood, for people to read
 */
record Draft(List<Request> requests, double fit, double form, double weight, List<String> parse) {

  private static final double INDIRECT = 0.6;

  Draft {
    requests = List.copyOf(requests);
    parse = List.copyOf(parse);
  }

  /** How well the words make sense this way, whatever the devices. */
  double sense() {
    return fit * form;
  }

  double score() {
    return fit * form * weight;
  }

  /** Whether something of it could be carried out. */
  boolean isPossible() {
    return requests.stream().anyMatch(r -> r.problems().isEmpty() || !r.targets().isEmpty());
  }

  /** Whether all that stands in the way is that the devices cannot do it. */
  boolean isUnsupported() {
    return requests.stream()
        .flatMap(request -> request.problems().stream())
        .allMatch(problem -> problem.kind() == Problem.Kind.UNSUPPORTED);
  }

  /** What stands in the way, in short. */
  String problems() {
    StringBuilder text = new StringBuilder();
    for (Request request : requests) {
      for (Problem problem : request.problems()) {
        text.append(problem.kind()).append(' ');
      }
    }
    return text.toString();
  }

  /** The same with each request changed. */
  Draft with(UnaryOperator<Request> change) {
    return new Draft(requests.stream().map(change).toList(), fit, form, weight, parse);
  }

  /** The same with its words fitting less well. */
  Draft fitted(double factor) {
    return new Draft(requests, fit * factor, form, weight, parse);
  }

  /** The same, less likely among those of the same words. */
  Draft weighed(double factor) {
    return new Draft(requests, fit, form, weight * factor, parse);
  }

  Draft noted(String line) {
    List<String> lines = new ArrayList<>(parse);
    lines.add(line);
    return new Draft(requests, fit, form, weight, lines);
  }

  /** That instead of the last of this: "the lamp, no wait, the fan". */
  Draft repairedBy(Draft next) {
    boolean understood = next.requests.stream().allMatch(r -> r.intent() != Intent.OUT_OF_DOMAIN);
    if (!understood) {
      return then(next);
    }
    List<Request> all = new ArrayList<>(requests.subList(0, requests.size() - 1));
    all.addAll(next.requests);
    List<String> lines = new ArrayList<>(next.parse);
    lines.add("instead of what was said first");
    return new Draft(all, Math.min(fit, next.fit), next.form, next.weight, lines);
  }

  /** This and then that; what was not understood comes last. */
  Draft then(Draft next) {
    List<Request> all = new ArrayList<>(requests);
    all.addAll(next.requests);
    all.sort(Comparator.comparing(r -> r.intent() == Intent.OUT_OF_DOMAIN));
    List<String> lines = new ArrayList<>(parse);
    lines.addAll(next.parse);
    return new Draft(all, Math.min(fit, next.fit), form * next.form, weight * next.weight, lines);
  }

  /** Whether this only gives the reason for what is then asked for: "I can't hear it, louder". */
  boolean isIndirectOf(Draft next) {
    return form <= INDIRECT
        && requests.size() == 1
        && requests.getFirst().intent() == next.requests.getFirst().intent();
  }

  List<DeviceId> devices() {
    Set<DeviceId> devices = new LinkedHashSet<>();
    requests.forEach(request -> devices.addAll(request.targets()));
    return List.copyOf(devices);
  }
}
