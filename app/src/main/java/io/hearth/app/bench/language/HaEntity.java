package io.hearth.app.bench.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An entity of a Home Assistant fixture.
 *
 * @param area by its id or name; empty where it is nowhere
 * @param deviceClass what sort within its domain it is
 */
record HaEntity(
    String id, String name, String domain, Optional<String> area, Optional<String> deviceClass) {

  private static final Map<String, String> TYPES =
      Map.of(
          "climate", "thermostat",
          "lawn_mower", "mower",
          "todo", "todo_list",
          "input_boolean", "switch");
  private static final Map<String, String> KINDS =
      Map.of(
          "garage", "garage_door",
          "opening", "open",
          "presence", "occupied",
          "occupancy", "occupied",
          "carbon_dioxide", "co2");
  private static final Set<String> WITH_KIND = Set.of("cover", "sensor", "binary_sensor");

  static HaEntity of(JsonNode node) {
    String name = node.path("name").asString("").replaceAll("[\\[\\]]", "");
    String id = node.path("id").asString("");
    String domain =
        id.isEmpty() ? node.path("domain").asString("") : id.substring(0, id.indexOf('.'));
    return new HaEntity(
        id.isEmpty() ? domain + "." + HaHome.slug(name) : id.replace(' ', '_'),
        name,
        domain,
        text(node.path("area")),
        text(node.path("attributes").path("device_class"))
            .map(sort -> HaHome.slug(sort.substring(sort.lastIndexOf('.') + 1))));
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() ? Optional.of(node.asString()) : Optional.empty();
  }

  /** The device type of ours that it is. */
  String type() {
    return TYPES.getOrDefault(domain, domain);
  }

  HaEntity withArea(String newArea) {
    return new HaEntity(id, name, domain, Optional.of(newArea), deviceClass);
  }

  HaEntity withId(String newId) {
    return new HaEntity(newId, name, domain, area, deviceClass);
  }

  /** Its entry in a home file. */
  Map<String, Object> device(Optional<String> areaId) {
    Map<String, Object> device = new LinkedHashMap<>();
    device.put("id", id);
    device.put("name", name);
    device.put("type", type());
    areaId.ifPresent(known -> device.put("area", known));
    if (WITH_KIND.contains(domain)) {
      kind().ifPresent(kind -> device.put("kind", kind));
    }
    return device;
  }

  private Optional<String> kind() {
    Optional<String> kind = deviceClass.map(sort -> KINDS.getOrDefault(sort, sort));
    return domain.equals("cover") ? kind : Optional.of(kind.orElse("value"));
  }
}
