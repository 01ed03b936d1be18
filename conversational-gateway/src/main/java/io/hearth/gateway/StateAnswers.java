package io.hearth.gateway;

import io.hearth.model.decision.Answer;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers questions about the state of devices, by how the question counts. */
final class StateAnswers {

  private final StateWords words;

  StateAnswers(StateWords words) {
    this.words = words;
  }

  Part answer(Request request, Outlook outlook) {
    List<Reading> readings = readings(request, outlook);
    if (readings.isEmpty()) {
      List<Problem> problems =
          request.problems().isEmpty()
              ? List.of(new Problem(Problem.Kind.NO_SUCH_DEVICE, said(request)))
              : request.problems();
      return new Part(request, List.of(), List.of(), problems);
    }
    List<Problem> problems = new ArrayList<>(request.problems());
    List<Reading> known = readings.stream().filter(r -> r.value().isPresent()).toList();
    readings.stream()
        .filter(r -> !outlook.moment().isReachable(r.id()) && !r.property().equals("reachable"))
        .forEach(r -> problems.add(new Problem(Problem.Kind.UNAVAILABLE, r.device().name())));
    if (known.isEmpty() && !problems.isEmpty()) {
      return new Part(request, List.of(), List.of(), problems);
    }
    return new Part(
        request, List.of(), List.of(asked(request, readings, known, outlook)), problems);
  }

  private static List<Reading> readings(Request request, Outlook outlook) {
    String property = Wanted.of(request).property();
    return request.targets().stream()
        .flatMap(id -> outlook.device(id).stream())
        .map(device -> Reading.of(device, property, outlook))
        .toList();
  }

  private static String said(Request request) {
    return request
        .word(Slots.DEVICE)
        .or(() -> request.word(Slots.DEVICE_TYPE))
        .or(() -> request.word(Slots.PROPERTY))
        .map(Arguments::words)
        .map(word -> word.replace('_', ' '))
        .orElse("such thing");
  }

  private Answer asked(
      Request request, List<Reading> readings, List<Reading> known, Outlook outlook) {
    Optional<Value> expected = Wanted.of(request).expected();
    Value wanted = expected.orElse(Value.of(true));
    if (known.isEmpty()) {
      return new Answer(Optional.empty(), Unit.NONE, ids(readings), sentences(readings, outlook));
    }
    List<Reading> matching = known.stream().filter(r -> r.matches(wanted)).toList();
    return switch (Wanted.of(request).quantifier()) {
      case "any" -> any(known, matching, wanted, outlook);
      case "all" -> all(known, matching, wanted, outlook);
      case "count" -> count(known, matching, wanted, outlook);
      case "which" -> which(known, matching, wanted, outlook);
      case "since" -> since(known.getFirst(), outlook);
      case "more", "less", "most", "least" ->
          new ComparedAnswers(words).of(request, known, outlook);
      default ->
          expected.isPresent() ? yesOrNo(known, matching, wanted, outlook) : one(known, outlook);
    };
  }

  private Answer one(List<Reading> all, Outlook outlook) {
    List<Reading> known = audible(all, outlook);
    if (known.isEmpty()) {
      return new Answer(
          Optional.empty(), Unit.NONE, ids(all), words.phrase("answer.silent", Map.of()));
    }
    Reading first = known.getFirst();
    Value value =
        known.size() == 1
            ? first.value().orElseThrow()
            : new Value.Items(known.stream().flatMap(r -> r.value().stream()).toList());
    return new Answer(Optional.of(value), first.unit(), ids(known), sentences(known, outlook));
  }

  /** Of media only what plays; of everything else all. */
  private static List<Reading> audible(List<Reading> known, Outlook outlook) {
    return known.stream()
        .filter(reading ->
            !reading.property().equals("media")
                || outlook
                    .value(reading.id(), "playback")
                    .filter(p -> p.isText("playing"))
                    .isPresent())
        .toList();
  }

  private Answer yesOrNo(
      List<Reading> known, List<Reading> matching, Value wanted, Outlook outlook) {
    return known.size() > 1
        ? all(known, matching, wanted, outlook)
        : truth(!matching.isEmpty(), known, words.sentence(known.getFirst(), outlook), outlook);
  }

  private Answer any(List<Reading> known, List<Reading> matching, Value wanted, Outlook outlook) {
    String what = word(known, wanted);
    if (matching.isEmpty()) {
      String none =
          known.size() == 1
              ? words.sentence(known.getFirst(), outlook)
              : words.say(
                  "answer.none", ids(known), outlook.home(), Map.of("what", what, "be", "is"));
      return truth(false, known, none, outlook);
    }
    return truth(true, matching, is(matching, what, outlook), outlook);
  }

