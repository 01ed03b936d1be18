package io.hearth.gateway;

import io.hearth.context.ContextEngine;
import io.hearth.language.Interpreter;
import io.hearth.model.FakeClock;
import io.hearth.model.decision.Decision;
import io.hearth.model.decision.Plan;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Utterance;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import io.hearth.rules.Reranker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole chain on a house with a device of every type, on a Monday at half past eight in the
 * morning. What comes of a sentence is told in one line: the decision, the intents, and after a bar
 * what would hold or is told, when, and what is wrong.
 */
final class FullHouse {

  private static final Instant MORNING = Instant.parse("2026-03-02T07:30:00Z");
  private static final Interpreter INTERPRETER = Interpreter.english();
  private static final Reranker RERANKER = new Reranker();
  private static final DescribedHome HOME =
      new HomeFiles(Catalogues.builtIn()).read(resource("full-home.yaml"), "full-home.yaml");

  private final BatchTurns batch =
      new BatchTurns(
          new ContextEngine(HOME.home(), HOME.states(), new FakeClock(MORNING)),
          new Turns(INTERPRETER::hypotheses, RERANKER::rerank, PolicyConfig.standard()));
  private final String area;
  private Instant now = MORNING;
  private int count;

  FullHouse(String area) {
    this.area = area;
  }

  static String resource(String name) {
    try (InputStream in = FullHouse.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String areaOf(String device) {
    return HOME.home().devices().stream()
        .filter(d -> d.id().value().equals(device))
        .findFirst()
        .flatMap(d -> d.area())
        .map(AreaId::value)
        .orElse("");
  }

  TurnRecord hear(String text) {
    now = now.plusSeconds(10);
    Utterance utterance =
        new Utterance(
            "u" + ++count,
            Transcript.of(text),
            Optional.of(new AreaId(area)),
            Optional.empty(),
            Optional.empty(),
            now,
            Dialogue.fresh("d"));
    return batch.take(utterance, BatchTurns.Facts.none(), Optional.of("d"));
  }

  /** What comes of a sentence, in one line. */
  static String told(TurnRecord turn) {
    return switch (turn.decision()) {
      case Decision.Act(Plan plan) -> line("act", plan);
      case Decision.Answer(Plan plan) -> line("answer", plan);
      case Decision.Confirm(Plan plan, String reason) -> line("confirm", plan);
      case Decision.Clarify(var candidates) ->
          "clarify | "
              + candidates.stream()
                  .map(c -> c.hypothesis().requests().getFirst())
                  .map(r -> r.intent().word() + " " + ids(r.targets()))
                  .collect(Collectors.joining(", "));
      case Decision.Decline(var problems) -> "decline | " + problems(problems);
    };
  }

  private static String line(String decision, Plan plan) {
    List<Request> requests = plan.hypothesis().requests();
    String intents =
        requests.stream().map(r -> r.intent().word()).distinct().collect(Collectors.joining("+"));
    List<String> rest = new ArrayList<>();
    plan.commands().forEach(command -> rest.add(command(command)));
    if (plan.commands().isEmpty()) {
      plan.answers().stream()
          .map(answer ->
              (ids(answer.about()) + answer.value().map(v -> "=" + v.raw()).orElse("")).strip())
          .filter(text -> !text.isEmpty())
          .forEach(rest::add);
    }
    requests.stream()
        .flatMap(r -> r.schedule().stream())
        .distinct()
        .forEach(s -> rest.add(when(s)));
    if (!plan.problems().isEmpty()) {
      rest.add(problems(plan.problems()));
    }
    return (decision + " " + intents + " | " + String.join(", ", rest)).strip();
  }

  private static String command(PlannedCommand planned) {
    String device = planned.command().device().value();
    String done =
        device
            + "."
            + planned.command().action()
            + planned.command().arguments().values().stream()
                .map(FullHouse::value)
                .collect(Collectors.joining(" ", "(", ")"))
                .replace("()", "");
    Stream<String> values =
        planned.effects().stream().map(e -> e.property() + "=" + value(e.value()));
    return done + values.collect(Collectors.joining(" ", " ", "")).stripTrailing();
  }

  private static String value(Value value) {
    if (value instanceof Value.Fields(var fields)
        && fields.get("name") instanceof Value.Text(var name)) {
      return name;
    }
    return String.valueOf(value.raw());
  }

  private static String when(Schedule schedule) {
    String at =
        switch (schedule) {
          case Schedule.At(var time, var lasting) -> "at " + time.toLocalDateTime();
          case Schedule.After(Duration delay, var lasting) -> "after " + delay;
          case Schedule.Every(String rule, var lasting) -> "every " + rule;
          case Schedule.NowFor(Duration duration) -> "now";
        };
    return at + schedule.lasting().map(d -> " for " + d).orElse("");
  }

  private static String ids(List<DeviceId> ids) {
    return ids.stream().map(DeviceId::value).collect(Collectors.joining(" "));
  }

  private static String problems(List<Problem> problems) {
    return problems.stream()
        .map(problem -> "!" + problem.kind().name().toLowerCase(java.util.Locale.ROOT))
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
