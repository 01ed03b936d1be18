package io.hearth.gateway.http;

import io.hearth.model.decision.Answer;
import io.hearth.model.decision.Decision;
import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.decision.Plan;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.decision.Ranked;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.state.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one written form of a turn, for the API, the page and the command line alike: maps, lists,
 * texts, whole numbers where whole, and null, ready for any JSON library. Every field is always
 * there.
 */
public final class TurnDocument {

  private final TurnRecord turn;
  private final Competition competition;
  private final Labels labels;

  private TurnDocument(TurnRecord turn, Home home) {
    this.turn = turn;
    this.competition = Competition.of(turn);
    this.labels = new Labels(home);
  }

  /**
   * Writes a turn.
   *
   * @param home gives the names
   * @return fields in the order of the contract
   */
  public static Map<String, @Nullable Object> of(TurnRecord turn, Home home) {
    return new TurnDocument(turn, home).fields();
  }

  private Map<String, @Nullable Object> fields() {
    List<Request> requests = competition.chosen().requests();
    List<Map<String, Object>> problems = problems().stream().map(TurnDocument::problem).toList();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", turn.id());
    fields.put("decision", turn.decision().word());
    fields.put("intent", competition.chosen().intent().word());
    fields.put("intents", requests.stream().map(request -> request.intent().word()).toList());
    fields.put("score", Figure.probability(competition.score()));
    fields.put("slots", slots(requests));
    fields.put("targets", targets(requests));
    fields.put("commands", commands().stream().map(c -> command(c.command())).toList());
    fields.put("effects", effects());
    fields.put("schedule", ScheduleDocument.of(requests).orElse(null));
    fields.put("answer", answer().map(TurnDocument::answer).orElse(null));
    fields.put("reply", turn.reply());
    fields.put("alternatives", alternatives());
    fields.put("evidence", competition.evidence());
    fields.put("problem", problems.isEmpty() ? null : problems.getFirst());
    fields.put("problems", problems);
    fields.put("heard", competition.chosen().heard());
    fields.put("why", turn.why());
    fields.put("outcomes", turn.outcomes().stream().map(OutcomeDocument::of).toList());
    fields.put("at", turn.utterance().at().toString());
    fields.put("dialogue", turn.utterance().dialogue().id());
    return fields;
  }

  /** The plan that is carried out, told, or waits for a yes. */
  private Optional<Plan> plan() {
    return switch (turn.decision()) {
      case Decision.Act act -> Optional.of(act.plan());
      case Decision.Answer answer -> Optional.of(answer.plan());
      case Decision.Confirm confirm -> Optional.of(confirm.plan());
      case Decision.Clarify clarify -> Optional.empty();
      case Decision.Decline decline -> Optional.empty();
    };
  }

  private List<PlannedCommand> commands() {
    return plan().map(Plan::commands).orElse(List.of());
  }

  private List<Problem> problems() {
    return turn.decision() instanceof Decision.Decline decline
        ? decline.problems()
        : plan().map(Plan::problems).orElse(List.of());
  }

  private Optional<Answer> answer() {
    return plan().flatMap(plan -> plan.answers().stream().findFirst());
  }

  /** The values heard in all requests; where two heard the same slot, the first one's. */
  private static Map<String, Object> slots(List<Request> requests) {
    Map<String, Object> slots = new LinkedHashMap<>();
    for (Request request : requests) {
      request.slots().forEach((name, value) -> slots.putIfAbsent(name, value.raw()));
    }
    return slots;
  }

  /** What was meant; where no device was ("undo that"), what is commanded or told about. */
  private List<String> targets(List<Request> requests) {
    List<String> meant = Labels.targets(requests);
    if (!meant.isEmpty()) {
      return meant;
    }
    Stream<DeviceId> touched =
        commands().isEmpty()
            ? plan().stream().flatMap(p -> p.answers().stream()).flatMap(a -> a.about().stream())
            : commands().stream().map(planned -> planned.command().device());
    return touched.distinct().map(DeviceId::value).toList();
  }

  private List<Map<String, Object>> effects() {
    return commands().stream()
        .flatMap(planned -> planned.effects().stream())
        .map(TurnDocument::effect)
        .toList();
  }

  private List<Map<String, Object>> alternatives() {
    return IntStream.range(0, competition.others().size())
        .mapToObj(i -> alternative(competition.others().get(i), i < competition.asked()))
        .toList();
  }

  private Map<String, Object> alternative(Ranked ranked, boolean candidate) {
    List<Request> requests = ranked.hypothesis().requests();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("intent", ranked.hypothesis().intent().word());
    fields.put("targets", Labels.targets(requests));
    fields.put("score", Figure.probability(ranked.probability()));
    fields.put("label", labels.of(ranked.hypothesis()));
    fields.put("candidate", candidate);
    return fields;
  }

  static Map<String, Object> command(Command command) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    command.arguments().forEach((name, value) -> arguments.put(name, value.raw()));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("device", command.device().value());
    fields.put("action", command.action());
    fields.put("args", arguments);
    return fields;
  }

  private static Map<String, Object> effect(ExpectedEffect effect) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("device", effect.device().value());
    fields.put("property", effect.property());
    fields.put("value", effect.value().raw());
    return fields;
  }

  private static Map<String, @Nullable Object> answer(Answer answer) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("value", answer.value().map(Value::raw).orElse(null));
    fields.put("unit", answer.unit() == Unit.NONE ? null : answer.unit().symbol());
    return fields;
  }

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", problem.kind().word());
    fields.put("what", problem.what());
    return fields;
  }
}
