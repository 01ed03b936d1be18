package io.hearth.model.owntype;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which devices are of a type, and what each is called.
 *
 * @param found a topic by which devices make themselves known, with at least one name in it
 * @param listed those that are known beforehand: what the names stand for, by name
 * @param id the device id, with names in it
 * @param name what people call it, with names in it
 * @param aliases what else people call it, with names in it
 * @param kind within the type, with names in it
 * @param area id or name of where it is, with names in it
 */
public record Instances(
    Optional<Place> found,
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
}
