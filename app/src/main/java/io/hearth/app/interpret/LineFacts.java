package io.hearth.app.interpret;

import io.hearth.gateway.BatchTurns;
import io.hearth.model.device.Area;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.Person;
import io.hearth.model.device.PersonId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a line means in its home: the utterance and what holds at that moment.
 *
 * @param facts what devices said before, then what the line says of their state, which is no news
 */
record LineFacts(Utterance utterance, BatchTurns.Facts facts) {

  /** A speaker who is known not to be one of the people of the home. */
  private static final String GUEST = "guest";

  /**
   * @param now when the line says no time
   * @throws IllegalArgumentException for something that is not in the home or cannot be true of it
   */
  static LineFacts of(InterpretLine line, Home home, Instant now) {
    Instant at = line.time().orElseGet(() -> afterEvents(line, now));
    List<StateReport> reports = new ArrayList<>();
    for (InterpretLine.Event event : line.events()) {
      if (event.time().isAfter(at)) {
        throw new IllegalArgumentException(
            "event at " + event.time() + " is later than the line at " + at);
      }
      reports.add(
          report(
              home,
              event.device(),
              Map.of(event.property(), event.value()),
              event.time(),
              Source.REPORTED));
    }
    line.state()
        .forEach((device, state) -> reports.add(report(home, device, state, at, Source.DESCRIBED)));
    line.available().keySet().forEach(device -> device(home, device));
    Utterance utterance =
        new Utterance(
            String.valueOf(line.id()),
            line.transcript(),
            line.area().map(name -> area(home, name)),
            line.device().map(DeviceId::new), // a satellite need not be in the home file
            line.user().filter(name -> !name.equals(GUEST)).map(name -> person(home, name)),
            at,
            Dialogue.fresh(line.dialogue().orElse("line")));
    return new LineFacts(utterance, new BatchTurns.Facts(reports, line.available()));
  }

  private static Instant afterEvents(InterpretLine line, Instant now) {
    return line.events().stream()
        .map(InterpretLine.Event::time)
        .max(Instant::compareTo)
        .filter(last -> last.isAfter(now))
        .orElse(now);
  }

  private static StateReport report(
      Home home, DeviceId id, Map<String, Value> properties, Instant at, Source source) {
    Device device = device(home, id);
    properties.forEach((name, value) ->
        device
            .property(name)
            .flatMap(property -> property.problemWith(value))
            .ifPresent(problem -> {
              throw new IllegalArgumentException("state of " + id + ": " + problem);
            }));
    return new StateReport(id, properties, source, at, Optional.empty());
  }

  private static Device device(Home home, DeviceId id) {
    return home.device(id)
        .orElseThrow(() -> new IllegalArgumentException("no device '" + id + "' in the home"));
  }

  private static AreaId area(Home home, String name) {
    return home.areas().stream()
        .filter(area -> isCalled(name, area.id().value(), area.name(), area.aliases()))
        .findFirst()
        .map(Area::id)
        .orElseThrow(() -> new IllegalArgumentException("no area '" + name + "' in the home"));
  }

  private static PersonId person(Home home, String name) {
    return home.people().stream()
        .filter(person -> isCalled(name, person.id().value(), person.name(), person.aliases()))
        .findFirst()
        .map(Person::id)
        .orElseThrow(() -> new IllegalArgumentException("no person '" + name + "' in the home"));
  }

  private static boolean isCalled(String said, String id, String name, List<String> aliases) {
    return id.equals(said)
        || name.equalsIgnoreCase(said)
        || aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(said));
  }
}
