package io.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.state.ContextSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule speaks in its moment, about the reading it is meant for, and not in another moment. */
class EachRuleTest {

  private static final RuleSessions RULES = new RuleSessions();
  private static final String TV = "tv.living_room";
  private static final String SPEAKER = "speaker.kitchen";
  private static final String OVEN = "oven.kitchen";
  private static final String KETTLE = "kettle.kitchen";
  private static final String COFFEE = "coffee_maker.kitchen";
  private static final String LAMP = "lamp.living_room";
  private static final String CEILING = "light.living_room";
  private static final String VACUUM = "vacuum";
  private static final String BLINDS = "blinds.living_room";
  private static final String GARDEN = "sensor.garden_temperature";
  private static final String KITCHEN = "sensor.kitchen_temperature";
  private static final String HEATING = "thermostat.living_room";
  private static final Duration JUST_NOW = Duration.ofSeconds(30);

  /** The first of the readings is the one that the rule is about. */
  record Example(
      String rule,
      List<Hypothesis> readings,
      Scene when,
      List<Hypothesis> otherReadings,
      Scene otherwise) {

    Example(String rule, List<Hypothesis> readings, Scene when, Scene otherwise) {
      this(rule, readings, when, readings, otherwise);
    }

    /** The moment is the same, the words are not. */
    Example(String rule, List<Hypothesis> readings, Scene when, List<Hypothesis> otherReadings) {
      this(rule, readings, when, otherReadings, when);
    }

    @Override
    public String toString() {
      return rule;
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void speaksInItsMomentOnly(Example example) {
    // When
    Set<String> then = rulesAboutTheFirst(example.readings(), example.when().now());
    Set<String> otherwise = rulesAboutTheFirst(example.otherReadings(), example.otherwise().now());

    // Then
    assertThat(RULES.names()).contains(example.rule());
    assertThat(then).contains(example.rule());
    assertThat(otherwise).doesNotContain(example.rule());
  }

  static Stream<Example> examples() {
    return Stream.of(onState(), onWords(), onActivity(), onTime(), onPlace(), onReadings())
        .flatMap(List::stream);
  }

  private static List<Example> onState() {
    return List.of(
        new Example(
            "An oven that is on is also asked about from another room",
            ask("temperature", OVEN, HEATING),
            in("bedroom").with(OVEN, "on", true),
            in("bedroom").with(OVEN, "on", false)),
        new Example(
            "What runs is what a question about progress is about",
            ask("volume", TV, SPEAKER),
            demo().with(TV, "playback", "playing"),
            demo()),
        new Example(
            "What plays is what more is played on",
            either(Intent.PLAY, TV, SPEAKER),
            demo().with(TV, "playback", "playing"),
            demo()),
        new Example(
            "What does not run is not paused or stopped",
            either(Intent.STOP_OPERATION, VACUUM, TV),
            demo(),
            demo().with(VACUUM, "cleaning", "cleaning")),
        new Example(
            "What is not paused is not resumed",
            either(Intent.RESUME, TV, SPEAKER),
            demo(),
            demo().with(TV, "playback", "paused")),
        new Example(
            "An old reading is a poor answer",
            ask("temperature", KITCHEN, HEATING),
            demo().stale(KITCHEN, "temperature", 20),
            demo().with(KITCHEN, "temperature", 20)));
  }

  private static List<Example> onWords() {
    List<Hypothesis> named =
        Readings.of("turn on the lamp")
            .add(.5, Intent.TURN_ON, Grounding.NAMED, Map.of(), LAMP)
            .add(.4, Intent.TURN_ON, Grounding.IMPLIED, Map.of(), TV)
            .orNone(.05);
    return List.of(
        new Example(
            "A device that can do it is meant where another cannot",
            either(Intent.OPEN, BLINDS, CEILING),
            demo(),
            either(Intent.OPEN, BLINDS, "blinds.bedroom")),
        new Example(
            "What is named is meant", named, demo(), List.of(named.getFirst(), named.getLast())),
        new Example(
            "Words that fit the home were meant for it", noneOrLamp(.05), demo(), noneOrLamp(.4)),
        new Example(
            "What the home can do was meant for it", noneOrGuess(.05), demo(), noneOrGuess(.4)),
        new Example(
            "The whole home is meant only when it is said",
            everywhere("turn off the lights"),
            in("living_room"),
            everywhere("turn off all lights")),
        new Example(
            "Where there is only a speaker a film title may be its soundtrack",
            play("album", "movie"),
            demo(),
            play("album", "song")),
        new Example(
            "The name of a genre means the genre",
            play("genre", "movie"),
            demo(),
            play("genre", "genre")),
        new Example(
            "A guess does not move what is dangerous",
            either(Intent.OPEN, "garage_door", BLINDS),
            demo(),
            either(Intent.CLOSE, "garage_door", BLINDS)));
  }

  private static List<Example> onActivity() {
    Scene boiled = demo().changed(KETTLE, "operation", "running", Duration.ofMinutes(3));
    return List.of(
        new Example(
            "After the kettle was used comes tea",
            either(Intent.START, KETTLE, COFFEE),
            boiled,
            demo()),
        new Example(
            "Who has just boiled water is not making coffee",
            either(Intent.START, COFFEE, KETTLE),
            boiled,
            demo()),
        new Example(
            "People come back to what they have just used",
            either(Intent.TURN_OFF, LAMP, CEILING),
            demo().changed(LAMP, "on", true, JUST_NOW),
            demo().changed(LAMP, "on", true, Duration.ofMinutes(10))),
        new Example(
            "A question is about what has just changed",
            ask("open", "window.kitchen", "window.bedroom"),
            demo().changed("window.kitchen", "open", true, JUST_NOW),
            demo().changed("window.bedroom", "open", true, JUST_NOW)),
        new Example(
            "A word that points back seldom skips what was mentioned last",
            referring(LAMP, TV),
            demo().mentioned(TV, JUST_NOW).mentioned(LAMP, Duration.ofMinutes(2)),
            demo().mentioned(LAMP, JUST_NOW)),
        new Example(
            "What was mentioned last may be meant again",
            either(Intent.TURN_OFF, LAMP, CEILING),
            demo().mentioned(LAMP, JUST_NOW),
            demo().mentioned(CEILING, JUST_NOW)),
        new Example(
            "People stay with the subject",
            either(Intent.TURN_OFF, LAMP, TV),
            demo().mentioned("light.kitchen", JUST_NOW),
            demo().mentioned(SPEAKER, JUST_NOW)));
  }

  private static List<Example> onTime() {
    List<Hypothesis> coffee = either(Intent.START, COFFEE, KETTLE);
    List<Hypothesis> tea = either(Intent.START, KETTLE, COFFEE);
    return List.of(
        new Example(
            "Coffee is less for the afternoon", coffee, demo().time("15:00"), demo().time("20:00")),
        new Example(
            "Coffee is not for the evening", coffee, demo().time("20:00"), demo().time("15:00")),
        new Example(
            "Tea is for the afternoon and evening",
            tea,
            demo().time("15:00"),
            demo().time("08:00")),
        new Example(
            "Nobody vacuums at night",
            either(Intent.START, VACUUM, COFFEE),
            demo().time("23:30"),
            demo().time("15:00")),
        new Example(
            "Blinds are not opened at night",
            either(Intent.OPEN, BLINDS, "garage_door"),
            demo().time("23:30"),
            demo().time("15:00")));
  }

  private static List<Example> onPlace() {
    Scene ann = demo().with("person.ann", "area", "bathroom");
    return List.of(
        new Example(
            "The same floor is nearer than another",
            either(Intent.TURN_ON, LAMP, "light.bedroom"),
            in("kitchen"),
            in("bathroom")),
        new Example(
            "Heating serves rooms that have none of their own",
            either(Intent.ADJUST_TEMPERATURE, HEATING, OVEN),
            in("kitchen"),
            in("living_room")),
        new Example(
            "Where somebody is, something is wanted",
            either(Intent.TURN_ON, "light.bathroom", "light.bedroom"),
            ann,
            demo()),
        new Example(
            "An empty room is left in peace",
            either(Intent.TURN_ON, "light.bedroom", "light.kitchen"),
            demo(),
            demo().with("person.ann", "area", "bedroom")),
        new Example(
            "Out of doors is asked about only when it is said",
            ask("temperature", GARDEN, HEATING),
            demo(),
            ask("how warm is it outside", "temperature", GARDEN, HEATING)),
        new Example(
            "Outside means out of doors",
            ask("how warm is it outside", "temperature", GARDEN, HEATING),
            demo(),
            ask("temperature", GARDEN, HEATING)),
        new Example(
            "Outside does not mean indoors",
            ask("how warm is it outside", "temperature", HEATING, GARDEN),
            demo(),
            ask("temperature", HEATING, GARDEN)));
  }

  private static List<Example> onReadings() {
    Scene metered =
        Scene.of(
            """
            home: {id: f, name: Flat, timezone: Europe/Stockholm, latitude: 59.3, longitude: 18.1}
            devices:
              - {id: meter, name: Meter, type: sensor, kind: power, state: {power: 5, temperature: 40}}
              - {id: other, name: Thermometer, type: sensor, kind: temperature}
            """);
    return List.of(
        new Example(
            "A sensor made for it answers",
            ask("temperature", KITCHEN, HEATING),
            demo(),
            ask("temperature", HEATING, KITCHEN)),
        new Example(
            "A device that measures it only by the way answers less",
            ask("temperature", HEATING, KITCHEN),
            demo(),
            ask("targetTemperature", HEATING, KITCHEN)),
        new Example(
            "Power and battery are asked about by name",
            ask("temperature", "meter", "other"),
            metered,
            ask("power", "meter", "other")));
  }

  private static Scene demo() {
    return Scene.ofDemoHome();
  }

  private static Scene in(String area) {
    return demo().in(area);
  }

  private static Set<String> rulesAboutTheFirst(
      List<Hypothesis> readings, ContextSnapshot snapshot) {
    Moment moment = new Moment(snapshot);
    return RULES.evidence(moment, Reranker.candidates(readings, snapshot, moment)).stream()
        .filter(entry -> entry.candidate().getHypothesis() == 0)
        .map(EvidenceSheet.Entry::rule)
        .collect(Collectors.toSet());
  }

  private static List<Hypothesis> either(Intent intent, String one, String other) {
    return Readings.of("do it")
        .add(.4, intent, Grounding.IMPLIED, Map.of(), one)
        .add(.4, intent, Grounding.IMPLIED, Map.of(), other)
        .orNone(.05);
  }

  private static List<Hypothesis> referring(String one, String other) {
    return Readings.of("turn it off")
        .add(.4, Intent.TURN_OFF, Grounding.REFERRED, Map.of(), one)
        .add(.4, Intent.TURN_OFF, Grounding.REFERRED, Map.of(), other)
        .orNone(.05);
  }

  private static List<Hypothesis> ask(String property, String one, String other) {
    return ask("how is it", property, one, other);
  }

  private static List<Hypothesis> ask(String text, String property, String one, String other) {
    Map<String, String> slots = Map.of("property", property);
    return Readings.of(text)
        .add(.4, Intent.QUERY_STATE, Grounding.IMPLIED, slots, one)
        .add(.4, Intent.QUERY_STATE, Grounding.IMPLIED, slots, other)
        .orNone(.05);
  }

  private static List<Hypothesis> play(String type, String otherType) {
    return Readings.of("play it")
        .add(.4, Intent.PLAY, Grounding.IMPLIED, Map.of("mediaType", type), SPEAKER)
        .add(.4, Intent.PLAY, Grounding.IMPLIED, Map.of("mediaType", otherType), TV)
        .orNone(.05);
  }

  private static List<Hypothesis> noneOrLamp(double none) {
    List<Hypothesis> readings =
        Readings.of("turn on the lamp")
            .add(.5, Intent.TURN_ON, Grounding.NAMED, Map.of(), LAMP)
            .orNone(none);
    return readings.reversed();
  }

  private static List<Hypothesis> noneOrGuess(double none) {
    List<Hypothesis> readings =
        Readings.of("start brewing")
            .add(.5, Intent.START, Grounding.IMPLIED, Map.of(), KETTLE)
            .orNone(none);
    return readings.reversed();
  }

  private static List<Hypothesis> everywhere(String text) {
    return Readings.of(text)
        .add(.4, Intent.TURN_OFF, Grounding.EVERYWHERE, Map.of(), LAMP, CEILING, "light.kitchen")
        .add(.4, Intent.TURN_OFF, Grounding.HERE, Map.of(), LAMP, CEILING)
        .orNone(.05);
  }
}
