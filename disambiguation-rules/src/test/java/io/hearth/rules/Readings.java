package io.hearth.rules;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hand-made readings of one utterance; out of domain always competes. */
final class Readings {

  private final List<Hypothesis> all = new ArrayList<>();
  private String heard;

  private Readings(String heard) {
    this.heard = heard;
  }

  static Readings of(String heard) {
    return new Readings(heard);
  }

  /** What follows reads another guess of the recogniser. */
  Readings orHeard(String other) {
    heard = other;
    return this;
  }

  Readings add(
      double confidence,
      Intent intent,
      Grounding grounding,
      Map<String, ?> slots,
      String... targets) {
    return add(confidence, request(intent, grounding, slots, List.of(), targets));
  }

  Readings failing(
      double confidence,
      Intent intent,
      Grounding grounding,
      Problem.Kind problem,
      String... targets) {
    return add(
        confidence,
        request(intent, grounding, Map.of(), List.of(new Problem(problem, "it")), targets));
  }

  Readings add(double confidence, Request... requests) {
    all.add(new Hypothesis(heard, confidence, List.of(requests), List.of("test")));
    return this;
  }

  List<Hypothesis> orNone(double confidence) {
    add(confidence, Request.of(Intent.OUT_OF_DOMAIN));
    return List.copyOf(all);
  }

  static Request request(
      Intent intent,
      Grounding grounding,
      Map<String, ?> slots,
      List<Problem> problems,
      String... targets) {
    Map<String, Value> values = new java.util.LinkedHashMap<>();
    slots.forEach((name, value) -> values.put(name, Value.ofRaw(value)));
    List<DeviceId> devices = Arrays.stream(targets).map(DeviceId::new).toList();
    return new Request(intent, values, devices, grounding, Optional.empty(), problems);
  }
}
