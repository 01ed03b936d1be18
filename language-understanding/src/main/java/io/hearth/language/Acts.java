package io.hearth.language;

import io.hearth.language.grammar.Parse;
import io.hearth.language.reference.Situation;
import io.hearth.language.reference.Target;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Dialogue.PendingQuestion;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What only has a meaning after something was said: yes, no, corrections, "and the bedroom?". */
final class Acts {

  /** The mark in a hypothesis's parse that it was asked about and agreed to. */
  static final String CONFIRMED = "confirmed";

  private final Situation situation;
  private final Dialogue dialogue;
  private final List<Request> before;

  /**
   * What is said against.
   *
   * @param before requests said just before in the same utterance
   */
  Acts(Situation situation, Dialogue dialogue, List<Request> before) {
    this.situation = situation;
    this.dialogue = dialogue;
    this.before = before;
  }

  List<Draft> drafts(Parse parse) {
    return switch (parse.form().act()) {
      case "yes" -> yes(parse);
      case "no" -> no(parse);
      case "correct" -> corrected(parse);
      case "same" -> retargeted(parse, previous());
      case "again" -> again(parse);
      case "choose" -> chosen(parse);
      default -> throw new IllegalStateException("the grammar has an act " + parse.form().act());
    };
  }

  private List<Draft> yes(Parse parse) {
    return pending()
        .map(hypothesis -> List.of(draft(parse, hypothesis.requests(), 1).noted(CONFIRMED)))
        .orElse(List.of());
  }

  /** What "yes" would agree to. */
  private Optional<Hypothesis> pending() {
    return dialogue
        .question()
        .filter(PendingQuestion.Whether.class::isInstance)
        .map(question -> ((PendingQuestion.Whether) question).hypothesis());
  }

  private List<Draft> no(Parse parse) {
    if (TargetFinder.target(parse).isPresent()) {
      return List.of(); // "stop the vacuum" is about the vacuum
    }
    double weight = dialogue.question().isPresent() ? 1 : 0.5;
    return List.of(draft(parse, List.of(Request.of(Intent.CANCEL)), weight));
  }

  /** The newest request: of this utterance, of the open question, of an earlier turn. */
  private Optional<Request> previous() {
    if (!before.isEmpty()) {
      return Optional.of(before.getLast());
    }
    if (dialogue.question().isPresent() && isNewest(dialogue.question().get())) {
      return switch (dialogue.question().get()) {
        case PendingQuestion.Whether whether ->
            Optional.of(whether.hypothesis().requests().getFirst());
        case PendingQuestion.Which which ->
            which.candidates().stream().findFirst().map(h -> h.requests().getFirst());
      };
    }
    return dialogue.history().stream().findFirst().map(Dialogue.Said::request);
  }

  /** Whether nothing was asked in between. */
  private boolean isNewest(PendingQuestion question) {
    return dialogue.history().stream()
        .findFirst()
        .filter(said -> said.at().isAfter(question.askedAt()))
        .isEmpty();
  }

  private List<Draft> corrected(Parse parse) {
    Optional<Request> previous = previous();
    if (previous.isPresent()
        && TargetFinder.target(parse).isEmpty()
        && TargetFinder.place(parse).isEmpty()) {
      return retarget(parse, previous.get()).to(Retargeting.other());
    }
    return retargeted(parse, previous);
  }

  private List<Draft> retargeted(Parse parse, Optional<Request> previous) {
    if (previous.isEmpty()) {
      return List.of();
    }
    Retargeting retargeting = retarget(parse, previous.get());
    Optional<Target> target = TargetFinder.target(parse);
    return target.isPresent()
        ? retargeting.to(target.get())
        : TargetFinder.place(parse).map(retargeting::to).orElse(List.of());
  }

  private Retargeting retarget(Parse parse, Request previous) {
    return new Retargeting(situation, parse, previous);
  }

  private List<Draft> again(Parse parse) {
    return previous()
        .flatMap(request -> new Revaluing(situation, parse).of(request))
        .map(request -> List.of(draft(parse, List.of(request), 1)))
        .orElse(List.of());
  }

  private List<Draft> chosen(Parse parse) {
    if (!(dialogue.question().orElse(null) instanceof PendingQuestion.Which which)) {
      return List.of();
    }
    List<Hypothesis> candidates = which.candidates();
    if (parse.form().constants().containsKey("all")) {
      List<Request> all = new ArrayList<>();
      candidates.forEach(candidate -> all.addAll(candidate.requests()));
      return List.of(draft(parse, all, 1).noted("chosen"));
    }
    Optional<Double> number =
        parse
            .get("ordinal", io.hearth.language.words.Said.class)
            .map(said -> said.value() instanceof Value.Number(double n) ? n : 0.0);
    int index = number.map(n -> n < 0 ? candidates.size() - 1 : n.intValue() - 1).orElse(-1);
    return index >= 0 && index < candidates.size()
        ? List.of(draft(parse, candidates.get(index).requests(), 1).noted("chosen"))
        : List.of();
  }

  private static Draft draft(Parse parse, List<Request> requests, double weight) {
    return new Draft(requests, parse.fit(), parse.form().weight(), weight, parse.explanation());
  }
}
