package io.hearth.language;

import io.hearth.language.grammar.Parse;
import io.hearth.language.reference.Grounded;
import io.hearth.language.reference.ImpliedGrounder;
import io.hearth.language.reference.Need;
import io.hearth.language.reference.Place;
import io.hearth.language.reference.Situation;
import io.hearth.model.device.Device;
import io.hearth.model.device.Trait;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Questions that compare: "is it warmer inside than outside?", "which room is the warmest?". What
 * is compared with is told by the slot {@code than}, ids of devices; the quantifier is {@code more}
 * or {@code less} of two places, {@code most} or {@code least} of all rooms.
 */
final class Comparison {

  /** The constant of forms that compare. */
  static final String SIGN = "compare";

  private static final Set<String> TELLING = Set.of("sensor", "thermostat", "weather");

  private final Situation situation;

  Comparison(Situation situation) {
    this.situation = situation;
  }

  List<Draft> drafts(Parse parse) {
    String property = Values.of(parse).get(Slots.PROPERTY) instanceof Value.Text(String p) ? p : "";
    Optional<Place> where =
        parse.get("where", Place.class).or(() -> parse.get("place_adjunct", Place.class));
    Optional<Place> than = parse.get("than", Place.class);
    boolean two = than.isPresent() || parse.form().scope().equals("here");
    Place here = new Place.Here("here");
    List<Device> first = telling(property, two ? where.or(() -> Optional.of(here)) : where);
    List<Device> second = two ? telling(property, than.or(() -> Optional.of(here))) : List.of();
    if (!two) {
      first = first.stream().filter(d -> !d.hasTrait(Trait.OUTDOOR)).toList();
    }
    Map<String, Value> slots = new LinkedHashMap<>(Values.of(parse));
    slots.keySet().removeAll(Set.of(SIGN, "where", "than"));
    if (two) {
      List<Value> ids = second.stream().map(d -> Value.of(d.id().value())).toList();
      slots.put("than", new Value.Items(ids));
    }
    List<Device> all = new ArrayList<>(first);
    second.stream().filter(d -> !all.contains(d)).forEach(all::add);
    boolean missing = first.isEmpty() || (two && second.isEmpty());
    Request request =
        new Request(
            Intent.QUERY_STATE,
            slots,
            missing ? List.of() : all.stream().map(Device::id).toList(),
            Grounding.AREA,
            Optional.empty(),
            missing
                ? List.of(new Problem(Problem.Kind.NO_SUCH_DEVICE, property + " sensor there"))
                : List.of());
    return List.of(
        new Draft(List.of(request), parse.fit(), parse.form().weight(), 1, parse.explanation()));
  }

  /** What tells a property of a place: its sensors, else what measures it by the way. */
  private List<Device> telling(String property, Optional<Place> place) {
    Need need =
        new Need() {
          @Override
          public boolean fits(Device device) {
            return device.property(property).isPresent() && TELLING.contains(device.type().id());
          }

          @Override
          public boolean isQuestion() {
            return true;
          }

          @Override
          public boolean each() {
            return false;
          }
        };
    List<Device> found =
        new ImpliedGrounder(situation, need)
            .ground(List.of(), "everywhere", place).stream()
                .findFirst()
                .map(Grounded::devices)
                .orElse(List.of());
    List<Device> sensors = found.stream().filter(d -> d.type().id().equals("sensor")).toList();
    return sensors.isEmpty() ? found : sensors;
  }
}
