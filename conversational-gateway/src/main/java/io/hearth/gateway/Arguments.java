package io.hearth.gateway;

import io.hearth.model.device.Action;
import io.hearth.model.device.Device;
import io.hearth.model.device.Effect;
import io.hearth.model.device.Property;
import io.hearth.model.device.Range;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The arguments of a command, from the slots of the request and the live state. */
final class Arguments {

  static final String DELTA = "delta";

  /** Where an argument is found when no slot has its own name, first come first served. */
  private static final Map<String, List<String>> SLOTS =
      Map.of(
          "title", List.of(Slots.MEDIA, Slots.TEXT),
          "type", List.of(Slots.MEDIA_TYPE),
          "program", List.of(Slots.TEXT),
          "item", List.of(Slots.TEXT),
          "name", List.of(Slots.TEXT),
          "label", List.of(Slots.TEXT),
          "message", List.of(Slots.TEXT),
          "area", List.of(Slots.AREA),
          "duration", List.of(Slots.DURATION));

  /** What is meant when nothing was said. */
  private static final Map<String, Value> UNSAID = Map.of("armed", Value.of("away"));

  /** Either arguments or what is wrong with them. */
  sealed interface Found {
    record Given(Map<String, Value> arguments) implements Found {}

    record Wrong(Problem problem) implements Found {}
  }

  private final Request request;
  private final Device device;
  private final Outlook outlook;

  Arguments(Request request, Device device, Outlook outlook) {
    this.request = request;
    this.device = device;
    this.outlook = outlook;
  }

  Found of(Action action) {
    Map<String, Value> arguments = new LinkedHashMap<>();
    for (String name : action.arguments()) {
      Optional<Value> value = value(name, name.equals(action.arguments().getFirst()));
      if (value.isEmpty()) {
        if (isNeeded(action, name)) {
          return new Found.Wrong(new Problem(Problem.Kind.UNCLEAR, missing(name)));
        }
        continue;
      }
      Optional<Property> property = device.property(name);
      Value wanted = property.map(p -> spelled(p, value.get())).orElse(value.get());
      if (property.isPresent() && property.get().problemWith(wanted).isPresent()) {
        return new Found.Wrong(problem(property.get(), wanted));
      }
      arguments.put(name, wanted);
    }
    return new Found.Given(arguments);
  }

  /** What was heard for an argument; the one value said is that of the first. */
  private Optional<Value> value(String name, boolean first) {
    if (name.equals(DELTA)) {
      return request.slot(Slots.DELTA);
    }
    if (request.slot(name).isPresent() && !name.equals(Slots.DELTA)) {
      return request.slot(name);
    }
    if (request.word(Slots.PROPERTY).filter(name::equals).isPresent()
        && request.slot(Slots.VALUE).isPresent()) {
      return request.slot(Slots.VALUE);
    }
    for (String slot : SLOTS.getOrDefault(name, List.of())) {
      if (request.slot(slot).isPresent()) {
        return request.slot(slot);
      }
    }
    if (SLOTS.containsKey(name)) {
      return Optional.empty();
    }
    Optional<Double> delta = request.number(Slots.DELTA);
    if (delta.isPresent() && device.property(name).isPresent()) {
      return absolute(device.property(name).get(), delta.get());
    }
    Optional<Value> heard = first ? request.slot(Slots.VALUE) : Optional.empty();
    return heard.or(() -> Optional.ofNullable(UNSAID.get(name)));
  }

  /** A relative change where the device only takes absolute values. */
  private Optional<Value> absolute(Property property, double delta) {
    return outlook
        .number(device.id(), property.name())
        .map(now -> Value.of(property.range().clamp(now + delta)));
  }

  private static boolean isNeeded(Action action, String name) {
    return name.equals(DELTA)
        || action.effects().stream()
            .anyMatch(e -> e instanceof Effect.SetFromArgument set && set.argument().equals(name));
  }

  private static String missing(String name) {
    return "which " + (name.equals(DELTA) ? "change" : words(name)) + " you want";
  }

  /** An option as the device spells it, whatever the case it was heard in. */
  private static Value spelled(Property property, Value value) {
    if (value instanceof Value.Text(String heard)) {
      String plain = heard.replace(' ', '_');
      return property.options().stream()
          .filter(option -> option.equalsIgnoreCase(heard) || option.equalsIgnoreCase(plain))
          .findFirst()
          .or(() -> within(property, heard))
          .map(Value::of)
          .orElse(value);
    }
    return value;
  }

  /** The one option that is said within more words: "a cup of coffee". */
  private static Optional<String> within(Property property, String heard) {
    String words = " " + heard.toLowerCase(Locale.ROOT) + " ";
    List<String> said =
        property.options().stream()
            .filter(o -> words.contains(" " + o.toLowerCase(Locale.ROOT).replace('_', ' ') + " "))
            .toList();
    return said.size() == 1 ? Optional.of(said.getFirst()) : Optional.empty();
  }

  private Problem problem(Property property, Value wanted) {
    String the = new Naming(outlook.home()).the(device);
    String said = Figures.say(wanted, property.unit());
    if (wanted instanceof Value.Number) {
      return new Problem(
          Problem.Kind.OUT_OF_RANGE,
          the + " takes " + range(property) + " for " + words(property.name()) + ", not " + said);
    }
    List<String> options = property.options().stream().map(o -> o.replace('_', ' ')).toList();
    String known = options.isEmpty() ? "" : "; it has " + Figures.and(options);
    return new Problem(
        Problem.Kind.UNSUPPORTED, the + " with the " + words(property.name()) + " " + said + known);
  }

  private static String range(Property property) {
    Range range = property.range();
    Unit unit = property.unit();
    if (range.max() == Double.MAX_VALUE) {
      return "at least " + Figures.say(Value.of(range.min()), unit);
    }
    return Figures.number(range.min()) + " to " + Figures.say(Value.of(range.max()), unit);
  }

  /** A camel-case name as words: "target temperature". */
  static String words(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }
}
