package io.hearth.gateway.http;

import io.hearth.model.decision.Evidence;
import io.hearth.model.decision.Ranked;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The written form of all that competed in a turn: for every reading what was understood, how the
 * words were matched, how sure understanding is and what spoke for and against it. Probable first.
 */
public final class CandidatesDocument {

  private final Labels labels;

  private CandidatesDocument(Home home) {
    this.labels = new Labels(home);
  }

  /**
   * Writes the candidates of a turn.
   *
   * @param home gives the names
   * @return maps, lists, texts and numbers, ready for any JSON library
   */
  public static List<Map<String, @Nullable Object>> of(TurnRecord turn, Home home) {
    CandidatesDocument document = new CandidatesDocument(home);
    return turn.ranking().entries().stream().map(document::candidate).toList();
  }

  private Map<String, @Nullable Object> candidate(Ranked ranked) {
    Hypothesis hypothesis = ranked.hypothesis();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("label", labels.of(hypothesis));
    fields.put("probability", Figure.probability(ranked.probability()));
    fields.put("confidence", Figure.probability(hypothesis.confidence()));
    fields.put("heard", hypothesis.heard());
    fields.put(
        "requests", hypothesis.requests().stream().map(CandidatesDocument::request).toList());
    fields.put("parse", hypothesis.parse());
    fields.put("evidence", ranked.evidence().stream().map(CandidatesDocument::evidence).toList());
    return fields;
  }

  private static Map<String, @Nullable Object> request(Request request) {
    Map<String, Object> slots = new LinkedHashMap<>();
    request.slots().forEach((name, value) -> slots.put(name, value.raw()));
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("intent", request.intent().word());
    fields.put("slots", slots);
    fields.put("targets", request.targets().stream().map(DeviceId::value).toList());
    fields.put("grounding", request.grounding().name().toLowerCase(Locale.ROOT));
    fields.put("schedule", ScheduleDocument.of(List.of(request)).orElse(null));
    fields.put("problems", request.problems().stream().map(CandidatesDocument::problem).toList());
    return fields;
  }

  private static Map<String, Object> problem(Problem problem) {
    return Map.of("kind", problem.kind().word(), "what", problem.what());
  }

  private static Map<String, Object> evidence(Evidence evidence) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("source", evidence.source());
    fields.put("name", evidence.name());
    fields.put("weight", Figure.weight(evidence.weight()));
    return fields;
  }
}
