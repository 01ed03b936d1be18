package io.hearth.language;

import io.hearth.language.grammar.Parse;
import io.hearth.language.reference.Grounded;
import io.hearth.language.reference.Need;
import io.hearth.language.reference.OptionWord;
import io.hearth.language.reference.Place;
import io.hearth.language.reference.Situation;
import io.hearth.language.words.ClockTime;
import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Quantifier;
import io.hearth.language.words.Span;
import io.hearth.language.words.When;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import io.hearth.model.speech.Slots;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the requests that change something. */
final class CommandMaker {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final double RANK = 0.97;
  private static final double LESS_NATURAL = 0.9;
  private static final Set<Quantifier> ASKING = Set.of(Quantifier.WHICH, Quantifier.COUNT);

  /** What is done to an item that is on a list already. */
  private static final Set<Intent> LISTED =
      Set.of(Intent.REMOVE_FROM_LIST, Intent.COMPLETE_LIST_ITEM);

  private final Situation situation;
  private final TargetFinder targets;
  private final Schedules schedules;

  CommandMaker(Situation situation) {
    this.situation = situation;
    this.targets = new TargetFinder(situation);
    this.schedules = new Schedules(situation.snapshot().localTime(), situation.home());
  }

  List<Draft> drafts(Parse parse, Intent intent) {
    List<Draft> drafts = new ArrayList<>();
    if (TargetFinder.quantifier(parse).filter(ASKING::contains).isPresent()) {
      return drafts;
    }
    double rank = Math.pow(RANK, parse.form().rank());
    for (Grounded grounded : grounded(parse, intent)) {
      for (List<Request> requests : requests(parse, intent, grounded)) {
        List<String> lines = parse.explanation();
        double form = parse.form().weight() * natural(grounded, intent);
        drafts.add(new Draft(requests, parse.fit(), form, rank * grounded.weight(), lines));
      }
    }
    return drafts;
  }

  /** A device does most naturally what its action serves first: a mower starts, a lamp turns on. */
  private static double natural(Grounded grounded, Intent intent) {
    if (grounded.devices().isEmpty()) {
      return 1;
    }
    return grounded
        .devices()
        .getFirst()
        .actionFor(intent.word())
        .filter(action -> !action.intents().getFirst().equals(intent.word()))
        .map(action -> LESS_NATURAL)
        .orElse(1.0);
  }

  private List<Grounded> grounded(Parse parse, Intent intent) {
    List<Grounded> found =
        intent == Intent.CLEAN_AREA ? cleaners(parse) : targets.find(parse, need(parse, intent));
    if (!found.isEmpty()) {
      return found;
    }
    return DeviceIntents.missing(intent)
        .map(what -> new Problem(Problem.Kind.NO_SUCH_DEVICE, what))
        .map(problem ->
            List.of(new Grounded(List.of(), Grounding.NONE, 1, Map.of(), List.of(problem))))
        .orElse(List.of());
  }

  private Need need(Parse parse, Intent intent) {
    if (LISTED.contains(intent)) {
      String item = Values.of(parse).get(Slots.TEXT) instanceof Value.Text(String text) ? text : "";
      return new ListedNeed(situation, intent, item);
    }
    if (intent == Intent.TOGGLE) {
      return new Toggling(situation);
    }
    CommandNeed able = new CommandNeed(situation.lexicon(), intent);
    return intent == Intent.SELECT_SOURCE
        ? able
        : parse.fills().stream()
            .map(Parse.Fill::meaning)
            .filter(OptionWord.class::isInstance)
            .map(OptionWord.class::cast)
            .findFirst()
            .<Need>map(option -> new OptionNeed(able, option))
            .orElse(able);
  }

  /** A robot that cleans is meant wherever it stands; the place is where it shall go. */
  private List<Grounded> cleaners(Parse parse) {
    Optional<Place> place = TargetFinder.place(parse);
    if (place.isPresent() && situation.isMissing(place.get())) {
      return targets.find(parse, new CommandNeed(situation.lexicon(), Intent.CLEAN_AREA));
    }
    Map<String, Value> where = place.map(situation::slotsOf).orElse(Map.of());
    return targets
        .findAnywhere(parse, new CommandNeed(situation.lexicon(), Intent.CLEAN_AREA))
        .stream()
        .map(g -> {
          Map<String, Value> slots = new LinkedHashMap<>(g.slots());
          slots.putAll(where);
          return new Grounded(g.devices(), g.grounding(), g.weight(), slots, g.problems());
        })
        .toList();
  }