  private Answer all(List<Reading> known, List<Reading> matching, Value wanted, Outlook outlook) {
    boolean all = matching.size() == known.size();
    if (all) {
      return truth(true, known, is(known, word(known, wanted), outlook), outlook);
    }
    List<Reading> others = known.stream().filter(r -> !matching.contains(r)).toList();
    String sentence =
        wanted instanceof Value.Bool(boolean yes)
            ? is(others, words.word(others.getFirst().property(), !yes), outlook)
            : sentences(others, outlook);
    return truth(false, others, sentence, outlook);
  }

  private Answer count(List<Reading> known, List<Reading> matching, Value wanted, Outlook outlook) {
    Map<String, Object> more = Map.of("count", matching.size(), "what", word(known, wanted));
    List<DeviceId> about = ids(matching.isEmpty() ? known : matching);
    String reply = words.say("answer.count", about, outlook.home(), more);
    return new Answer(
        Optional.of(Value.of(matching.size())),
        Unit.NONE,
        ids(matching),
        unsure(reply, known, outlook));
  }

  private Answer which(List<Reading> known, List<Reading> matching, Value wanted, Outlook outlook) {
    String what = word(known, wanted);
    List<Value> names = matching.stream().map(r -> Value.of(r.device().name())).toList();
    boolean people = known.stream().allMatch(r -> r.device().person().isPresent());
    String none = people ? "answer.nobody" : "answer.none";
    String where = people && wanted.isText("home") ? "at home" : what;
    String reply =
        matching.isEmpty()
            ? words.say(none, ids(known), outlook.home(), Map.of("what", where, "be", "is"))
            : is(matching, where, outlook);
    return new Answer(Optional.of(new Value.Items(names)), Unit.NONE, ids(matching), reply);
  }

  private Answer since(Reading reading, Outlook outlook) {
    String what =
        reading
            .value()
            .map(value -> words.word(reading.property(), value, reading.unit()))
            .orElse("");
    if (reading.source().isEmpty() || reading.isSinceUnknown() || what.isEmpty()) {
      String reply = words.say("answer.never", List.of(reading.id()), outlook.home(), Map.of());
      return new Answer(Optional.empty(), Unit.NONE, List.of(reading.id()), reply);
    }
    var since = reading.source().get().since();
    String ago = Figures.ago(Figures.between(since, outlook.moment().at()));
    String reply =
        words.say(
            "answer.changed",
            List.of(reading.id()),
            outlook.home(),
            Map.of("what", what, "ago", ago));
    return new Answer(
        Optional.of(Value.of(since.toString())), Unit.NONE, List.of(reading.id()), reply);
  }

  private Answer truth(boolean yes, List<Reading> about, String sentence, Outlook outlook) {
    String reply =
        words.say(
            yes ? "answer.yes" : "answer.no",
            ids(about),
            outlook.home(),
            Map.of("sentence", inside(sentence)));
    return new Answer(Optional.of(Value.of(yes)), Unit.NONE, ids(about), reply);
  }

  private String is(List<Reading> readings, String what, Outlook outlook) {
    String said = words.say("answer.is", ids(readings), outlook.home(), Map.of("what", what));
    return unsure(said, readings, outlook);
  }

  /** Says of whom a sentence is not sure. */
  private String unsure(String sentence, List<Reading> readings, Outlook outlook) {
    List<Reading> unsure = readings.stream().filter(Reading::isUnsure).toList();
    return unsure.isEmpty()
        ? sentence
        : words.say("answer.unsure", ids(unsure), outlook.home(), Map.of("sentence", sentence));
  }

  private String word(List<Reading> known, Value wanted) {
    Reading first = known.getFirst();
    return words.word(first.property(), wanted, first.unit());
  }

  private String sentences(List<Reading> readings, Outlook outlook) {
    return String.join(" ", readings.stream().map(r -> words.sentence(r, outlook)).toList());
  }

  /** A sentence as it stands after a comma; names keep their capital. */
  private static String inside(String sentence) {
    for (String start : List.of("The ", "It ", "None ")) {
      if (sentence.startsWith(start)) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
      }
    }
    return sentence;
  }

  private static List<DeviceId> ids(List<Reading> readings) {
    return readings.stream().map(Reading::device).map(Device::id).distinct().toList();
  }
}
