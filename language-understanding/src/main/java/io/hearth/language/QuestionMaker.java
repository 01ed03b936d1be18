package io.hearth.language;

import io.hearth.language.grammar.Parse;
import io.hearth.language.reference.Grounded;
import io.hearth.language.reference.Need;
import io.hearth.language.reference.Situation;
import io.hearth.language.words.Asked;
import io.hearth.language.words.Claim;
import io.hearth.language.words.Quantifier;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Property;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the requests that ask what is true of devices. */
final class QuestionMaker {

  private static final Map<String, Double> TELLING =
      Map.of("sensor", 1.0, "binary_sensor", 1.0, "thermostat", 0.8, "weather", 0.5);
  private static final double LESS_TELLING = 0.6;

  private final Situation situation;
  private final TargetFinder targets;

  QuestionMaker(Situation situation) {
    this.situation = situation;
    this.targets = new TargetFinder(situation);
  }

  List<Draft> drafts(Parse parse) {
    if (parse.form().constants().containsKey(Comparison.SIGN)) {
      return new Comparison(situation).drafts(parse);
    }
    List<Query> queries = queries(parse);
    boolean claim = queries.stream().anyMatch(q -> q.expected().isPresent());
    boolean group = claim || parse.form().scope().equals("everywhere");
    QuestionNeed need = new QuestionNeed(situation, queries, !group);
    List<Draft> drafts = new ArrayList<>();
    for (Grounded grounded : grounded(parse, need)) {
      double weight = grounded.weight();
      Optional<Request> request = request(parse, queries, grounded);
      if (request.isPresent()) {
        if (!group) {
          weight *= telling(grounded);
        }
        drafts.add(
            new Draft(
                List.of(request.get()),
                parse.fit(),
                parse.form().weight(),
                weight,
                parse.explanation()));
      }
    }
    return drafts;
  }

  private List<Grounded> grounded(Parse parse, QuestionNeed need) {
    boolean detection = parse.form().constants().containsKey("detection");
    if (detection) {
      return targets.everywhere(need, TargetFinder.place(parse));
    }
    List<Grounded> found = targets.find(parse, need);
    return found.isEmpty() && TargetFinder.target(parse).isEmpty() ? nothing(parse) : found;
  }

  /** Nothing in the home tells what is asked. */
  private static List<Grounded> nothing(Parse parse) {
    return parse
        .get(Slots.PROPERTY, Asked.class)
        .map(asked -> new Problem(Problem.Kind.NO_SUCH_DEVICE, asked.word() + " sensor"))
        .map(problem ->
            List.of(new Grounded(List.of(), Grounding.NONE, 1, Map.of(), List.of(problem))))
        .orElse(List.of());
  }

  /** Sensors tell best; what was named tells whatever it is. */
  private double telling(Grounded grounded) {
    if (grounded.devices().isEmpty() || grounded.grounding() == Grounding.NAMED) {
      return 1;
    }
    return TELLING.getOrDefault(grounded.devices().getFirst().type().id(), LESS_TELLING);
  }

  private static List<Query> queries(Parse parse) {
    List<Query> queries = new ArrayList<>();
    Map<String, Value> constants = parse.form().constants();
    Optional<Claim> claim = parse.get("state", Claim.class);
    if (claim.isPresent()) {
      claim.get().expectations().forEach(e -> queries.add(Query.of(e)));
      return queries;
    }
    if (constants.containsKey("people")) {
      queries.add(new Query("occupied", Optional.of(Value.of(true))));
      queries.add(new Query("motion", Optional.of(Value.of(true))));
      return queries;
    }
    Value property = constants.get(Slots.PROPERTY);
    Optional<Value> expected = Optional.ofNullable(constants.get(Slots.EXPECTED));
    if (property instanceof Value.Text(String name)) {
      queries.add(new Query(name, expected));
      return queries;
    }
    boolean detection = constants.containsKey("detection");
    parse
        .get("property", Asked.class)
        .ifPresentOrElse(
            asked ->
                asked
                    .properties()
                    .forEach(name ->
                        queries.add(
                            new Query(
                                name, detection ? Optional.of(Value.of(true)) : Optional.empty()))),
            () -> queries.add(new Query("", Optional.empty())));
    return queries;
  }

  private Optional<Request> request(Parse parse, List<Query> queries, Grounded grounded) {
    Map<String, Value> slots = new LinkedHashMap<>(grounded.slots());
    slots.putAll(Values.of(parse));
    quantifier(parse).ifPresent(word -> slots.put(Slots.QUANTIFIER, Value.of(word)));
    slots.remove(Slots.PROPERTY);
    if (grounded.devices().isEmpty()) {
      queries.stream().findFirst().ifPresent(q -> q.addTo(slots, q.property()));
      return Optional.of(
          new Request(
              Intent.QUERY_STATE,
              slots,
              List.of(),
              grounded.grounding(),
              Optional.empty(),
              grounded.problems()));
    }
    Optional<Query> query = firstFor(queries, grounded.devices());
    boolean weather =
        grounded.devices().getFirst().type().id().equals("weather")
            && query.filter(q -> q.property().isEmpty()).isPresent();
    if (query.isEmpty() || weather) {
      return Optional.empty();
    }
    String name =
        query.get().property().isEmpty()
            ? mainProperty(grounded.devices().getFirst())
            : query.get().property();
    query.get().addTo(slots, name);
    List<DeviceId> able =
        grounded.devices().stream()
            .filter(d -> queries.stream().anyMatch(q -> q.isAbout(situation, d)))
            .map(Device::id)
            .toList();
    return Optional.of(
        new Request(
            Intent.QUERY_STATE,
            slots,
            able,
            grounded.grounding(),
            Optional.empty(),
            grounded.problems()));
  }

  /** "any window": how it counts may be said with the thing instead of in the form. */
  private static Optional<String> quantifier(Parse parse) {
    boolean one =
        Optional.ofNullable(parse.form().constants().get(Slots.QUANTIFIER))
            .filter(value -> value.isText("one"))
            .isPresent();
    return one
        ? TargetFinder.quantifier(parse)
            .filter(q -> q != Quantifier.NONE && q != Quantifier.BOTH)
            .map(q -> q.name().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private Optional<Query> firstFor(List<Query> queries, List<Device> devices) {
    for (Query query : queries) {
      if (devices.stream().anyMatch(d -> query.isAbout(situation, d))) {
        return Optional.of(query);
      }
    }
    return Optional.empty();
  }

  /** What a device mainly tells: what its kind measures, else its first property. */
  private static String mainProperty(Device device) {
    if (device.kind().flatMap(device::property).isPresent()) {
      return device.kind().orElse("");
    }
    List<Property> properties = device.properties();
    if (device.property("temperature").isPresent() && device.type().id().equals("thermostat")) {
      return "temperature";
    }
    return properties.isEmpty() ? "" : properties.getFirst().name();
  }

  /** Whether a device tells any of what is asked. */
  private record QuestionNeed(Situation situation, List<Query> queries, boolean each)
      implements Need {

    @Override
    public boolean fits(Device device) {
      return queries.stream().anyMatch(query -> query.isAbout(situation, device));
    }

    @Override
    public boolean isQuestion() {
      return true;
    }
  }
}
