package io.hearth.gateway;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts what is known of devices into sentences, with its age where that matters. */
final class StateWords {

  /** Which sentence tells a property, where it has one of its own. */
  private static final Map<String, String> SENTENCES =
      Map.of(
          "brightness", "at",
          "position", "at",
          "fanSpeed", "at",
          "targetTemperature", "target",
          "targetHumidity", "target",
          "remaining", "remaining",
          "volume", "volume",
          "battery", "battery");

  private static final Set<String> MEASURING = Set.of("sensor", "thermostat");

  private final Phrases phrases;

  StateWords(Phrases phrases) {
    this.phrases = phrases;
  }

  /** "The oven is at 180 degrees.", with its age where it is not sure to hold still. */
  String sentence(Reading reading, Outlook outlook) {
    if (reading.value().isEmpty()) {
      String key =
          outlook.moment().isReachable(reading.id()) ? "answer.unknown" : "problem.unavailable";
      return say(key, List.of(reading.id()), outlook.home(), Map.of());
    }
    return aged(plain(reading, reading.value().get(), outlook), reading, outlook);
  }

  private String aged(String sentence, Reading reading, Outlook outlook) {
    Duration age =
        reading.source().map(state -> state.age(outlook.moment().at())).orElse(Duration.ZERO);
    boolean reachable =
        outlook.moment().isReachable(reading.id()) || reading.property().equals("reachable");
    if (reachable && !reading.isUnsure()) {
      return sentence;
    }
    String key = reachable ? "answer.stale" : "answer.unreachable";
    return say(
        reading.isOnlyDescribed() ? key + "_described" : key,
        List.of(reading.id()),
        outlook.home(),
        Map.of("sentence", sentence, "ago", Figures.ago(age)));
  }

  private String plain(Reading reading, Value value, Outlook outlook) {
    List<DeviceId> about = List.of(reading.id());
    Home home = outlook.home();
    String said = Figures.say(value, reading.unit());
    Map<String, Object> more = new HashMap<>(Map.of("value", said, "what", said));
    String property = reading.property();
    if (property.equals("location")) {
      return presence(reading, value, outlook);
    }
    if (property.equals("area")) {
      return say("answer.is", about, home, Map.of("what", place(home, said)));
    }
    if (property.equals("temperature")) {
      return temperature(reading, more, home);
    }
    if (SENTENCES.containsKey(property)) {
      return say("answer." + SENTENCES.get(property), about, home, more);
    }
    Optional<String> title = playing(property, value, reading, outlook);
    if (title.isPresent()) {
      return say("answer.playing", about, home, Map.of("title", title.get()));
    }
    return switch (value) {
      case Value.Bool(boolean yes) ->
          say("answer.is", about, home, Map.of("what", word(property, yes)));
      case Value.Text text -> say("answer.is", about, home, more);
      case Value.Number number when isCounted(reading) -> {
        more.put("property", Naming.property(reading.device(), property));
        yield say("answer.counted", about, home, more);
      }
      case Value.Number number -> property(property, about, home, more);
      case Value.Items items -> property(property, about, home, more);
      case Value.Fields fields -> property(property, about, home, more);
    };
  }

  private String property(
      String property, List<DeviceId> about, Home home, Map<String, Object> more) {
    String called =
        home.device(about.getFirst())
            .map(device -> Naming.property(device, property))
            .orElseGet(() -> Arguments.words(property));
    more.put("property", called);
    return say("answer.property", about, home, more);
  }

  /** "6 hens": a number without unit of things that have a word of their own. */
  private static boolean isCounted(Reading reading) {
    return reading.unit() == Unit.NONE
        && Naming.ownWord(reading.device(), reading.property())
            .filter(word -> word.endsWith("s"))
            .isPresent();
  }

  private static Optional<String> playing(
      String property, Value value, Reading reading, Outlook outlook) {
    if (property.equals("media")) {
      return Optional.of(Figures.say(value, Unit.NONE));
    }
    return property.equals("playback") && value.isText("playing")
        ? title(reading, outlook)
        : Optional.empty();
  }

  /** What measures is spoken of as its place, what heats as itself. */
  private String temperature(Reading reading, Map<String, Object> more, Home home) {
    Optional<AreaId> area = reading.device().area();
    if (MEASURING.contains(reading.device().type().id()) && area.isPresent()) {
      more.put("in_area", new Naming(home).in(area.get()));
      return say("answer.in_area", List.of(reading.id()), home, more);
    }
    return say("answer.at", List.of(reading.id()), home, more);
  }

  private String presence(Reading reading, Value value, Outlook outlook) {
    Home home = outlook.home();
    List<DeviceId> about = List.of(reading.id());
    if (value.isText("home")) {
      String area =
          outlook
              .value(reading.id(), "area")
              .map(a -> Figures.say(a, Unit.NONE))
              .map(a -> place(home, a))
              .orElse("");
      return say("answer.person_home", about, home, Map.of("in_area", area));
    }
    return value.isText("away")
        ? say("answer.person_away", about, home, Map.of())
        : say(
            "answer.person_elsewhere", about, home, Map.of("place", Figures.say(value, Unit.NONE)));
  }

  private static String place(Home home, String area) {
    return home.areas().stream()
        .filter(known -> known.id().value().equals(area.replace(' ', '_')))
        .findFirst()
        .map(known -> new Naming(home).in(known.id()))
        .orElse("in " + area);
  }

  private static Optional<String> title(Reading reading, Outlook outlook) {
    return outlook
        .value(reading.id(), "media")
        .map(media -> Figures.say(media, Unit.NONE))
        .filter(title -> !title.isBlank());
  }

  /** The word for yes or no of a property: "open", "closed". */
  String word(String property, boolean yes) {
    return phrases
        .find("words." + property + "." + yes, Map.of())
        .orElseGet(() ->
            property.equals("closed")
                ? word("open", !yes)
                : (yes ? "" : "not ") + Arguments.words(property));
  }

  /** The word for what a question expects: "open", "playing", "above 20 degrees". */
  String word(String property, Value expected, Unit unit) {
    return switch (expected) {
      case Value.Bool(boolean yes) -> word(property, yes);
      case Value.Fields(Map<String, Value> bounds) -> bounds(bounds, unit);
      case Value.Number number -> "at " + Figures.say(number, unit);
      case Value.Text(String text) when text.startsWith("!") -> "not " + text.substring(1);
      case Value.Text text -> Figures.say(text, unit);
      case Value.Items(List<Value> values) -> Figures.say(values.getFirst(), unit);
    };
  }

  private static String bounds(Map<String, Value> bounds, Unit unit) {
    Value min = bounds.get("min");
    Value max = bounds.get("max");
    String above = min == null ? "" : "above " + Figures.say(min, unit);
    String below = max == null ? "" : "below " + Figures.say(max, unit);
    return above.isEmpty() || below.isEmpty() ? above + below : above + " and " + below;
  }

  /** A sentence of a key that is about no device. */
  String phrase(String key, Map<String, ?> variables) {
    return phrases.say(key, variables);
  }

  /** A sentence of a key about devices. */
  String say(String key, List<DeviceId> about, Home home, Map<String, ?> more) {
    Naming naming = new Naming(home);
    String the = naming.the(about);
    boolean plural = naming.isPlural(about);
    Map<String, Object> variables = new HashMap<>();
    variables.put("the", the);
    variables.put("The", Figures.capital(the));
    variables.put("what", the);
    variables.put("What", Figures.capital(the));
    variables.put("be", plural ? "are" : "is");
    variables.put("has", plural ? "have" : "has");
    variables.putAll(more);
    return phrases.say(key, variables);
  }
}
