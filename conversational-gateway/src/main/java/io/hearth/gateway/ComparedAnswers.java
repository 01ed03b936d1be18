package io.hearth.gateway;

import io.hearth.model.decision.Answer;
import io.hearth.model.device.Area;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers questions that compare places, by the mean of what their devices tell. */
final class ComparedAnswers {

  private final StateWords words;

  ComparedAnswers(StateWords words) {
    this.words = words;
  }

  Answer of(Request request, List<Reading> known, Outlook outlook) {
    List<Reading> numbers =
        known.stream().filter(r -> r.value().orElse(null) instanceof Value.Number).toList();
    boolean two = request.slot("than").isPresent();
    Optional<Answer> answer =
        two ? ofTwo(request, numbers, outlook) : ofAll(request, numbers, outlook);
    return answer.orElseGet(() ->
        new Answer(
            Optional.empty(),
            Unit.NONE,
            ids(known),
            words.say("answer.unknown_compared", ids(known), outlook.home(), Map.of())));
  }

  private Optional<Answer> ofTwo(Request request, List<Reading> known, Outlook outlook) {
    List<Value> than =
        request.slot("than").orElseThrow() instanceof Value.Items(var ids) ? ids : List.of();
    List<Reading> second = known.stream().filter(r -> than.contains(id(r))).toList();
    List<Reading> first = known.stream().filter(r -> !than.contains(id(r))).toList();
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    double difference = mean(first) - mean(second);
    boolean more = request.word(Slots.QUANTIFIER).filter("more"::equals).isPresent();
    boolean yes = more ? difference > 0 : difference < 0;
    Unit unit = first.getFirst().unit();
    String reply =
        words.say(
            yes ? "answer.compared_yes" : "answer.compared_no",
            ids(first),
            outlook.home(),
            Map.of("first", said(first, unit, outlook), "second", said(second, unit, outlook)));
    return Optional.of(new Answer(Optional.of(Value.of(yes)), Unit.NONE, ids(known), reply));
  }

  private Optional<Answer> ofAll(Request request, List<Reading> known, Outlook outlook) {
    Comparator<Reading> order = Comparator.comparingDouble(ComparedAnswers::number);
    boolean most = request.word(Slots.QUANTIFIER).filter("most"::equals).isPresent();
    return known.stream()
        .max(most ? order : order.reversed())
        .map(best -> {
          List<Reading> one = List.of(best);
          String reply =
              words.say(
                  most ? "answer.most" : "answer.least",
                  ids(one),
                  outlook.home(),
                  Map.of("first", said(one, best.unit(), outlook)));
          Value value = Value.of(place(best, outlook).orElse(best.device().name()));
          return new Answer(Optional.of(value), Unit.NONE, ids(one), reply);
        });
  }

  /** "21 degrees in the kitchen". */
  private static String said(List<Reading> readings, Unit unit, Outlook outlook) {
    String figure = Figures.say(Value.of(Math.rint(mean(readings) * 10) / 10), unit);
    Naming naming = new Naming(outlook.home());
    List<String> places =
        readings.stream()
            .flatMap(r -> r.device().area().stream())
            .distinct()
            .map(naming::in)
            .toList();
    return places.size() == 1 ? figure + " " + places.getFirst() : figure + " on average";
  }

  private static Optional<String> place(Reading reading, Outlook outlook) {
    return reading.device().area().flatMap(outlook.home()::area).map(Area::name);
  }

  private static double mean(List<Reading> readings) {
    return readings.stream().mapToDouble(ComparedAnswers::number).average().orElse(0);
  }

  private static double number(Reading reading) {
    return reading.value().orElse(null) instanceof Value.Number(double n) ? n : 0;
  }

  private static Value id(Reading reading) {
    return Value.of(reading.id().value());
  }

  private static List<DeviceId> ids(List<Reading> readings) {
    return readings.stream().map(Reading::id).distinct().toList();
  }
}
