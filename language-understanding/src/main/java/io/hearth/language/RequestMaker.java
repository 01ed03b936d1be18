package io.hearth.language;

import io.hearth.language.grammar.Parse;
import io.hearth.language.reference.Situation;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes requests of a parse: the form's intent, its values, and every way to take its devices. */
final class RequestMaker {

  private static final double NEGATED = 0.8;

  private final CommandMaker commands;
  private final QuestionMaker questions;
  private final PlayMaker plays;

  RequestMaker(Situation situation) {
    this.commands = new CommandMaker(situation);
    this.questions = new QuestionMaker(situation);
    this.plays = new PlayMaker(situation);
  }

  List<Draft> drafts(Parse parse) {
    Optional<Intent> intent = parse.form().intent();
    if (intent.isEmpty()) {
      return List.of();
    }
    if (isNegated(parse)) {
      return List.of(negated(parse));
    }
    return switch (intent.get()) {
      case QUERY_STATE -> questions.drafts(parse);
      case PLAY -> plays.drafts(parse);
      case QUERY_TIME, QUERY_DATE -> List.of(plain(parse, intent.get()));
      default ->
          intent.get().group() == Intent.Group.DIALOGUE
              ? List.of(plain(parse, intent.get()))
              : commands.drafts(parse, intent.get());
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
