package io.hearth.registry;

import io.hearth.model.device.Action;
import io.hearth.model.device.Effect;
import io.hearth.model.device.Property;
import io.hearth.model.device.Range;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Format;
import io.hearth.model.owntype.Order;
import io.hearth.model.owntype.Place;
import io.hearth.model.owntype.Presence;
import io.hearth.model.owntype.Reading;
import io.hearth.model.owntype.Resource;
import io.hearth.model.owntype.Telling;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how devices of a type speak on the wire. */
final class WireReader {

  private static final Map<String, Place.Way> WAYS =
      Map.of("topic", Place.Way.MQTT, "coap", Place.Way.COAP, "http", Place.Way.HTTP);

  private final OwnTypeReader.Names names;
  private final Set<String> variables;

  /**
   * @param variables what may stand in braces in a place
   */
  WireReader(OwnTypeReader.Names names, Set<String> variables) {
    this.names = names;
    this.variables = variables;
  }

  Telling telling(Part part) {
    Format format = format(part, Format.JSON);
    Map<String, Reading> properties = new LinkedHashMap<>();
    part.entries("properties")
        .forEach((name, reading) ->
            properties.put(name, reading(reading, names.checkProperty(reading, name), format)));
    Map<String, Value> then = new LinkedHashMap<>();
    part.entries("then").forEach((name, value) -> then.put(name, value(value, name)));
    return new Telling(
        place(part),
        format,
        properties,
        part.get("time").map(time -> timeStamp(time, format)),
        part.get("expires").map(Part::number).map(WireReader::seconds),
        then);
  }

  private static Telling.TimeStamp timeStamp(Part part, Format format) {
    Telling.TimeStamp.Count count =
        part.text("as")
            .map(word -> Telling.TimeStamp.Count.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Telling.TimeStamp.Count.ISO);
    return new Telling.TimeStamp(ExtractReader.read(part, format), count);
  }

  private Reading reading(Part part, Property property, Format format) {
    Map<String, Value> values = new LinkedHashMap<>();
    part.entries("values")
        .forEach((word, meaning) -> values.put(word, value(meaning, property.name())));
    return new Reading(
        ExtractReader.read(part, format),
        part.get("scale").map(WireReader::scale),
        values,
        part.get("otherwise").map(meaning -> value(meaning, property.name())),
        part.get("optional").filter(flag -> flag.content().equals(true)).isPresent());
  }

  private static Reading.Scale scale(Part part) {
    Range any = new Range(-Double.MAX_VALUE, Double.MAX_VALUE);
    try {
      if (part.content() instanceof Number) {
        return new Reading.Scale(part.number(), 0, any);
      }
      Optional<Part> from = part.get("from");
      if (from.isEmpty()) {
        return new Reading.Scale(
            part.get("factor").map(Part::number).orElse(1.0),
            part.get("offset").map(Part::number).orElse(0.0),
            any);
      }
      List<Double> raw = from.get().items().stream().map(Part::number).toList();
      List<Double> to = part.require("to").items().stream().map(Part::number).toList();
      if (raw.get(0).equals(raw.get(1)) || to.get(0).equals(to.get(1))) {
        throw part.problem("the two numbers of 'from', and of 'to', must differ");
      }
      double factor = (to.get(1) - to.get(0)) / (raw.get(1) - raw.get(0));
      Range within = new Range(Math.min(to.get(0), to.get(1)), Math.max(to.get(0), to.get(1)));
      return new Reading.Scale(factor, to.get(0) - raw.get(0) * factor, within);
    } catch (IllegalArgumentException e) {
      throw part.problem(String.valueOf(e.getMessage()));
    }
  }

  /** A value of the catalogue that the property can take. */
  private Value value(Part part, String name) {
    Value value = Value.ofRaw(part.plain());
    names
        .checkProperty(part, name)
        .problemWith(value)
        .ifPresent(problem -> {
          throw part.problem(
              problem + Closest.hint(part.text(), names.checkProperty(part, name).options()));
        });
    return value;
  }

  Presence presence(Part part) {
    Format format = format(part, Format.TEXT);
    return new Presence(
        place(part),
        format,
        part.get("value")
            .map(value -> ExtractReader.read(value, format))
            .orElseGet(io.hearth.model.owntype.Extract.Whole::new),
        Set.of(part.require("online").text()),
        Set.of(part.require("offline").text()));
  }

  /**
   * @param told properties that the device reports somewhere
   */
  Order order(Part part, Action action, Set<String> told) {
    Place at = place(part);
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    part.entries("values")
        .forEach((argument, entries) -> {
          if (!action.arguments().contains(argument)) {
            throw entries.problem(
                "the action has no argument '"
                    + argument
                    + "'; it has "
                    + action.arguments()
                    + Closest.hint(argument, action.arguments()));
          }
          Map<String, String> words = new LinkedHashMap<>();
          entries
              .entries()
              .forEach((value, word) -> {
                checkArgument(word, argument, value);
                words.put(value, word.text());
              });
          values.put(argument, words);
        });
    return new Order(
        at,
        part.text("method").orElse(at.way() == Place.Way.MQTT ? "PUBLISH" : "PUT"),
        new PayloadTemplate(part.require("payload")).checked(action.arguments()),
        part.get("hex").filter(flag -> flag.content().equals(true)).isPresent(),
        values,
        part.text("type"),
        part.get("qos").map(qos -> (int) qos.number()).orElse(1),
        confirmed(part, at, action, told));
  }

