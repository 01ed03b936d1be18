package io.hearth.model.owntype;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which devices are of a type, and what each is called.
 *
 * @param found a topic by which devices make themselves known, with at least one name in it
 * @param resource a resource of CoAP servers by which devices make themselves known
 * @param listed those that are known beforehand: what the names stand for, by name
 * @param id the device id, with names in it
 * @param name what people call it, with names in it
 * @param aliases what else people call it, with names in it
 * @param kind within the type, with names in it
 * @param area id or name of where it is, with names in it
 */
public record Instances(
    Optional<Place> found,
    Optional<Resource> resource,
    List<Map<String, String>> listed,
    String id,
    String name,
    List<String> aliases,
    Optional<String> kind,
    Optional<String> area) {

  public Instances {
    listed = listed.stream().map(Map::copyOf).toList();
    aliases = List.copyOf(aliases);
  }

  /**
   * What the names stand for in the id of a device; empty for an id that none of these has. The
   * server of a resource is not known from an id.
   */
  public Optional<Map<String, String>> named(String device) {
    for (Map<String, String> entry : listed) {
      if (Place.fill(id, entry).equals(device)) {
        return Optional.of(entry);
      }
    }
    return found.isPresent() || resource.isPresent()
        ? Place.match(id, device, "[^/]+?")
        : Optional.empty();
  }

  /** What the names stand for of one such device: one that is listed or sampled, else any. */
  public Map<String, String> example(Samples samples) {
    if (!listed.isEmpty()) {
      return listed.getFirst();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    found.ifPresent(place -> {
      place.names().forEach(name -> variables.put(name, "1"));
      samples.told().stream()
          .flatMap(told -> place.match(told.at()).stream())
          .findFirst()
          .ifPresent(variables::putAll);
    });
    resource.ifPresent(at -> {
      at.names().forEach(name -> variables.put(name, "1"));
      variables.put(Resource.SERVER, "");
      variables.put(Resource.ENDPOINT, "1");
      variables.put(Resource.PATH, Place.fill(at.examplePath(), variables));
    });
    return variables;
  }
}
