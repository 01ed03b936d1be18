package io.hearth.language;

import io.hearth.language.grammar.Form;
import io.hearth.language.grammar.Parse;
import io.hearth.language.reference.Situation;
import io.hearth.language.words.Phrase;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes requests of a parse: the form's intent, its values, and every way to take its devices. */
final class RequestMaker {

  private static final double NEGATED = 0.8;

  private final Situation situation;
  private final CommandMaker commands;
  private final QuestionMaker questions;
  private final PlayMaker plays;

  RequestMaker(Situation situation) {
    this.situation = situation;
    this.commands = new CommandMaker(situation);
    this.questions = new QuestionMaker(situation);
    this.plays = new PlayMaker(situation);
  }

  List<Draft> drafts(Parse parse) {
    Optional<Intent> intent = parse.form().intent();
    if (intent.isEmpty() || TargetFinder.isCrowded(parse)) {
      return List.of();
    }
    if (isNegated(parse)) {
      return List.of(negated(parse));
    }
    List<Draft> drafts = drafts(parse, intent.get());
    if (parse.form().strict()) {
      drafts = drafts.stream().filter(Draft::isPossible).toList();
    }
    drafts = drafts.stream().filter(draft -> isOfSuch(parse.form(), draft)).toList();
    Optional<String> condition = parse.get("condition", Phrase.class).map(Phrase::text);
    boolean command = intent.get().group() == Intent.Group.DEVICE;
    if (condition.isPresent() && !command) {
      return List.of(); // "when will I be paid again" asks for nothing again
    }
    return condition.isPresent()
        ? drafts.stream().limit(1).map(d -> conditional(d, condition.get())).toList()
        : drafts;
  }

  /** Whether the devices are things of which the form means this. */
  private boolean isOfSuch(Form form, Draft draft) {
    Set<DeviceId> only = devices(form.of());
    Set<DeviceId> not = devices(form.unlike());
    List<DeviceId> meant = draft.devices();
    return (form.of().isEmpty() || (!meant.isEmpty() && only.containsAll(meant)))
        && meant.stream().noneMatch(not::contains);
  }

  private Set<DeviceId> devices(List<String> things) {
    Set<DeviceId> devices = new HashSet<>();
    for (String id : things) {
      situation
          .lexicon()
          .lexicon()
          .thing(id)
          .map(situation.lexicon()::devices)
          .orElse(List.of())
          .forEach(device -> devices.add(device.id()));
    }
    return devices;
  }

  /** What is to happen on a condition is understood, but nothing of it may happen now. */
  private static Draft conditional(Draft draft, String condition) {
    List<Request> requests =
        draft.requests().stream()
            .map(r ->
                new Request(
                    r.intent(),
                    r.slots(),
                    List.of(),
                    r.grounding(),
                    r.schedule(),
                    List.of(new Problem(Problem.Kind.UNSUPPORTED, condition))))
            .toList();
    return new Draft(requests, draft.fit(), draft.form(), draft.weight(), draft.parse());
  }

  private List<Draft> drafts(Parse parse, Intent intent) {
    return switch (intent) {
      case QUERY_STATE -> questions.drafts(parse);
      case PLAY -> plays.drafts(parse);
      case QUERY_TIME, QUERY_DATE -> List.of(plain(parse, intent));
      default ->
          intent.group() == Intent.Group.DIALOGUE
              ? List.of(plain(parse, intent))
              : commands.drafts(parse, intent);
    };
  }

  private static Draft plain(Parse parse, Intent intent) {
    Map<String, Value> slots = new LinkedHashMap<>(Values.of(parse));
    Request request =
        new Request(intent, slots, List.of(), Grounding.NONE, Optional.empty(), List.of());
    return new Draft(List.of(request), parse.fit(), parse.form().weight(), 1, parse.explanation());
  }

  /** "do not turn off the light". */
  private static boolean isNegated(Parse parse) {
    return parse.has("negation")
        && parse.form().intent().filter(i -> i.group() == Intent.Group.DEVICE).isPresent();
  }

  private static Draft negated(Parse parse) {
    List<String> lines = new ArrayList<>(parse.explanation());
    lines.add("said not to");
    return new Draft(List.of(Request.of(Intent.CANCEL)), parse.fit(), NEGATED, 1, lines);
  }
}
