package io.hearth.registry;

import io.hearth.model.device.Property;
import io.hearth.model.device.Range;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Simulation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads how devices of a type behave when they are simulated. */
final class SimulationReader {

  private final Part root;
  private final OwnTypeReader.Names names;

  SimulationReader(Part root, OwnTypeReader.Names names) {
    this.root = root;
    this.names = names;
  }

  Simulation read() {
    Optional<Part> given = root.get("simulate");
    if (given.isEmpty()) {
      return Simulation.PLAIN;
    }
    Part part = given.get();
    Map<String, Simulation.Motion> motions = new LinkedHashMap<>();
    part.entries("properties")
        .forEach(
            (name, motion) -> motions.put(name, motion(motion, names.checkProperty(motion, name))));
    Map<String, String> payloads = new LinkedHashMap<>();
    part.entries("payloads").forEach((place, text) -> payloads.put(place, text.text()));
    Map<String, String> orders = new LinkedHashMap<>();
    part.entries("commands")
        .forEach((action, regex) -> {
          names.checkAction(regex, action);
          orders.put(action, checked(regex));
        });
    return new Simulation(
        seconds(part.get("latency").map(Part::number).orElse(0.0)), motions, payloads, orders);
  }

  private static String checked(Part regex) {
    try {
      return Pattern.compile(regex.text()).pattern();
    } catch (PatternSyntaxException e) {
      throw regex.problem("is no regular expression: " + e.getDescription());
    }
  }

  private static Simulation.Motion motion(Part part, Property property) {
    boolean wanders = part.get("min").isPresent() || part.get("max").isPresent();
    Range within = CatalogueReader.range(part, property.range());
    return new Simulation.Motion(
        part.get("start").map(start -> value(start, property)),
        part.get("rate").map(Part::number).orElse(0.0),
        wanders ? Optional.of(within) : Optional.empty(),
        part.get("noise").map(Part::number).orElse(0.0),
        part.items("steps").stream().map(step -> step(step, property)).toList());
  }

  private static Simulation.Step step(Part part, Property property) {
    return new Simulation.Step(
        value(part.require("from"), property),
        seconds(part.require("after").number()),
        value(part.require("to"), property));
  }

  private static Value value(Part part, Property property) {
    Value value = Value.ofRaw(part.plain());
    property
        .problemWith(value)
        .ifPresent(problem -> {
          throw part.problem(problem + Closest.hint(part.text(), property.options()));
        });
    return value;
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
