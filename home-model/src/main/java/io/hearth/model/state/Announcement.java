package io.hearth.model.state;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a device says it is, in the words of the catalogue but not yet checked against it.
 *
 * @param name what people may call it
 * @param area id or name of where it is, where it knows
 * @param type id of a device type of the catalogue
 * @param kind within the type
 * @param capabilities names of the catalogue; empty for all that the type has
 * @param without actions that it lacks
 * @param traits words of the vocabulary
 * @param options choices and limits by property
 */
public record Announcement(
    DeviceId device,
    String name,
    List<String> aliases,
    Optional<String> area,
    String type,
    Optional<String> kind,
    List<String> capabilities,
    List<String> without,
    List<String> traits,
    Map<String, Value> options) {

  public Announcement {
    aliases = List.copyOf(aliases);
    capabilities = List.copyOf(capabilities);
    without = List.copyOf(without);
    traits = List.copyOf(traits);
    options = Map.copyOf(options);
  }
}