  /** The requests of one way to take the devices; usually one list with one request. */
  private List<List<Request>> requests(Parse parse, Intent intent, Grounded grounded) {
    Map<String, Value> slots = new LinkedHashMap<>(grounded.slots());
    slots.putAll(Values.of(parse));
    Optional<Schedule> schedule = schedule(parse, intent, slots);
    if (parse.form().constants().get("unclear") instanceof Value.Text(String what)) {
      Problem problem = new Problem(Problem.Kind.UNCLEAR, what);
      return List.of(
          List.of(
              new Request(intent, slots, List.of(), Grounding.NONE, schedule, List.of(problem))));
    }
    Change change = new Change(situation, intent, parse);
    if (change.isRelative()) {
      return change.isFactor()
          ? change.scaled(grounded, slots, schedule).map(List::of).orElse(List.of())
          : List.of(List.of(change.by(grounded, slots, schedule)));
    }
    if (parse.form().constants().containsKey("inverted")
        && slots.get(Slots.VALUE) instanceof Value.Number(double open)) {
      slots.put(Slots.VALUE, Value.of(100 - open));
    }
    if (intent == Intent.TOGGLE) {
      return List.of(new Toggling(situation).requests(grounded, slots, schedule));
    }
    if (intent == Intent.ADD_TO_LIST && isNoItem(parse, slots)) {
      return List.of();
    }
    if (intent == Intent.ADD_TO_LIST) {
      return List.of(
          new Items(situation.lexicon().lexicon())
              .each(
                  new Request(
                      intent,
                      slots,
                      grounded.ids(),
                      grounded.grounding(),
                      schedule,
                      grounded.problems())));
    }
    Request request =
        new Request(
            intent, slots, grounded.ids(), grounded.grounding(), schedule, grounded.problems());
    return List.of(List.of(new Limits(situation).checked(request)));
  }

  /** "add five minutes to the timer" names no list and nothing that goes on one. */
  private boolean isNoItem(Parse parse, Map<String, Value> slots) {
    Lexicon lexicon = situation.lexicon().lexicon();
    return TargetFinder.target(parse).isEmpty()
        && slots.get(Slots.TEXT) instanceof Value.Text(String text)
        && lexicon.normalizer().words(text).stream().anyMatch(w -> lexicon.isIn("no_items", w));
  }

  private Optional<Schedule> schedule(Parse parse, Intent intent, Map<String, Value> slots) {
    if (intent.isQuestion()) {
      when(parse)
          .ifPresent(time -> slots.put("time", Value.of(time.toOffsetDateTime().toString())));
      return Optional.empty();
    }
    return switch (intent) {
      case SET_ALARM, CANCEL_ALARM -> alarm(parse, slots);
      case SET_REMINDER -> reminder(parse);
      default -> schedules.of(parse);
    };
  }

  /** An alarm has its time as a value, not as the time to set it. */
  private Optional<Schedule> alarm(Parse parse, Map<String, Value> slots) {
    parse
        .get("duration", Span.class)
        .ifPresent(span -> {
          ZonedDateTime at = situation.snapshot().localTime().plus(span.duration());
          slots.remove(Slots.DURATION);
          put(slots, at);
        });
    parse.get("clock", ClockTime.class).ifPresent(clock -> put(slots, clock));
    for (Parse.Fill fill : parse.all("when")) {
      switch ((When) fill.meaning()) {
        case When.At(ClockTime clock) -> put(slots, clock);
        case When.Every(String rule, Optional<ClockTime> clock) -> {
          clock.ifPresent(time -> put(slots, time));
          slots.put("repeat", Value.of(rule));
          days(rule).ifPresent(days -> slots.put("days", days));
        }
        case When.OnDay day -> onDay(slots, day);
        case When.After(java.time.Duration delay) ->
            put(slots, situation.snapshot().localTime().plus(delay));
        default -> {
          // neither a time nor days
        }
      }
    }
    return Optional.empty();
  }

  /** "at seven … tomorrow": the day of a time already said. */
  private void onDay(Map<String, Value> slots, When.OnDay day) {
    if (slots.get(Slots.VALUE) instanceof Value.Text(String time)) {
      put(
          slots,
          schedules.next(
              new ClockTime(LocalTime.parse(time), true, day.daysAhead(), day.weekday())));
    }
  }

  /** The days of the week of a rule, by their names. */
  private static Optional<Value> days(String rule) {
    List<Value> days = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().toLowerCase(Locale.ROOT);
      int at = rule.indexOf("BYDAY=");
      boolean on =
          at < 0 ? rule.equals("FREQ=DAILY") : rule.indexOf(day.name().substring(0, 2), at) > at;
      if (on) {
        days.add(Value.of(name));
      }
    }
    return days.isEmpty() ? Optional.empty() : Optional.of(new Value.Items(days));
  }

  private void put(Map<String, Value> slots, ClockTime clock) {
    boolean dated = clock.daysAhead().isPresent() || clock.weekday().isPresent();
    if (dated) {
      put(slots, schedules.next(clock));
    } else {
      slots.put(Slots.VALUE, Value.of(Schedules.usual(clock).format(CLOCK)));
    }
  }

  private static void put(Map<String, Value> slots, ZonedDateTime at) {
    slots.put(Slots.VALUE, Value.of(at.format(CLOCK)));
    slots.put("date", Value.of(at.toLocalDate().toString()));
  }

  private Optional<Schedule> reminder(Parse parse) {
    Optional<Span> delay = parse.get("duration", Span.class);
    if (delay.isPresent()) {
      return Optional.of(new Schedule.After(delay.get().duration(), Optional.empty()));
    }
    Optional<ClockTime> clock = parse.get("clock", ClockTime.class);
    if (clock.isPresent()) {
      return Optional.of(new Schedule.At(schedules.next(clock.get()), Optional.empty()));
    }
    return schedules.of(parse);
  }

  private Optional<ZonedDateTime> when(Parse parse) {
    return schedules
        .of(parse)
        .filter(Schedule.At.class::isInstance)
        .map(schedule -> ((Schedule.At) schedule).time());
  }
}
