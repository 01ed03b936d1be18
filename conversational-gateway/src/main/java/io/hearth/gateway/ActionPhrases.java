package io.hearth.gateway;

import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.device.Action;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.Property;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Speaks about an action in its tenses: what will be done, is done, is being done, holds already.
 */
final class ActionPhrases {

  private static final String OTHER = "other";

  private final Phrases phrases;

  ActionPhrases(Phrases phrases) {
    this.phrases = phrases;
  }

  /** "open the garage door". */
  String doing(Request request, List<PlannedCommand> commands, Home home) {
    return say("do", request, commands, home).orElseThrow();
  }

  /** "The garage door is open." */
  String done(Request request, List<PlannedCommand> commands, Home home) {
    return say("done", request, commands, home).orElseThrow();
  }

  /** "The garage door is opening.", for what takes its time. */
  Optional<String> underWay(Request request, List<PlannedCommand> commands, Home home) {
    return say("doing", request, commands, home);
  }

  /** "The garage door is already open." */
  String already(Request request, List<ExpectedEffect> effects, Home home) {
    Map<String, Object> variables = variables(request, effects, devices(effects), home);
    String intent = byEffect(request.intent(), effects);
    return phrase(intent, "already", variables).orElseThrow();
  }

  /** A sentence on how commands ended, by its key. */
  String outcome(
      String key,
      Request request,
      List<PlannedCommand> commands,
      Home home,
      Map<String, Object> more) {
    Map<String, Object> variables =
        variables(request, effects(commands), devicesOf(commands), home);
    variables.put("do", doing(request, commands, home));
    variables.putAll(more);
    return Figures.capital(phrases.say("outcome." + key, variables));
  }

  private Optional<String> say(
      String tense, Request request, List<PlannedCommand> commands, Home home) {
    List<DeviceId> devices = commands.isEmpty() ? request.targets() : devicesOf(commands);
    Map<String, Object> variables = variables(request, effects(commands), devices, home);
    String intent = byEffect(intentOf(request, commands, home), effects(commands));
    return tense.equals("doing")
        ? phrases.find("intents." + intent + ".doing", variables).map(Figures::capital)
        : phrase(intent, tense, variables);
  }

  private Optional<String> phrase(String intent, String tense, Map<String, Object> variables) {
    Function<String, String> key = name -> "intents." + name + "." + tense;
    Optional<String> said =
        phrases
            .find(key.apply(intent), variables)
            .or(() -> phrases.find(key.apply(OTHER), variables));
    return tense.equals("do") ? said : said.map(Figures::capital);
  }

  /** What commands are for when the request itself only points back: by their action. */
  private static Intent intentOf(Request request, List<PlannedCommand> commands, Home home) {
    if (request.intent().group() != Intent.Group.DIALOGUE || commands.isEmpty()) {
      return request.intent();
    }
    PlannedCommand first = commands.getFirst();
    return home.device(first.command().device())
        .flatMap(device -> device.action(first.command().action()))
        .map(Action::intents)
        .flatMap(intents -> intents.stream().findFirst())
        .flatMap(Intent::ofWord)
        .orElse(request.intent());
  }

  /** A toggle is spoken of as what it comes to, and so is dimming what is off. */
  private static String byEffect(Intent intent, List<ExpectedEffect> effects) {
    boolean switched = !effects.isEmpty() && effects.getFirst().property().equals("on");
    boolean unclear = intent == Intent.TOGGLE || intent.word().startsWith("Adjust");
    if (!switched || !unclear) {
      return intent.word();
    }
    return (effects.getFirst().value().isTrue() ? Intent.TURN_ON : Intent.TURN_OFF).word();
  }

  private Map<String, Object> variables(
      Request request, List<ExpectedEffect> effects, List<DeviceId> devices, Home home) {
    Naming naming = new Naming(home);
    String the = naming.the(devices);
    boolean plural = naming.isPlural(devices);
    Map<String, Object> variables = new HashMap<>();
    variables.put("the", the);
    variables.put("The", Figures.capital(the));
    variables.put("be", plural ? "are" : "is");
    variables.put("has", plural ? "have" : "has");
    variables.put("it", plural ? "they" : "it");
    variables.put("value", value(effects, home));
    variables.put(
        "heard", request.slot(Slots.VALUE).map(v -> Figures.say(v, Unit.NONE)).orElse(""));
    variables.put("up", request.number(Slots.DELTA).filter(delta -> delta < 0).isEmpty());
    variables.put("title", request.word(Slots.MEDIA).orElse(""));
    variables.put("type", request.word(Slots.MEDIA_TYPE).map(this::mediaType).orElse(""));
    variables.put("property", ownProperty(request, devices, home));
    variables.put("text", request.word(Slots.TEXT).orElse(""));
    variables.put("area", request.word(Slots.AREA).map(a -> area(naming, a)).orElse("there"));
    variables.put("duration", request.word(Slots.DURATION).map(ActionPhrases::span).orElse(""));
    return variables;
  }

  /** The property said, where it is one of the device type's own. */
  private static String ownProperty(Request request, List<DeviceId> devices, Home home) {
    return request
        .word(Slots.PROPERTY)
        .flatMap(property ->
            devices.stream()
                .findFirst()
                .flatMap(home::device)
                .flatMap(device -> Naming.ownWord(device, property)))
        .orElse("");
  }

  private String mediaType(String type) {
    return phrases.find("media." + type, Map.of()).orElse(type);
  }

  private static String area(Naming naming, String id) {
    return id.isBlank() ? "there" : naming.area(new AreaId(id));
  }

  private static String span(String duration) {
    try {
      return Figures.span(Duration.parse(duration));
    } catch (DateTimeParseException e) {
      return duration;
    }
  }

  /** The new value, where all devices take the same. */
  private static String value(List<ExpectedEffect> effects, Home home) {
    if (effects.isEmpty()) {
      return "";
    }
    ExpectedEffect first = effects.getFirst();
    List<Value> values =
        effects.stream()
            .filter(effect -> effect.property().equals(first.property()))
            .map(ExpectedEffect::value)
            .distinct()
            .toList();
    Unit unit =
        home.device(first.device())
            .flatMap(device -> device.property(first.property()))
            .map(Property::unit)
            .orElse(Unit.NONE);
    return values.size() == 1 ? Figures.say(first.value(), unit) : "";
  }

  private static List<ExpectedEffect> effects(List<PlannedCommand> commands) {
    return commands.stream().flatMap(command -> command.effects().stream()).toList();
  }

  private static List<DeviceId> devices(List<ExpectedEffect> effects) {
    return effects.stream().map(ExpectedEffect::device).distinct().toList();
  }

  private static List<DeviceId> devicesOf(List<PlannedCommand> commands) {
    return commands.stream().map(planned -> planned.command().device()).distinct().toList();
  }
}
