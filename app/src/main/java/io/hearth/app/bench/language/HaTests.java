package io.hearth.app.bench.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Home Assistant's own English tests, all said to one home that has what all of them take for
 * granted: the fixtures, what each file adds, and where a test names a device with a room, or a
 * sort of device in a room, that device in that room. The shopping list and the timer, which are no
 * entities there, are devices.
 */
final class HaTests {

  static final String FOLDER = "ha_intents/tests_en";

  private static final YAMLMapper YAML = new YAMLMapper();

  private final List<Case> cases = new ArrayList<>();
  private final HaHome home = new HaHome();

  /** A sentence with the intent and the slots that it should have. */
  record Case(String file, String intent, String sentence, JsonNode slots) {}

  HaTests(Path data) {
    Path folder = data.resolve(FOLDER);
    home.add(YAML.readTree(folder.resolve("_fixtures.yaml").toFile()));
    List<Path> files = files(folder);
    files.forEach(file -> home.add(YAML.readTree(file.toFile())));
    files.forEach(file -> read(folder, file));
    cases.forEach(this::addTakenForGranted);
    home.add(entity("Shopping list", "todo", Optional.empty()));
    home.add(entity("Timer", "timer", Optional.of("Kitchen")));
  }

  List<Case> cases() {
    return List.copyOf(cases);
  }

  HaHome home() {
    return home;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(".yaml"))
          .filter(path -> !path.getFileName().toString().startsWith("_"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }

  private void read(Path folder, Path file) {
    String name = folder.relativize(file).toString();
    String intent = name.substring(0, name.indexOf('/'));
    for (JsonNode test : YAML.readTree(file.toFile()).path("tests")) {
      for (JsonNode sentence : test.path("sentences")) {
        cases.add(new Case(name, intent, sentence.asString(), test.path("slots")));
      }
    }
  }

  private void addTakenForGranted(Case one) {
    Optional<String> area = text(one, "area").or(() -> text(one, "floor").flatMap(home::areaOf));
    if (area.isEmpty()) {
      return;
    }
    text(one, "name").stream()
        .flatMap(name -> home.named(name).stream())
        .findFirst()
        .ifPresent(known -> home.add(known.withArea(area.get())));
    text(one, "domain").ifPresent(domain -> addSort(area.get(), domain, text(one, "device_class")));
  }

  private void addSort(String area, String domain, Optional<String> sort) {
    if (!home.has(area, domain, sort)) {
      String name = area + " " + sort.orElse(domain);
      home.add(
          new HaEntity(domain + "." + HaHome.slug(name), name, domain, Optional.of(area), sort));
    }
  }

  private static Optional<String> text(Case one, String slot) {
    JsonNode value = one.slots().path(slot);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }

  private static HaEntity entity(String name, String domain, Optional<String> area) {
    return new HaEntity(domain + "." + HaHome.slug(name), name, domain, area, Optional.empty());
  }
}