  private void checkArgument(Part word, String argument, String value) {
    List<String> options =
        Optional.ofNullable(names.properties().get(argument))
            .map(Property::options)
            .orElse(List.of());
    if (options.isEmpty() || options.contains(value)) {
      return;
    }
    String hint =
        options.contains(word.text())
            ? "; the value of the catalogue comes first, then the device's word for it"
            : Closest.hint(value, options);
    throw word.problem(argument + " must be one of " + options + " but is " + value + hint);
  }

  private Order.Confirmed confirmed(Part part, Place at, Action action, Set<String> told) {
    Optional<Part> confirm = part.get("confirm");
    if (confirm.isEmpty()) {
      return usual(at, action, told);
    }
    Part how = confirm.get();
    if (how.content() instanceof String word) {
      return switch (word) {
        case "reply" -> new Order.Confirmed.ByReply(Optional.empty());
        case "none" -> new Order.Confirmed.Never();
        case "report" -> byReport(how, effects(action), told);
        default ->
            throw how.problem(
                "'"
                    + how.text()
                    + "' must be one of reply, report, none"
                    + Closest.hint(how.text(), List.of("reply", "report", "none")));
      };
    }
    Optional<Part> reply = how.get("reply");
    if (reply.isPresent()) {
      return new Order.Confirmed.ByReply(Optional.of(replyForm(reply.get())));
    }
    Part report = how.require("report");
    report.items().forEach(property -> names.checkProperty(property, property.text()));
    return byReport(report, new LinkedHashSet<>(how.texts("report")), told);
  }

  /** What the protocol tells, else what the device reports of what the action changes. */
  private static Order.Confirmed usual(Place at, Action action, Set<String> told) {
    if (at.way() != Place.Way.MQTT) {
      return new Order.Confirmed.ByReply(Optional.empty());
    }
    Set<String> both = effects(action).stream().filter(told::contains).collect(Collectors.toSet());
    return both.isEmpty() ? new Order.Confirmed.Never() : new Order.Confirmed.ByReport(both);
  }

  private static Order.Confirmed byReport(Part part, Set<String> properties, Set<String> told) {
    for (String property : properties) {
      if (!told.contains(property)) {
        throw part.problem(
            "the device reports no '"
                + property
                + "' under 'state'; it reports "
                + String.join(", ", told.stream().sorted().toList()));
      }
    }
    if (properties.isEmpty()) {
      throw part.problem("the action changes nothing that could be reported");
    }
    return new Order.Confirmed.ByReport(properties);
  }

  private static Set<String> effects(Action action) {
    return action.effects().stream().map(Effect::property).collect(Collectors.toSet());
  }

  private Order.ReplyForm replyForm(Part part) {
    Format format = format(part, Format.JSON);
    return new Order.ReplyForm(
        place(part),
        format,
        ExtractReader.read(part.require("correlation"), format),
        ExtractReader.read(part.require("word"), format),
        Set.copyOf(part.texts("accepted")),
        part.get("reason").map(reason -> ExtractReader.read(reason, format)));
  }

  private static Format format(Part part, Format otherwise) {
    return part.text("format")
        .map(word -> Format.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(otherwise);
  }

  private Place place(Part part) {
    List<String> given = WAYS.keySet().stream().filter(key -> part.get(key).isPresent()).toList();
    if (given.size() != 1) {
      throw part.problem("needs one of topic, coap, http");
    }
    Part text = part.require(given.getFirst());
    Place place = new Place(WAYS.getOrDefault(given.getFirst(), Place.Way.MQTT), text.text());
    for (String name : place.names()) {
      if (!variables.contains(name)) {
        throw text.problem(
            "'{"
                + name
                + "}' is not among the names of 'devices': "
                + String.join(", ", variables)
                + Closest.hint(name, variables));
      }
    }
    if (place.way() == Place.Way.MQTT && text.text().matches(".*[+#].*")) {
      throw text.problem("a topic has names in braces, no + or #");
    }
    boolean schemed =
        switch (place.way()) {
          case MQTT -> true;
          case COAP -> text.text().matches("coaps?(\\+tcp)?://.+") || isOfServer(text.text());
          case HTTP -> text.text().matches("https?://.+");
        };
    if (!schemed) {
      throw text.problem(
          variables.contains(Resource.SERVER)
              ? "must be a path of the server, e.g. /status, or a whole address"
              : "must be a whole address, e.g. coap://{host}/status");
    }
    return place;
  }

  /** Of the server that has the resource by which a device was found. */
  private boolean isOfServer(String text) {
    return variables.contains(Resource.SERVER)
        && (text.startsWith("/") || text.startsWith("{" + Resource.PATH + "}"));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
  }
}
