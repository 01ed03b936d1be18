package io.hearth.language;

import io.hearth.language.grammar.Parse;
import io.hearth.language.reference.Situation;
import io.hearth.language.words.Amount;
import io.hearth.language.words.Said;
import io.hearth.language.words.Span;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An earlier request once more, or with another value: "more", "make it 30 percent", "again". */
final class Revaluing {

  private final Situation situation;
  private final Parse parse;

  Revaluing(Situation situation, Parse parse) {
    this.situation = situation;
    this.parse = parse;
  }

  /** The request to make; empty where the earlier one cannot take the value. */
  Optional<Request> of(Request request) {
    Optional<Said> said =
        parse.fills().stream()
            .map(Parse.Fill::meaning)
            .filter(Said.class::isInstance)
            .map(Said.class::cast)
            .findFirst();
    if (said.isPresent()) {
      return valued(request, said.get());
    }
    Optional<Span> span = parse.get("duration", Span.class);
    if (span.isPresent()) {
      return request.slot(Slots.DURATION).isPresent()
          ? Optional.of(with(request, Slots.DURATION, Value.of(span.get().duration().toString())))
          : Optional.empty();
    }
    if (request.slot(Slots.DELTA).isPresent()) {
      return Optional.of(changed(request));
    }
    boolean plain =
        parse.form().constants().isEmpty() && parse.get("amount", Amount.class).isEmpty();
    return plain ? Optional.of(request) : Optional.empty();
  }

  private Optional<Request> valued(Request request, Said said) {
    if (said.value() instanceof Value.Fields && request.intent() == Intent.SET_COLOR) {
      return Optional.of(with(request, Slots.COLOR, said.value()));
    }
    boolean numeric =
        said.value() instanceof Value.Number
            && request.slot(Slots.VALUE).filter(Value.Number.class::isInstance).isPresent()
            && request.word(Slots.UNIT).filter(unit -> unit.equals(said.unit())).isPresent();
    return numeric
        ? Optional.of(new Limits(situation).checked(with(request, Slots.VALUE, said.value())))
        : Optional.empty();
  }

  /** The same change again, or the opposite for "less". */
  private Request changed(Request request) {
    double delta = request.number(Slots.DELTA).orElse(0.0);
    double factor =
        parse
            .get("amount", Amount.class)
            .filter(a -> a.kind() == Amount.Kind.STEPS)
            .map(Amount::number)
            .orElse(1.0);
    Value direction = parse.form().constants().get("direction");
    boolean less = direction != null && direction.isText("down");
    return with(request, Slots.DELTA, Value.of(delta * factor * (less ? -1 : 1)));
  }

  private static Request with(Request request, String slot, Value value) {
    Map<String, Value> slots = new LinkedHashMap<>(request.slots());
    slots.put(slot, value);
    return new Request(
        request.intent(),
        slots,
        request.targets(),
        Grounding.REFERRED,
        request.schedule(),
        request.problems());
  }
}
