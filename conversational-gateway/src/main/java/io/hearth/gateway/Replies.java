package io.hearth.gateway;

import io.hearth.model.decision.Answer;
import io.hearth.model.decision.Decision;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.decision.Ranked;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.ContextSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts what was decided and what really happened into words. */
final class Replies {

  private final Phrases phrases;
  private final ActionPhrases actions;
  private final Choices choices;
  private final Problems problems;

  Replies(Phrases phrases) {
    this.phrases = phrases;
    this.actions = new ActionPhrases(phrases);
    this.choices = new Choices(phrases, actions);
    this.problems = new Problems(phrases);
  }

  ActionPhrases actions() {
    return actions;
  }

  String reply(Verdict verdict, Run run, List<Carried> carried, ContextSnapshot moment) {
    Draft draft = verdict.draft();
    return switch (verdict.decision()) {
      case Decision.Act act -> told(draft, run, carried, moment);
      case Decision.Answer answer -> told(draft, run, carried, moment);
      case Decision.Clarify(List<Ranked> asked) -> which(verdict, asked, moment.home());
      case Decision.Confirm confirm -> whether(draft, moment);
      case Decision.Decline decline ->
          joined(problems.say(decline.problems(), List.of(), moment.home()));
    };
  }

  private String which(Verdict verdict, List<Ranked> asked, Home home) {
    List<Candidate> candidates =
        verdict.candidates().stream().filter(c -> asked.contains(c.ranked())).toList();
    return Figures.capital(
        phrases.say(
            "ask.which",
            Map.of("choice", Figures.or(List.copyOf(choices.byName(candidates, home).keySet())))));
  }

  private String whether(Draft draft, ContextSnapshot moment) {
    List<String> wishes =
        draft.parts().stream()
            .filter(part -> !part.commands().isEmpty())
            .map(part ->
                actions.doing(part.request(), part.commands(), moment.home())
                    + when(part.request(), moment))
            .toList();
    List<String> sentences =
        new ArrayList<>(problems.say(draft.plan().problems(), List.of(), moment.home()));
    sentences.add(phrases.say("ask.confirm", Map.of("do", Figures.and(wishes))));
    return joined(sentences);
  }

  private String told(Draft draft, Run run, List<Carried> carried, ContextSnapshot moment) {
    List<String> sentences = new ArrayList<>();
    List<DeviceId> told = new ArrayList<>();
    for (Part part : draft.parts()) {
      if (part.isLater() && !part.commands().isEmpty()) {
        sentences.add(kept(part, run, moment));
      } else {
        sentences.addAll(done(part, carried, moment));
      }
      for (Answer answer : part.answers()) {
        sentences.add(answer.reply());
        told.addAll(answer.about());
      }
    }
    sentences.addAll(problems.say(draft.plan().problems(), told, moment.home()));
    return joined(sentences.stream().distinct().toList());
  }

  /** One sentence for each way in which commands of a part ended. */
  private List<String> done(Part part, List<Carried> carried, ContextSnapshot moment) {
    Map<String, List<Carried>> groups = new LinkedHashMap<>();
    carried.stream()
        .filter(one -> part.commands().contains(one.planned()))
        .forEach(one -> groups.computeIfAbsent(group(one, part), k -> new ArrayList<>()).add(one));
    return groups.values().stream().map(group -> ended(part, group, moment)).toList();
  }

  private static String group(Carried one, Part part) {
    boolean mixed = part.request().targets().isEmpty(); // e.g. an undo of several things
    return one.ending()
        + (mixed ? one.planned().command().action() : "")
        + (one.outcome() instanceof CommandOutcome.Rejected rejected ? rejected.reason() : "")
        + (one.outcome() instanceof CommandOutcome.Postponed(var command, var within) ? within : "")
        + one.obstructed();
  }

  private String ended(Part part, List<Carried> group, ContextSnapshot moment) {
    Request request = part.request();
    List<PlannedCommand> commands = group.stream().map(Carried::planned).toList();
    Carried first = group.getFirst();
    if (first.ending() != Ending.DONE) {
      String reason =
          first.outcome() instanceof CommandOutcome.Rejected rejected ? rejected.reason() : "";
      String span =
          first.outcome() instanceof CommandOutcome.Postponed(var command, var within)
              ? Figures.span(within)
              : "";
      Map<String, Object> more =
          Map.of("reason", reason, "obstructed", first.obstructed(), "span", span);
      return actions.outcome(first.ending().key(), request, commands, moment.home(), more);
    }
    String done = actions.done(request, commands, moment.home());
    return request
        .schedule()
        .flatMap(Schedule::lasting)
        .map(lasting ->
            phrases.say("later.for", Map.of("done", done, "span", Figures.span(lasting))))
        .orElse(done);
  }

  private String kept(Part part, Run run, ContextSnapshot moment) {
    Schedule schedule = part.request().schedule().orElseThrow();
    String wish = actions.doing(part.request(), part.commands(), moment.home());
    String kept =
        switch (schedule) {
          case Schedule.At at ->
              phrases.say(
                  "later.at",
                  Map.of("time", Figures.moment(at.time(), moment.localTime()), "do", wish));
          case Schedule.After after ->
              phrases.say("later.after", Map.of("span", Figures.span(after.delay()), "do", wish));
          case Schedule.Every every ->
              phrases.say("later.every", Map.of("rule", said(every), "do", wish));
          case Schedule.NowFor now -> wish;
        };
    if (run.refused().contains(part)) {
      return phrases.say("later.full", Map.of("do", wish));
    }
    return schedule
        .lasting()
        .map(span -> phrases.say("later.lasting", Map.of("kept", kept, "span", Figures.span(span))))
        .orElse(kept);
  }

  private static String said(Schedule.Every every) {
    return Recurrence.of(every.rule()).map(Recurrence::said).orElse(every.rule());
  }

  private static String when(Request request, ContextSnapshot moment) {
    Optional<Schedule> schedule = request.schedule();
    if (schedule.isEmpty()) {
      return "";
    }
    return switch (schedule.get()) {
      case Schedule.At at -> " at " + Figures.moment(at.time(), moment.localTime());
      case Schedule.After after -> " in " + Figures.span(after.delay());
      case Schedule.Every every -> " " + said(every).toLowerCase(Locale.ROOT);
      case Schedule.NowFor now -> " for " + Figures.span(now.duration());
    };
  }

  private static String joined(List<String> sentences) {
    return String.join(" ", sentences);
  }
}
