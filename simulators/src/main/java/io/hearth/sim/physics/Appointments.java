package io.hearth.sim.physics;

import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A calendar keeps the events that are added to it. */
final class Appointments implements Behaviour {

  private static final String EVENTS = "events";
  private static final List<String> FIELDS = List.of("title", "start", "end", "location");

  @Override
  public void begin(Body body) {
    body.begin(EVENTS, new Value.Items(List.of()));
  }

  @Override
  public Optional<Answer> act(Body body, String action, Map<String, Value> arguments) {
    if (!action.equals("add")) {
      return Optional.empty();
    }
    if (Arguments.text(arguments, "title").isEmpty()) {
      return Optional.of(Answer.badCommand("argument title is missing"));
    }
    Map<String, Value> event = new LinkedHashMap<>();
    for (String field : FIELDS) {
      Arguments.any(arguments, field).ifPresent(value -> event.put(field, value));
    }
    new Entries(body, EVENTS).add(event);
    return Optional.of(Answer.accepted());
  }
}
