package io.hearth.gateway;

import io.hearth.model.decision.Evidence;
import io.hearth.model.decision.Ranked;
import io.hearth.model.decision.Ranking;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes requests, hypotheses and rankings as understanding and rules would. */
final class Readings {

  private Readings() {}

  static Request request(Intent intent, String... devices) {
    return request(intent, Map.of(), devices);
  }

  static Request request(Intent intent, Map<String, ?> slots, String... devices) {
    return request(intent, devices.length == 0 ? Grounding.NONE : Grounding.NAMED, slots, devices);
  }

  static Request request(
      Intent intent, Grounding grounding, Map<String, ?> slots, String... devices) {
    Map<String, Value> values = new LinkedHashMap<>();
    slots.forEach((name, raw) -> values.put(name, Value.ofRaw(raw)));
    return new Request(
        intent,
        values,
        Arrays.stream(devices).map(DeviceId::new).toList(),
        grounding,
        Optional.empty(),
        List.of());
  }

  static Request at(Request request, Schedule schedule) {
    return new Request(
        request.intent(),
        request.slots(),
        request.targets(),
        request.grounding(),
        Optional.of(schedule),
        request.problems());
  }

  static Request failing(Request request, Problem.Kind kind, String what) {
    return new Request(
        request.intent(),
        request.slots(),
        request.targets(),
        request.grounding(),
        request.schedule(),
        List.of(new Problem(kind, what)));
  }

  static Hypothesis reading(double confidence, Request... requests) {
    return new Hypothesis("said", confidence, List.of(requests), List.of());
  }

  static Hypothesis marked(Hypothesis hypothesis, String mark) {
    return new Hypothesis(hypothesis.heard(), 1, hypothesis.requests(), List.of(mark));
  }

  static Hypothesis nothing(double confidence) {
    return reading(confidence, Request.of(Intent.OUT_OF_DOMAIN));
  }

  /** Takes the confidences for probabilities. */
  static Ranking ranked(List<Hypothesis> hypotheses) {
    double sum = hypotheses.stream().mapToDouble(Hypothesis::confidence).sum();
    List<Ranked> entries = new ArrayList<>();
    for (int i = 0; i < hypotheses.size(); i++) {
      Hypothesis hypothesis = hypotheses.get(i);
      entries.add(
          new Ranked(
              i,
              hypothesis,
              hypothesis.confidence() / sum,
              List.of(new Evidence("rule", "you are in the kitchen", 1.2, i))));
    }
    entries.sort((one, other) -> Double.compare(other.probability(), one.probability()));
    return new Ranking(entries);
  }
}
