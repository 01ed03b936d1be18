package io.hearth.model.device;

import java.util.List;

/**
 * A storey of the home.
 *
 * @param name what people call it
 * @param aliases other names, e.g. "downstairs"
 * @param level 0 is the ground floor, negative is below
 */
public record Floor(FloorId id, String name, List<String> aliases, int level) {

  public Floor {
    Names.check("name of floor " + id, name);
    aliases = Names.copy("aliases of floor " + id, aliases);
  }
}
