package io.hearth.registry;

import io.hearth.model.device.DeviceId;
import io.hearth.model.owntype.Instances;
import io.hearth.model.owntype.Place;
import io.hearth.model.owntype.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads which devices of a type there are. */
record InstancesReader(Part part) {

  Instances read() {
    Optional<Part> given = part.get("found");
    Optional<Place> found =
        given.filter(where -> where.content() instanceof String).map(Part::text).map(Place::topic);
    Optional<Resource> resource =
        given
            .filter(where -> !(where.content() instanceof String))
            .map(where -> new Resource(where.text("rt"), where.text("coap")));
    List<Map<String, String>> listed = part.items("listed").stream().map(this::entry).toList();
    if (given.isEmpty() && listed.isEmpty()) {
      throw part.problem(
          "needs 'found' (a topic, or rt or coap of a resource) or 'listed', to know of any device");
    }
    found.ifPresent(place -> checkTopic(given.orElseThrow(), place));
    resource.ifPresent(at -> checkResource(given.orElseThrow(), at));
    Optional<Set<String>> ofAll =
        found
            .map(place -> Set.copyOf(place.names()))
            .or(() ->
                resource.map(at ->
                    Stream.concat(at.names().stream(), Resource.NAMES.stream())
                        .collect(Collectors.toSet())));
    for (String key : List.of("id", "name", "area", "kind")) {
      part.get(key).ifPresent(text -> checkNames(text, ofAll, listed));
    }
    part.items("aliases").forEach(text -> checkNames(text, ofAll, listed));
    checkId(found, resource);
    return new Instances(
        found,
        resource,
        listed,
        part.require("id").text(),
        part.require("name").text(),
        part.texts("aliases"),
        part.text("kind"),
        part.text("area"));
  }

  private Map<String, String> entry(Part entry) {
    Map<String, String> variables = new LinkedHashMap<>();
    entry.entries().forEach((name, value) -> variables.put(name, value.text()));
    return variables;
  }

  private static void checkTopic(Part given, Place place) {
    if (place.names().isEmpty() || place.text().matches(".*[+#].*")) {
      throw given.problem("needs a name for what differs, e.g. coop/{id}/stat, and no + or #");
    }
  }

  private static void checkResource(Part given, Resource resource) {
    if (resource.type().isEmpty() && resource.path().isEmpty()) {
      throw given.problem("needs 'rt' (a resource type), 'coap' (a path), or both");
    }
    resource
        .path()
        .filter(path -> !path.startsWith("/"))
        .ifPresent(path -> {
          throw given
              .require("coap")
              .problem("must be a path of the server that is found, e.g. /doors/{id}");
        });
    for (String name : resource.names()) {
      if (Resource.NAMES.contains(name)) {
        throw given
            .require("coap")
            .problem("'{" + name + "}' is known of every server; choose another name");
      }
    }
  }

  private static void checkNames(
      Part text, Optional<Set<String>> found, List<Map<String, String>> listed) {
    for (String name : Place.names(text.text())) {
      boolean known =
          found.filter(names -> !names.contains(name)).isEmpty()
              && listed.stream().allMatch(entry -> entry.containsKey(name));
      if (!known) {
        Set<String> all = new TreeSet<>();
        found.ifPresent(all::addAll);
        listed.forEach(entry -> all.addAll(entry.keySet()));
        throw text.problem(
            "'{" + name + "}' is not known of every device" + Closest.hint(name, all));
      }
    }
  }

  /** Two devices must never have the same id. */
  private void checkId(Optional<Place> found, Optional<Resource> resource) {
    Part id = part.require("id");
    List<String> inId = Place.names(id.text());
    found
        .filter(place -> !inId.containsAll(place.names()))
        .ifPresent(place -> {
          throw id.problem("must have every name of " + place + " in it, or devices get mixed");
        });
    resource
        .filter(at -> !inId.contains(Resource.ENDPOINT) || !inId.containsAll(at.names()))
        .ifPresent(at -> {
          throw id.problem(
              "must have {endpoint} and every name of the path in it, or devices get mixed");
        });
    try {
      new DeviceId(id.text().replaceAll("[{}]", ""));
    } catch (IllegalArgumentException e) {
      throw id.problem(String.valueOf(e.getMessage()));
    }
  }
}
