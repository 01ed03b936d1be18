package io.hearth.language;

import io.hearth.language.grammar.Parse;
import io.hearth.language.reference.Grounded;
import io.hearth.language.reference.Situation;
import io.hearth.language.words.Amount;
import io.hearth.model.device.Device;
import io.hearth.model.device.Property;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.speech.Slots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A change of a property: "a bit brighter", "by 20 percent", "twice as loud". */
final class Change {

  private final Situation situation;
  private final Intent intent;
  private final Parse parse;
  private final Optional<Amount> amount;
  private final int sign;

  Change(Situation situation, Intent intent, Parse parse) {
    this.situation = situation;
    this.intent = intent;
    this.parse = parse;
    Optional<Amount> said = parse.get("amount", Amount.class);
    this.amount = said.isPresent() ? said : parse.get("factor", Amount.class);
    Value direction = parse.form().constants().get("direction");
    this.sign = direction != null && direction.isText("down") ? -1 : 1;
  }

  boolean isRelative() {
    return intent.word().startsWith("Adjust");
  }

  boolean isFactor() {
    return amount.filter(a -> a.kind() == Amount.Kind.FACTOR).isPresent()
        && DeviceIntents.setter(intent).isPresent();
  }

  /** The change as a signed number. */
  Request by(Grounded grounded, Map<String, Value> heard, Optional<Schedule> schedule) {
    Map<String, Value> slots = new LinkedHashMap<>(heard);
    slots.remove("amount");
    if (intent == Intent.ADJUST_TIMER) {
      slots.put(Slots.DELTA, Value.of(sign * seconds()));
      slots.put(Slots.UNIT, Value.of(Unit.SECOND.symbol()));
    } else {
      slots.put(Slots.DELTA, Value.of(sign * delta(grounded)));
      unit().ifPresent(unit -> slots.put(Slots.UNIT, Value.of(unit)));
    }
    return new Request(
        intent, slots, grounded.ids(), grounded.grounding(), schedule, grounded.problems());
  }

  private double seconds() {
    return parse
        .get("duration", io.hearth.language.words.Span.class)
        .map(span -> (double) span.duration().toSeconds())
        .orElse(60.0);
  }

  private double delta(Grounded grounded) {
    String type = grounded.devices().isEmpty() ? "" : grounded.devices().getFirst().type().id();
    double step = situation.lexicon().lexicon().step(intent.word(), type);
    return amount
        .map(a ->
            switch (a.kind()) {
              case ABSOLUTE -> a.number();
              case STEPS -> a.number() * step;
              case FACTOR -> 50.0;
            })
        .orElse(step);
  }

  private Optional<String> unit() {
    return switch (intent) {
      case ADJUST_TEMPERATURE -> Optional.of(Unit.CELSIUS.symbol());
      case ADJUST_COLOR_TEMPERATURE -> Optional.of(Unit.KELVIN.symbol());
      default -> Optional.of(Unit.PERCENT.symbol());
    };
  }

  /** Times what holds now, each device by itself; empty where nothing is known. */
  Optional<List<Request>> scaled(
      Grounded grounded, Map<String, Value> heard, Optional<Schedule> schedule) {
    Intent setter = DeviceIntents.setter(intent).orElse(intent);
    String name = DeviceIntents.property(intent).orElse("");
    List<Request> requests = new ArrayList<>();
    for (Device device : grounded.devices()) {
      Optional<Property> property = device.property(name);
      Optional<Value> now = situation.snapshot().value(device.id(), name);
      if (property.isPresent()
          && now.isPresent()
          && now.get() instanceof Value.Number(double current)) {
        double factor = amount.map(Amount::number).orElse(1.0);
        Map<String, Value> slots = new LinkedHashMap<>(heard);
        slots.remove("factor");
        slots.remove("amount");
        slots.put(Slots.VALUE, Value.of(property.get().range().clamp(Math.rint(current * factor))));
        slots.put(Slots.UNIT, Value.of(property.get().unit().symbol()));
        requests.add(
            new Request(
                setter, slots, List.of(device.id()), grounded.grounding(), schedule, List.of()));
      }
    }
    return requests.isEmpty() ? Optional.empty() : Optional.of(requests);
  }
}
