package io.hearth.registry;

import io.hearth.model.device.Action;
import io.hearth.model.device.Capability;
import io.hearth.model.device.Catalogue;
import io.hearth.model.device.Effect;
import io.hearth.model.device.Property;
import io.hearth.model.device.Range;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Intent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a catalogue of a file that fits its schema. */
final class CatalogueReader {

  private final Part root;
  private final Map<String, Capability> capabilities = new LinkedHashMap<>();

  CatalogueReader(Part root) {
    this.root = root;
  }

  Catalogue read() {
    root.entries("capabilities")
        .forEach((name, part) -> capabilities.put(name, capability(name, part)));
    DeviceTypeReader types = new DeviceTypeReader(capabilities);
    return new Catalogue(
        capabilities.values(),
        root.entries("types").entrySet().stream()
            .map(entry -> types.read(entry.getKey(), entry.getValue()))
            .toList());
  }

  static Capability capability(String name, Part part) {
    Map<String, Property> properties = new LinkedHashMap<>();
    part.entries("properties").forEach((key, value) -> properties.put(key, property(key, value)));
    List<Action> actions =
        part.entries("actions").entrySet().stream()
            .map(entry -> action(entry.getKey(), entry.getValue(), properties))
            .toList();
    return new Capability(name, List.copyOf(properties.values()), actions);
  }

  private static Property property(String name, Part part) {
    Unit unit = part.text("unit").flatMap(Unit::ofSymbol).orElse(Unit.NONE);
    return new Property(name, kind(part), unit, range(part, unit.range()), part.texts("options"));
  }

  private static Property.Kind kind(Part part) {
    Part type = part.require("type");
    return switch (type.text()) {
      case "boolean" -> Property.Kind.BOOLEAN;
      case "number" -> Property.Kind.NUMBER;
      case "option" -> Property.Kind.OPTION;
      case "text" -> Property.Kind.TEXT;
      case "fields" -> Property.Kind.FIELDS;
      case "items" -> Property.Kind.ITEMS;
      default -> throw type.problem("no such type of property");
    };
  }

  /** The range given by {@code min} and {@code max}, each as otherwise where it is absent. */
  static Range range(Part part, Range otherwise) {
    double min = part.get("min").map(Part::number).orElse(otherwise.min());
    double max = part.get("max").map(Part::number).orElse(otherwise.max());
    if (min > max) {
      throw part.problem("min " + min + " is above max " + max);
    }
    return new Range(min, max);
  }

  private static Action action(String name, Part part, Map<String, Property> properties) {
    part.items("intents").forEach(CatalogueReader::checkIntent);
    List<String> arguments = part.texts("arguments");
    return new Action(
        name,
        arguments,
        effects(part, arguments, properties),
        part.texts("intents"),
        part.get("idempotent").map(flag -> flag.content().equals(true)).orElse(true));
  }

  static void checkIntent(Part part) {
    if (Intent.ofWord(part.text()).isEmpty()) {
      throw part.problem(
          "no intent '"
              + part.text()
              + "'; known are "
              + String.join(", ", Intent.words())
              + Closest.hint(part.text(), Intent.words()));
    }
  }

  private static List<Effect> effects(
      Part part, List<String> arguments, Map<String, Property> properties) {
    List<Effect> effects = new ArrayList<>();
    part.entries("sets")
        .forEach((property, value) -> effects.add(set(property, value, arguments, properties)));
    part.get("adjusts")
        .ifPresent(p -> effects.add(new Effect.Adjust(known(p, p.text(), properties).name())));
    part.get("inverts")
        .ifPresent(p -> effects.add(new Effect.Invert(known(p, p.text(), properties).name())));
    return effects;
  }

  private static Effect set(
      String name, Part part, List<String> arguments, Map<String, Property> properties) {
    Property property = known(part, name, properties);
    if (part.text().startsWith("$")) {
      String argument = part.text().substring(1);
      if (!arguments.contains(argument)) {
        throw part.problem("no argument '" + argument + "'; the action has " + arguments);
      }
      return new Effect.SetFromArgument(name, argument);
    }
    Value value = Value.ofRaw(part.plain());
    property
        .problemWith(value)
        .ifPresent(problem -> {
          throw part.problem(problem);
        });
    return new Effect.SetTo(name, value);
  }

  private static Property known(Part part, String name, Map<String, Property> properties) {
    Property property = properties.get(name);
    if (property == null) {
      throw part.problem(
          "no property '"
              + name
              + "'; the capability has "
              + String.join(", ", properties.keySet()));
    }
    return property;
  }
}
