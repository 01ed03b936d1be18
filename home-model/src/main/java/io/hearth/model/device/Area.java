package io.hearth.model.device;

import java.util.List;
import java.util.Optional;

/**
 * A room or an outdoor place of the home.
 *
 * @param name what people call it
 * @param aliases other names
 * @param floor the storey it is on, if it is on one
 */
public record Area(AreaId id, String name, List<String> aliases, Optional<FloorId> floor) {

  public Area {
    Names.check("name of area " + id, name);
    aliases = Names.copy("aliases of area " + id, aliases);
  }
}
