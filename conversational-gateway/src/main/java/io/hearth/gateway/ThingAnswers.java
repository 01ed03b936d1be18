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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers questions about lists, timers, alarms, plans and the weather. */
final class ThingAnswers {

  private final StateWords words;

  ThingAnswers(StateWords words) {
    this.words = words;
  }

  Part list(Request request, Outlook outlook) {
    return items(request, outlook, "items", "todo_list", "answer.list", ThingAnswers::open);
  }

  Part timers(Request request, Outlook outlook) {
    return items(request, outlook, "timers", "timer", "answer.timers", this::timer);
  }

  Part alarms(Request request, Outlook outlook) {
    return items(request, outlook, "alarms", "alarm_clock", "answer.alarms", ThingAnswers::alarm);
  }

  Part calendar(Request request, Outlook outlook) {
    return items(request, outlook, "events", "calendar", "answer.events", ThingAnswers::event);
  }

  Part weather(Request request, Outlook outlook) {
    Optional<Device> found = device(request, outlook, "weather");
    if (found.isEmpty()) {
      return Part.impossible(request, Problem.Kind.UNSUPPORTED, "the weather");
    }
    DeviceId id = found.get().id();
    Optional<Value> condition = outlook.value(id, "condition");
    if (condition.isEmpty()) {
      return Part.impossible(request, Problem.Kind.UNAVAILABLE, found.get().name());
    }
    String temperature =
        outlook.value(id, "temperature").map(t -> Figures.say(t, Unit.CELSIUS)).orElse("");
    Map<String, Object> more =
        Map.of("condition", Figures.say(condition.get(), Unit.NONE), "temperature", temperature);
    String reply = words.say("answer.weather", List.of(id), outlook.home(), more);
    return Part.answered(request, new Answer(condition, Unit.NONE, List.of(id), reply));
  }

  /** Says one entry; empty for what is not worth telling, e.g. an item that is done. */
  private interface Entry {
    Optional<String> say(Map<String, Value> fields);
  }

  private Part items(
      Request request, Outlook outlook, String property, String type, String key, Entry entry) {
    Optional<Device> found = device(request, outlook, type);
    if (found.isEmpty()) {
      return request.problems().isEmpty()
          ? Part.impossible(request, Problem.Kind.UNSUPPORTED, type.replace('_', ' ') + "s")
          : new Part(request, List.of(), List.of(), request.problems());
    }
    DeviceId id = found.get().id();
    if (!outlook.moment().isReachable(id) && outlook.value(id, property).isEmpty()) {
      return Part.impossible(request, Problem.Kind.UNAVAILABLE, found.get().name());
    }
    List<String> said = new ArrayList<>();
    if (outlook.value(id, property).orElse(null) instanceof Value.Items(List<Value> items)) {
      items.forEach(item -> {
        Map<String, Value> fields =
            item instanceof Value.Fields(Map<String, Value> known) ? known : Map.of("name", item);
        entry.say(fields).ifPresent(said::add);
      });
    }
    Value value = new Value.Items(said.stream().map(Value::of).toList());
    String reply = words.say(key, List.of(id), outlook.home(), Map.of("items", Figures.and(said)));
    return Part.answered(request, new Answer(Optional.of(value), Unit.NONE, List.of(id), reply));
  }

  /** The device meant, else the first of the type that fits the name said. */
  private static Optional<Device> device(Request request, Outlook outlook, String type) {
    if (!request.targets().isEmpty()) {
      return outlook.device(request.targets().getFirst());
    }
    String said = request.word(Slots.TEXT).orElse("").toLowerCase(Locale.ROOT);
    List<Device> all =
        outlook.home().devices().stream().filter(d -> d.type().id().equals(type)).toList();
    return all.stream()
        .filter(d -> !said.isEmpty() && d.name().toLowerCase(Locale.ROOT).contains(said))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static Optional<String> open(Map<String, Value> item) {
    boolean done = item.containsKey("done") && item.getOrDefault("done", Value.of(false)).isTrue();
    return done ? Optional.empty() : text(item, "name");
  }

  private Optional<String> timer(Map<String, Value> timer) {
    if (!(timer.get("remaining") instanceof Value.Number(double remaining)) || remaining <= 0) {
      return Optional.empty();
    }
    String name = text(timer, "name").orElse("");
    Map<String, Object> more =
        Map.of("name", name, "remaining", Figures.span(Figures.seconds(remaining)));
    return Optional.of(words.phrase("answer.timer", more));
  }

  private static Optional<String> alarm(Map<String, Value> alarm) {
    boolean off = alarm.get("enabled") instanceof Value.Bool(boolean enabled) && !enabled;
    return off ? Optional.empty() : text(alarm, "time");
  }

  private static Optional<String> event(Map<String, Value> event) {
    return text(event, "title")
        .map(title -> title + text(event, "start").map(start -> " at " + start).orElse(""));
  }

  private static Optional<String> text(Map<String, Value> fields, String key) {
    return fields.get(key) instanceof Value.Text(String text) && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }
}
