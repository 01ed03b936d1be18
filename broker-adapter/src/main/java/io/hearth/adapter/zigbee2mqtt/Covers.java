package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.vocabulary.Scales;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Covers: blinds, curtains, shutters, garage doors. */
final class Covers {

  private static final List<String> KINDS =
      List.of("garage", "gate", "curtain", "awning", "shutter", "blind", "shade", "window", "door");

  private Covers() {}

  static void add(Expose cover, Zigbee device) {
    kind(device.called())
        .or(() -> kind(device.about()))
        .ifPresentOrElse(
            kind -> device.draft().type("cover", kind), () -> device.draft().type("cover"));
    device.draft().capability("WindowCovering");
    Optional<Expose> state = cover.feature("state");
    Optional<Expose> position = cover.feature("position");
    position.ifPresent(place -> position(place, device));
    cover
        .feature("tilt")
        .ifPresent(tilt ->
            device.reads(
                tilt,
                "tilt",
                message -> tilt.numeric(message).map(v -> percent(v, tilt)).map(Value::of)));
    state.ifPresent(words -> state(words, position, device));
  }

  private static Optional<String> kind(String about) {
    return KINDS.stream()
        .filter(about.replace("outdoor", "")::contains)
        .findFirst()
        .map(word -> word.equals("garage") ? "garage_door" : word);
  }

  private static double percent(double value, Expose scale) {
    return Scales.percent(value, scale.min(0), scale.max(100));
  }

  private static void position(Expose place, Zigbee device) {
    device.reads(
        place,
        "position",
        message -> place.numeric(message).map(v -> percent(v, place)).map(Value::of));
    device.command(
        "setPosition",
        place,
        "position",
        call -> Zigbee.member(place.property(), scaled(call.number("position"), place)));
    device.command(
        "adjustPosition",
        place,
        "position",
        call ->
            Zigbee.member(
                place.property(), scaled(call.current("position") + call.number("delta"), place)));
  }

  private static long scaled(double percent, Expose scale) {
    return Math.round(Scales.ofPercent(percent, scale.min(0), scale.max(100)));
  }

  private static void state(Expose state, Optional<Expose> position, Zigbee device) {
    if (position.filter(Expose::isReported).isEmpty()) {
      device.reads(state, "position", message -> state.word(message).flatMap(Covers::position));
    }
    device.reads(state, "moving", message -> moving(state, message));
    List<String> words = state.values();
    for (String word : words) {
      Optional<Expose> reported = position.filter(Expose::isReported).or(() -> Optional.of(state));
      switch (word) {
        case "OPEN", "CLOSE" ->
            device.command(
                word.equals("OPEN") ? "open" : "close",
                state,
                reported,
                "position",
                call -> Zigbee.member(state.property(), word));
        case "STOP" -> stop(state, position, device);
        default -> {
          // no word of the catalogue
        }
      }
    }
  }

  /** That it stopped is told by the place where it then stands. */
  private static void stop(Expose state, Optional<Expose> position, Zigbee device) {
    device.command(
        "stop", state, position, "position", call -> Zigbee.member(state.property(), "STOP"));
  }

  private static Optional<Value> position(String word) {
    return switch (word) {
      case "OPEN" -> Optional.of(Value.of(100));
      case "CLOSE" -> Optional.of(Value.of(0));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> moving(Expose state, JsonNode message) {
    JsonNode said = message.path("moving");
    String word = said.isString() ? said.asString() : "";
    return switch (word) {
      case "UP", "OPENING", "OPEN" -> Optional.of(Value.of("opening"));
      case "DOWN", "CLOSING", "CLOSE" -> Optional.of(Value.of("closing"));
      case "STOP", "STOPPED" -> Optional.of(Value.of("stopped"));
      default -> state.word(message).filter("STOP"::equals).map(stopped -> Value.of("stopped"));
    };
  }

  /** An opener with one button, and a contact that tells whether the door is closed. */
  static void oneButton(Expose trigger, Expose contact, Zigbee device) {
    device.draft().type("cover", "garage_door").capability("WindowCovering");
    device.reads(
        contact,
        "position",
        message -> contact.apart(message).map(open -> Value.of(open ? 100 : 0)));
    for (String action : Set.of("open", "close")) {
      double wanted = action.equals("open") ? 100 : 0;
      device.command(
          action,
          trigger,
          Optional.of(contact),
          "position",
          call -> {
            if (call.current("position") == wanted) {
              throw new CannotCommandException(
                  "it is "
                      + (wanted > 0 ? "open" : "closed")
                      + " already, and its only button would "
                      + (wanted > 0 ? "close" : "open")
                      + " it");
            }
            return Zigbee.member(trigger.property(), trigger.binaryWord(true));
          });
    }
  }
}
