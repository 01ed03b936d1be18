package io.hearth.learning;

import io.hearth.model.decision.Decision;
import io.hearth.model.decision.Evidence;
import io.hearth.model.decision.Plan;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.decision.Ranked;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form of a turn; fields are only ever added, a change of meaning raises the version. */
final class TurnDocument {

  static final int SCHEMA_VERSION = 1;

  private final JsonMapper mapper = JsonMapper.shared();

  String begun(Utterance utterance) {
    return mapper.writeValueAsString(heard(utterance));
  }

  String ended(TurnRecord turn) {
    Map<String, Object> fields = heard(turn.utterance());
    fields.put("repliedAt", turn.utterance().at().plus(turn.took()).toString());
    fields.put("tookMicros", turn.took().toNanos() / 1000);
    turn.answers().ifPresent(asked -> fields.put("answersTurn", asked));
    fields.put("hypotheses", turn.ranking().entries().stream().map(this::hypothesis).toList());
    fields.put("decision", decision(turn.decision()));
    fields.put("outcomes", turn.outcomes().stream().map(this::outcome).toList());
    fields.put("reply", turn.reply());
    fields.put("why", turn.why());
    return mapper.writeValueAsString(fields);
  }

  private static Map<String, Object> heard(Utterance utterance) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schemaVersion", SCHEMA_VERSION);
    fields.put("turn", utterance.id());
    fields.put("dialogue", utterance.dialogue().id());
    fields.put("at", utterance.at().toString());
    putText(fields, "area", utterance.area());
    putText(fields, "satellite", utterance.satellite());
    putText(fields, "speaker", utterance.speaker());
    fields.put(
        "nbest",
        utterance.transcript().alternatives().stream()
            .map(guess -> Map.of("text", guess.text(), "confidence", guess.confidence()))
            .toList());
    return fields;
  }

  private static void putText(Map<String, Object> fields, String key, Optional<?> value) {
    value.ifPresent(present -> fields.put(key, present.toString()));
  }

  /** In order of the ranking; {@code proposed} is its place before the ranking. */
  private Map<String, Object> hypothesis(Ranked ranked) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("proposed", ranked.index());
    fields.put("heard", ranked.hypothesis().heard());
    fields.put("confidence", ranked.hypothesis().confidence());
    fields.put("probability", ranked.probability());
    fields.put("requests", ranked.hypothesis().requests().stream().map(this::request).toList());
    fields.put("parse", ranked.hypothesis().parse());
    fields.put("evidence", ranked.evidence().stream().map(TurnDocument::evidence).toList());
    return fields;
  }

  private Map<String, Object> request(Request request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("intent", request.intent().word());
    fields.put("slots", raw(request.slots()));
    fields.put("targets", request.targets().stream().map(DeviceId::value).toList());
    fields.put("grounding", request.grounding().name().toLowerCase(Locale.ROOT));
    request.schedule().ifPresent(schedule -> fields.put("schedule", schedule(schedule)));
    if (!request.problems().isEmpty()) {
      fields.put("problems", problems(request.problems()));
    }
    return fields;
  }

  private static Map<String, Object> schedule(Schedule schedule) {
    Map<String, Object> fields = new LinkedHashMap<>();
    switch (schedule) {
      case Schedule.At at -> fields.put("at", at.time().toOffsetDateTime().toString());
      case Schedule.After after -> fields.put("after", after.delay().toString());
      case Schedule.Every every -> fields.put("every", every.rule());
      case Schedule.NowFor now -> fields.put("now", true);
    }
    schedule.lasting().ifPresent(lasting -> fields.put("for", lasting.toString()));
    return fields;
  }

  private static Map<String, Object> evidence(Evidence evidence) {
    return Map.of(
        "source", evidence.source(), "name", evidence.name(), "weight", evidence.weight());
  }

  private Map<String, Object> decision(Decision decision) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", decision.word());
    switch (decision) {
      case Decision.Act act -> put(fields, act.plan());
      case Decision.Answer answer -> put(fields, answer.plan());
      case Decision.Confirm confirm -> {
        put(fields, confirm.plan());
        fields.put("reason", confirm.reason());
      }
      case Decision.Clarify clarify ->
          fields.put("candidates", clarify.candidates().stream().map(Ranked::index).toList());
      case Decision.Decline decline -> fields.put("problems", problems(decline.problems()));
    }
    return fields;
  }

  private void put(Map<String, Object> fields, Plan plan) {
    fields.put("commands", plan.commands().stream().map(this::planned).toList());
    fields.put("risk", plan.risk().name().toLowerCase(Locale.ROOT));
    fields.put("confirm", plan.confirm());
    if (!plan.problems().isEmpty()) {
      fields.put("problems", problems(plan.problems()));
    }
  }

  private Map<String, Object> planned(PlannedCommand planned) {
    Map<String, Object> fields = command(planned.command());
    fields.put(
        "effects",
        planned.effects().stream()
            .map(effect ->
                Map.of(
                    "device", effect.device().value(),
                    "property", effect.property(),
                    "value", effect.value().raw()))
            .toList());
    return fields;
  }

  private Map<String, Object> command(Command command) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("device", command.device().value());
    fields.put("action", command.action());
    fields.put("arguments", raw(command.arguments()));
    return fields;
  }

  private Map<String, Object> outcome(CommandOutcome outcome) {
    Map<String, Object> fields = command(outcome.command());
    switch (outcome) {
      case CommandOutcome.Acknowledged done -> {
        fields.put("outcome", "acknowledged");
        fields.put("afterMillis", done.after().toMillis());
      }
      case CommandOutcome.Rejected rejected -> {
        fields.put("outcome", "rejected");
        fields.put("reason", rejected.reason());
      }
      case CommandOutcome.TimedOut timedOut -> {
        fields.put("outcome", "timed_out");
        fields.put("afterMillis", timedOut.waited().toMillis());
      }
      case CommandOutcome.Postponed postponed -> {
        fields.put("outcome", "postponed");
        fields.put("withinSeconds", postponed.within().toSeconds());
      }
      case CommandOutcome.Unreachable unreachable -> {
        fields.put("outcome", "unreachable");
        fields.put("reason", unreachable.reason());
      }
      case CommandOutcome.Unconfirmed unconfirmed -> {
        fields.put("outcome", "unconfirmed");
        fields.put("reason", unconfirmed.reason());
      }
    }
    return fields;
  }

  private static List<Map<String, String>> problems(List<Problem> problems) {
    return problems.stream()
        .map(problem -> Map.of("kind", problem.kind().word(), "what", problem.what()))
        .toList();
  }

  private static Object raw(Map<String, Value> values) {
    return new Value.Fields(values).raw();
  }
}
