package io.hearth.registry;

import io.hearth.model.device.Action;
import io.hearth.model.device.Capability;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Property;
import io.hearth.model.device.RiskClass;
import io.hearth.model.device.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes device types of catalogue entries that fit the schema. */
final class DeviceTypeReader {

  private static final double DEFAULT_TIMEOUT_SECONDS = 5;
  private static final double DEFAULT_SETTLE_SECONDS = 5;

  private final Map<String, Capability> capabilities;

  DeviceTypeReader(Map<String, Capability> capabilities) {
    this.capabilities = capabilities;
  }

  DeviceType read(String id, Part part) {
    Map<String, DeviceType.Kind> kinds = new LinkedHashMap<>();
    part.entries("kinds").forEach((kind, entry) -> kinds.put(kind, kind(entry, part)));
    return new DeviceType(
        id,
        names(part, "names"),
        names(part, "collective"),
        tuned(part, listed(part)),
        risk(part).orElseThrow(() -> part.problem("'risk' is missing")),
        Set.copyOf(part.texts("confirm")),
        traits(part),
        kinds,
        part.get("timeout").map(Part::number).orElse(DEFAULT_TIMEOUT_SECONDS),
        part.get("settle").map(Part::number).orElse(DEFAULT_SETTLE_SECONDS),
        words(part));
  }

  private static Map<String, DeviceType.Words> words(Part part) {
    Map<String, DeviceType.Words> words = new LinkedHashMap<>();
    part.entries("words")
        .forEach((language, entry) -> {
          Map<String, Map<String, List<String>>> options = new LinkedHashMap<>();
          entry
              .entries("options")
              .keySet()
              .forEach(property -> options.put(property, options(entry, property)));
          words.put(language, new DeviceType.Words(names(entry, "properties"), options));
        });
    return words;
  }

  private static Map<String, List<String>> options(Part entry, String property) {
    return entry.get("options").map(options -> names(options, property)).orElse(Map.of());
  }

  private DeviceType.Kind kind(Part part, Part type) {
    List<Capability> own = new ArrayList<>(tuned(type, listed(part)));
    own.addAll(measured(part));
    return new DeviceType.Kind(
        names(part, "names"),
        names(part, "collective"),
        own,
        risk(part),
        Set.copyOf(part.texts("confirm")),
        traits(part));
  }

  private static Map<String, List<String>> names(Part part, String key) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    part.entries(key)
        .forEach((tag, list) -> names.put(tag, list.items().stream().map(Part::text).toList()));
    return names;
  }

  private static Optional<RiskClass> risk(Part part) {
    return part.text("risk").map(word -> RiskClass.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  private static Set<Trait> traits(Part part) {
    return part.texts("traits").stream().map(Trait::ofWord).collect(Collectors.toSet());
  }

  private List<Capability> listed(Part part) {
    return part.items("capabilities").stream().map(this::capability).toList();
  }

  private Capability capability(Part name) {
    Capability capability = capabilities.get(name.text());
    if (capability == null) {
      throw name.problem(
          "no capability '"
              + name.text()
              + "'; known are "
              + String.join(", ", capabilities.keySet())
              + Closest.hint(name.text(), capabilities.keySet()));
    }
    return capability;
  }

  /** Each measured property as its capability cut down to that one. */
  private List<Capability> measured(Part part) {
    List<Capability> measured = new ArrayList<>();
    for (Part name : part.items("measures")) {
      measured.add(
          KnownProperties.measuring(capabilities.values(), name.text())
              .orElseThrow(
                  () -> name.problem("no capability has a property '" + name.text() + "'")));
    }
    return measured;
  }

  /** The capabilities with the type's own limits, further intents and missing actions. */
  private static List<Capability> tuned(Part type, List<Capability> capabilities) {
    Map<String, Part> limits = type.entries("limits");
    Map<String, Part> also = type.entries("also");
    List<String> without = type.texts("without");
    return capabilities.stream()
        .map(capability ->
            new Capability(
                capability.name(),
                capability.properties().stream().map(p -> limited(p, limits)).toList(),
                capability.actions().stream()
                    .filter(action -> !without.contains(action.name()))
                    .map(action -> serving(action, also))
                    .toList()))
        .toList();
  }

  private static Property limited(Property property, Map<String, Part> limits) {
    Part limit = limits.get(property.name());
    return limit == null
        ? property
        : property.withRange(CatalogueReader.range(limit, property.range()));
  }

  private static Action serving(Action action, Map<String, Part> also) {
    List<String> intents = new ArrayList<>(action.intents());
    also.forEach((intent, served) -> {
      if (served.text().equals(action.name())) {
        intents.add(intent);
      }
    });
    return new Action(
        action.name(), action.arguments(), action.effects(), intents, action.idempotent());
  }
}
