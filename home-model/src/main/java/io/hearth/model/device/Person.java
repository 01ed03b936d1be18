package io.hearth.model.device;

import java.util.List;
import java.util.Map;

/**
 * Somebody who lives in the home.
 *
 * @param aliases other names, e.g. "mum"
 * @param preferences declared likes by dotted key, e.g. {@code music.genre} → {@code jazz}
 */
public record Person(
    PersonId id, String name, List<String> aliases, Map<String, String> preferences) {

  public Person {
    Names.check("name of person " + id, name);
    aliases = Names.copy("aliases of person " + id, aliases);
    preferences = Map.copyOf(preferences);
  }
}
