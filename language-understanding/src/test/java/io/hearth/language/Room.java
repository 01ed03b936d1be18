package io.hearth.language;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.ContextSnapshot;
import io.hearth.model.state.DeviceState;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A room of the demo home with somebody speaking in it, at six in the evening. */
final class Room {

  static final Instant NOW = Instant.parse("2026-03-04T17:00:00Z");

  private static final Interpreter INTERPRETER = Interpreter.english();
  private static final Interpreter STATISTICAL = Interpreter.english(Statistics.of("en"));
  private static final DescribedHome DEMO = new HomeFiles(Catalogues.builtIn()).demo();

  private final Optional<AreaId> area;
  private final Home home;
  private final Map<DeviceId, DeviceState> states;
  private Dialogue dialogue = Dialogue.fresh("d");
  private Interpreter interpreter = INTERPRETER;

  private Room(Optional<AreaId> area, Home home, Map<DeviceId, DeviceState> states) {
    this.area = area;
    this.home = home;
    this.states = states;
  }

  static Room of(String area) {
    return new Room(Optional.of(new AreaId(area)), DEMO.home(), DEMO.states());
  }

  static Room unknown() {
    return new Room(Optional.empty(), DEMO.home(), DEMO.states());
  }

  static Room in(DescribedHome home, String area) {
    return new Room(Optional.of(new AreaId(area)), home.home(), home.states());
  }

  /** The same, understood with the statistics besides the grammar. */
  Room withStatistics() {
    interpreter = STATISTICAL;
    return this;
  }

  Home home() {
    return home;
  }

  /** Somebody speaks, within the conversation so far, which the likeliest reading then extends. */
  List<Hypothesis> hears(String text) {
    List<Hypothesis> hypotheses = hears(Transcript.of(text));
    if (!hypotheses.getFirst().isOutOfDomain()) {
      dialogue = dialogue.after(hypotheses.getFirst().requests(), NOW);
    }
    return hypotheses;
  }

  List<Hypothesis> hears(Transcript transcript) {
    Utterance utterance =
        new Utterance("u", transcript, area, Optional.empty(), Optional.empty(), NOW, dialogue);
    ContextSnapshot snapshot =
        new ContextSnapshot(
            home,
            states,
            NOW,
            true,
            area,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    return interpreter.hypotheses(utterance, snapshot);
  }

  /** The requests of the likeliest reading. */
  List<Request> requests(String text) {
    return hears(text).getFirst().requests();
  }

  /** The one request of the likeliest reading. */
  Request request(String text) {
    List<Request> requests = requests(text);
    if (requests.size() != 1) {
      throw new AssertionError(requests.size() + " requests in " + requests);
    }
    return requests.getFirst();
  }

  void isAsked(Dialogue.PendingQuestion question) {
    dialogue = dialogue.asking(question);
  }

  static List<String> ids(Request request) {
    return request.targets().stream().map(DeviceId::value).toList();
  }

  static Object slot(Request request, String name) {
    return request
        .slot(name)
        .map(value -> value.raw())
        .orElseThrow(() -> new AssertionError("no slot " + name + " in " + request));
  }

  /** How likely nothing was meant for the home. */
  static double doubt(List<Hypothesis> hypotheses) {
    return hypotheses.stream()
        .filter(h -> h.isOutOfDomain() && h.requests().getFirst().problems().isEmpty())
        .findFirst()
        .orElseThrow()
        .confidence();
  }
}
