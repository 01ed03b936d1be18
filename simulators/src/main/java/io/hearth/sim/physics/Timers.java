package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Timers count down and are told as finished for a minute; the time left is told in steps, and
 * exactly whenever something is done to a timer.
 */
final class Timers implements Behaviour {

  private static final String TIMERS = "timers";
  private static final String REMAINING = "remaining";
  private static final String STATE = "state";
  private static final String RUNNING = "running";
  private static final String PAUSED = "paused";
  private static final double STEP = 5;
  private static final double FINISHED_HOLD = 60;

  /** Exact seconds left by id; below 0 since it finished. */
  private final Map<String, Double> left = new LinkedHashMap<>();

  private int lastId;

  @Override
  public void begin(Body body) {
    body.begin(TIMERS, new Value.Items(List.of()));
    new Entries(body, TIMERS).all().forEach(this::learn);
  }

  @Override
  public void given(Body body, String property, Value value) {
    if (property.equals(TIMERS)) {
      left.clear();
      new Entries(body, TIMERS).all().forEach(this::learn);
    }
  }

  @Override
  public Optional<Answer> act(Body body, String action, Map<String, Value> arguments) {
    return switch (action) {
      case "start" -> Optional.of(start(body, arguments));
      case "cancel" -> Optional.of(change(body, arguments, timer -> Map.of()));
      case "pause" ->
          Optional.of(
              change(body, arguments, timer -> Entries.with(timer, STATE, Value.of(PAUSED))));
      case "resume" ->
          Optional.of(
              change(body, arguments, timer -> Entries.with(timer, STATE, Value.of(RUNNING))));
      case "adjust" -> Optional.of(adjust(body, arguments));
      default -> Optional.empty();
    };
  }

  @Override
  public void advance(Body body, Duration passed) {
    if (left.isEmpty()) {
      return;
    }
    double seconds = passed.toMillis() / 1000.0;
    Entries timers = new Entries(body, TIMERS);
    timers.replace(timer -> Entries.isText(timer, STATE, PAUSED) ? timer : counted(timer, seconds));
    timers.remove(this::isForgotten);
    left.keySet().removeIf(id -> timers.first(timer -> id(timer).equals(id)).isEmpty());
  }

  private Map<String, Value> counted(Map<String, Value> timer, double seconds) {
    double rest = left.merge(id(timer), -seconds, Double::sum);
    if (rest <= 0) {
      return Entries.with(Entries.with(timer, REMAINING, Value.of(0)), STATE, Value.of("finished"));
    }
    double told = Math.ceil(rest / STEP) * STEP;
    double before = Arguments.number(timer, REMAINING).orElse(told);
    return told < before ? Entries.with(timer, REMAINING, Value.of(told)) : timer;
  }

  private boolean isForgotten(Map<String, Value> timer) {
    return left.getOrDefault(id(timer), 0.0) <= -FINISHED_HOLD;
  }

  private Answer start(Body body, Map<String, Value> arguments) {
    Optional<Double> duration = Arguments.number(arguments, "duration").filter(d -> d > 0);
    if (duration.isEmpty()) {
      return Answer.badCommand("argument duration is missing or not above 0 s");
    }
    Map<String, Value> timer = new LinkedHashMap<>();
    lastId++;
    timer.put("id", Value.of(String.valueOf(lastId)));
    timer.put("name", Value.of(Arguments.text(arguments, "name").orElse("")));
    timer.put("duration", Value.of(duration.get()));
    timer.put(REMAINING, Value.of(duration.get()));
    timer.put(STATE, Value.of(RUNNING));
    new Entries(body, TIMERS).add(timer);
    learn(timer);
    return Answer.accepted();
  }

  private Answer adjust(Body body, Map<String, Value> arguments) {
    Optional<Double> delta = Arguments.number(arguments, "delta");
    if (delta.isEmpty()) {
      return Answer.badCommand("argument delta is missing");
    }
    return change(
        body,
        arguments,
        timer -> {
          double rest = Math.max(0, left.merge(id(timer), delta.get(), Double::sum));
          return Entries.with(timer, REMAINING, Value.of(Math.rint(rest)));
        });
  }

  /** Changes the timer of that name, or the only one; an empty result takes it away. */
  private Answer change(
      Body body, Map<String, Value> arguments, UnaryOperator<Map<String, Value>> change) {
    Entries timers = new Entries(body, TIMERS);
    Optional<String> name = Arguments.text(arguments, "name", "id");
    List<Map<String, Value>> meant =
        timers.all().stream()
            .filter(timer -> name.map(text -> isCalled(timer, text)).orElse(true))
            .toList();
    if (meant.isEmpty()) {
      return Answer.notNow("no such timer");
    }
    if (meant.size() > 1) {
      return Answer.notNow("more than one timer is set");
    }
    timers.replace(timer -> timer.equals(meant.getFirst()) ? change.apply(timer) : timer);
    timers.remove(Map::isEmpty);
    return Answer.accepted();
  }

  private void learn(Map<String, Value> timer) {
    left.put(id(timer), Arguments.number(timer, REMAINING).orElse(0.0));
  }

  private static boolean isCalled(Map<String, Value> timer, String text) {
    return Entries.isText(timer, "name", text) || Entries.isText(timer, "id", text);
  }

  private static String id(Map<String, Value> timer) {
    return Arguments.text(timer, "id").orElse("");
  }
}
