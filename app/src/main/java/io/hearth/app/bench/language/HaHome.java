package io.hearth.app.bench.language;

import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds a home of ours from fixtures of Home Assistant: floors, areas and entities, each once. An
 * entity is the same when name and domain are, and the area where both have one.
 */
final class HaHome {

  private final Map<String, String> floors = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> areas = new LinkedHashMap<>();
  private final List<HaEntity> entities = new ArrayList<>();

  /** Adds all that a fixture has. */
  void add(JsonNode fixture) {
    for (JsonNode floor : fixture.path("floors")) {
      floors.putIfAbsent(slug(floor.path("name").asString()), floor.path("name").asString());
    }
    for (JsonNode area : fixture.path("areas")) {
      addArea(area.path("name").asString(), area.path("floor").asString(""));
    }
    for (JsonNode entity : fixture.path("entities")) {
      add(HaEntity.of(entity));
    }
  }

  private void addArea(String name, String floor) {
    Map<String, String> area =
        areas.computeIfAbsent(
            slug(name), id -> new LinkedHashMap<>(Map.of("id", id, "name", name)));
    if (!floor.isEmpty()) {
      area.putIfAbsent("floor", slug(floor));
    }
  }

  void add(HaEntity added) {
    if (added.domain().isEmpty()) {
      return;
    }
    added.area().filter(area -> !areas.containsKey(slug(area))).ifPresent(a -> addArea(a, ""));
    for (int i = 0; i < entities.size(); i++) {
      HaEntity old = entities.get(i);
      boolean sameName = slug(old.name()).equals(slug(added.name()));
      boolean sameArea =
          old.area().isEmpty()
              || added.area().isEmpty()
              || slug(old.area().get()).equals(slug(added.area().get()));
      if (sameName && old.domain().equals(added.domain()) && sameArea) {
        if (old.area().isEmpty() && added.area().isPresent()) {
          entities.set(i, old.withArea(added.area().get()));
        }
        return;
      }
    }
    boolean taken = entities.stream().anyMatch(one -> one.id().equals(added.id()));
    entities.add(taken ? added.withId(added.id() + "_" + entities.size()) : added);
  }

  /** Whether something of that domain, and sort where one is given, is in the area. */
  boolean has(String area, String domain, Optional<String> sort) {
    return entities.stream()
        .anyMatch(one ->
            one.domain().equals(domain)
                && one.area().map(HaHome::slug).equals(Optional.of(slug(area)))
                && (sort.isEmpty() || one.deviceClass().equals(sort)));
  }

  boolean hasNamed(String name) {
    return entities.stream().anyMatch(one -> slug(one.name()).equals(slug(name)));
  }

  /** Some area of a floor. */
  Optional<String> areaOf(String floor) {
    return areas.values().stream()
        .filter(area -> slug(floor).equals(area.get("floor")))
        .map(area -> area.getOrDefault("name", ""))
        .findFirst();
  }

  List<HaEntity> named(String name) {
    return entities.stream().filter(one -> slug(one.name()).equals(slug(name))).toList();
  }

  /** The home, read the way that every home file is. */
  DescribedHome build(String id) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("home", Map.of("id", id, "name", id, "timezone", "Europe/London"));
    file.put(
        "floors",
        floors.entrySet().stream()
            .map(floor -> Map.of("id", floor.getKey(), "name", floor.getValue()))
            .toList());
    file.put("areas", List.copyOf(areas.values()));
    file.put(
        "people",
        entities.stream()
            .filter(HaHome::isPerson)
            .map(one -> Map.of("id", slug(one.name()), "name", one.name()))
            .toList());
    file.put(
        "devices",
        entities.stream()
            .filter(one -> !isPerson(one))
            .map(one -> one.device(one.area().map(HaHome::slug)))
            .toList());
    String text = JsonMapper.builder().build().writeValueAsString(file);
    return new HomeFiles(Catalogues.builtIn()).read(text, "home of " + id);
  }

  private static boolean isPerson(HaEntity entity) {
    return entity.domain().equals("person");
  }

  /** A name as an id; ids of fixtures end in {@code _id}, which is not part of the name. */
  static String slug(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("_id$", "")
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_|_$", "");
  }
}
