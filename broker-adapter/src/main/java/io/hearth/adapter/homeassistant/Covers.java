package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.template.TemplateException;
import io.hearth.adapter.vocabulary.Scales;
import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Covers and valves: what opens and closes. */
final class Covers {

  private static final Set<String> KINDS =
      Set.of("door", "window", "blind", "curtain", "shade", "shutter", "awning", "gate");

  private Covers() {}

  static void cover(Entity entity, Assembly device) throws TemplateException {
    String kind = entity.fields().text("device_class", "");
    if (kind.equals("garage")) {
      device.draft().type("cover", "garage_door");
    } else if (KINDS.contains(kind)) {
      device.draft().type("cover", kind);
    } else {
      device.draft().type("cover");
    }
    moving(entity.fields(), device, true);
  }

  static void valve(Entity entity, Assembly device) throws TemplateException {
    device.draft().type("valve");
    moving(entity.fields(), device, entity.fields().flag("reports_position", false));
  }

  private static void moving(Fields fields, Assembly device, boolean tellsPosition)
      throws TemplateException {
    device.draft().capability("WindowCovering");
    double closed = fields.number("position_closed", 0);
    double open = fields.number("position_open", 100);
    boolean inOneTopic = fields.flag("reports_position", false);
    Optional<Source> position =
        inOneTopic
            ? device.source(fields, "state_topic", "value_template")
            : device.source(fields, "position_topic", templateKey(fields));
    Optional<Source> state = device.source(fields, "state_topic", "value_template");
    boolean measures = position.isPresent() && tellsPosition;
    if (device.claims("position") && device.claims("moving")) {
      if (measures) {
        device.reads("position", position, value -> position(value, closed, open));
      }
      if (state.isPresent()) {
        state(fields, device, state.get(), measures);
      }
    }
    orders(fields, device, closed, open);
    tilt(fields, device);
  }

  private static String templateKey(Fields fields) {
    return fields.has("position_template") ? "position_template" : "value_template";
  }

  private static Optional<Value> position(Value said, double closed, double open) {
    Optional<Double> number = Words.number(said);
    if (number.isEmpty() && said instanceof Value.Text(String text) && text.startsWith("{")) {
      number = Words.jsonMember(text, "position").flatMap(Words::number);
    }
    return number.map(where -> Value.of(Scales.percent(where, closed, open)));
  }

  /** The words of its state; they tell the position where nothing measures it. */
  private static void state(Fields fields, Assembly device, Source state, boolean measured) {
    Map<Object, String> words = new LinkedHashMap<>();
    words.put(Switches.orElse(fields.raw("state_open"), "open"), "open");
    words.put(Switches.orElse(fields.raw("state_closed"), "closed"), "closed");
    words.put(Switches.orElse(fields.raw("state_opening"), "opening"), "opening");
    words.put(Switches.orElse(fields.raw("state_closing"), "closing"), "closing");
    words.putIfAbsent(Switches.orElse(fields.raw("state_stopped"), "stopped"), "stopped");
    Set<String> properties = new LinkedHashSet<>(Set.of("moving"));
    if (!measured) {
      properties.add("position");
    }
    device.reads(
        state.topic(),
        properties,
        (payload, said) ->
            state
                .read(payload)
                .ifPresent(
                    value -> meant(words, value).ifPresent(word -> put(word, measured, said))));
  }

  private static Optional<String> meant(Map<Object, String> words, Value said) {
    Value word =
        said instanceof Value.Text(String text) && text.startsWith("{")
            ? Words.jsonMember(text, "state").orElse(said)
            : said;
    return words.entrySet().stream()
        .filter(entry -> Words.same(word, entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static void put(String word, boolean measured, Map<String, Value> said) {
    switch (word) {
      case "opening", "closing", "stopped" -> said.put("moving", Value.of(word));
      default -> {
        said.put("moving", Value.of("stopped"));
        if (!measured) {
          said.put("position", Value.of(word.equals("open") ? 100 : 0));
        }
      }
    }
  }

  private static void orders(Fields fields, Assembly device, double closed, double open)
      throws TemplateException {
    Optional<Target> command = device.target(fields, "command_topic", "command_template");
    boolean byPosition = fields.flag("reports_position", false);
    Optional<Target> set =
        byPosition ? command : device.target(fields, "set_position_topic", "set_position_template");
    if (set.isPresent()) {
      Order to = percent -> List.of(position(set.get(), percent, closed, open));
      device.command("setPosition", "position", call -> to.percent(call.number("position")));
      device.command(
          "adjustPosition",
          "position",
          call -> to.percent(Math.clamp(call.current("position") + call.number("delta"), 0, 100)));
      if (command.isEmpty() || byPosition) {
        device.command("open", "position", call -> to.percent(100));
        device.command("close", "position", call -> to.percent(0));
      }
    }
    if (command.isEmpty()) {
      return;
    }
    word(fields, device, "open", "payload_open", "OPEN", "position", command.get());
    word(fields, device, "close", "payload_close", "CLOSE", "position", command.get());
    word(fields, device, "stop", "payload_stop", "STOP", "moving", command.get());
  }

  private static Outgoing position(Target set, double percent, double closed, double open)
      throws CannotCommandException {
    long where = Math.round(Scales.ofPercent(percent, closed, open));
    return set.send(
        where,
        Map.of("position", where, "position_open", (long) open, "position_closed", (long) closed));
  }

  private static void word(
      Fields fields,
      Assembly device,
      String action,
      String key,
      String otherwise,
      String property,
      Target command) {
    Object payload = Switches.orElse(fields.raw(key), otherwise);
    boolean isValvesStop =
        action.equals("stop") && fields.has("reports_position") && !fields.has(key);
    if (!isValvesStop) {
      device.command(action, property, call -> List.of(command.send(payload)));
    }
  }

  private static void tilt(Fields fields, Assembly device) throws TemplateException {
    double min = fields.number("tilt_min", 0);
    double max = fields.number("tilt_max", 100);
    if (device.claims("tilt")) {
      device.reads(
          "tilt",
          device.source(fields, "tilt_status_topic", "tilt_status_template"),
          value -> Words.number(value).map(where -> Value.of(Scales.percent(where, min, max))));
    }
  }

  /** Brings it to a position in percent. */
  @FunctionalInterface
  private interface Order {
    List<Outgoing> percent(double percent) throws CannotCommandException;
  }
}
