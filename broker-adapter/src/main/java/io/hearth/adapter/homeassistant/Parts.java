package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.vocabulary.Measurements;
import io.hearth.model.device.DeviceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the entities of a housing are devices: one for the whole, and a further one for each of
 * several equal things ({@code <id>.left}), for a second thing of another kind ({@code <id>.light}
 * of a ceiling fan) and for buttons beside something else.
 */
final class Parts {

  private static final String WHOLE = "";
  private static final Set<String> PRESSED = Set.of("button", "scene");
  private static final Set<String> UPKEEP = Set.of("identify", "restart", "update");

  private final Housing housing;
  private final int shared;
  private final Map<String, List<Entity>> byPart = new LinkedHashMap<>();

  private Parts(Housing housing, List<Entity> entities) {
    this.housing = housing;
    this.shared = sharedPrefix(entities);
    byPart.put(WHOLE, new ArrayList<>());
    Map<Entity, String> partOf = new HashMap<>();
    specific(entities, partOf);
    measured(entities, partOf);
    pressed(entities, partOf);
    for (Entity entity : entities) {
      String part =
          partOf.getOrDefault(
              entity, byPart.containsKey(endpoint(entity)) ? endpoint(entity) : WHOLE);
      byPart.computeIfAbsent(part, key -> new ArrayList<>()).add(entity);
    }
  }

  static Parts of(Housing housing) {
    return new Parts(housing, housing.entities());
  }

  /** The ids of the devices that the housing is. */
  Set<DeviceId> ids() {
    Set<DeviceId> ids = new LinkedHashSet<>();
    byPart.keySet().forEach(part -> ids.add(id(part)));
    return ids;
  }

  private DeviceId id(String part) {
    return part.isEmpty() ? housing.id() : Ids.deviceId(housing.id() + "." + part);
  }

  /** The part of that id; empty when there is none. */
  Optional<String> part(DeviceId device) {
    return byPart.keySet().stream().filter(part -> id(part).equals(device)).findFirst();
  }

  /** What makes up a part, the one that names it first. */
  List<Entity> entities(String part) {
    return byPart.getOrDefault(part, List.of()).stream()
        .sorted(Comparator.comparingInt(Parts::weight))
        .toList();
  }

  private static int weight(Entity entity) {
    int specific = Components.SPECIFIC.indexOf(entity.component());
    if (!entity.isMain()) {
      return 100;
    }
    return switch (entity.component()) {
      case "binary_sensor" ->
          Sensors.told(entity)
              .map(told ->
                  told.property().equals("problem") || told.property().equals("tamper") ? 42 : 40)
              .orElse(60);
      case "sensor" -> Sensors.measured(entity).map(Parts::weight).orElse(60);
      case "select" -> 70;
      case "event", "device_automation" -> 75;
      case "button", "scene" -> 80;
      default -> specific >= 0 ? specific : 90;
    };
  }

  private static int weight(Measurements.Numeric what) {
    return switch (what.property()) {
      case "temperature" -> 43;
      case "humidity" -> 44;
      case "battery" -> 50;
      default -> 45;
    };
  }

  private void specific(List<Entity> entities, Map<Entity, String> partOf) {
    Map<String, List<Entity>> byComponent = new LinkedHashMap<>();
    Components.SPECIFIC.forEach(component -> byComponent.put(component, new ArrayList<>()));
    entities.stream()
        .filter(Components::isSpecific)
        .forEach(
            entity -> byComponent.getOrDefault(entity.component(), new ArrayList<>()).add(entity));
    boolean wholeIsTaken = false;
    for (Map.Entry<String, List<Entity>> same : byComponent.entrySet()) {
      for (Entity entity : same.getValue()) {
        boolean isOneOfMany = same.getValue().size() > 1;
        if (!isOneOfMany && !wholeIsTaken) {
          partOf.put(entity, WHOLE);
          wholeIsTaken = true;
        } else {
          partOf.put(entity, named(isOneOfMany ? endpoint(entity) : same.getKey(), entity, partOf));
        }
      }
    }
  }

  /** A part's name that no other of the same kind has. */
  private String named(String wanted, Entity entity, Map<Entity, String> partOf) {
    String name = wanted.isEmpty() ? Words.slug(entity.name().orElse(entity.component())) : wanted;
    String start = name.isEmpty() ? entity.component() : name;
    String free = start;
    for (int number = 2; isTaken(free, partOf); number++) {
      free = start + "_" + number;
    }
    byPart.putIfAbsent(free, new ArrayList<>());
    return free;
  }

  private static boolean isTaken(String part, Map<Entity, String> partOf) {
    return partOf.containsValue(part);
  }

  /** Several measurements of the same are parts, too. */
  private void measured(List<Entity> entities, Map<Entity, String> partOf) {
    Map<String, List<Entity>> byProperty = new LinkedHashMap<>();
    for (Entity entity : entities) {
      property(entity)
          .ifPresent(property ->
              byProperty.computeIfAbsent(property, key -> new ArrayList<>()).add(entity));
    }
    for (List<Entity> same : byProperty.values()) {
      long places = same.stream().map(this::endpoint).distinct().count();
      if (places > 1) {
        for (Entity entity : same) {
          String endpoint = endpoint(entity);
          if (!endpoint.isEmpty()) {
            byPart.putIfAbsent(endpoint, new ArrayList<>());
            partOf.put(entity, endpoint);
          }
        }
      }
    }
  }

  private static Optional<String> property(Entity entity) {
    if (!entity.isMain()) {
      return Optional.empty();
    }
    return switch (entity.component()) {
      case "sensor" -> Sensors.measured(entity).map(Measurements.Numeric::property);
      case "binary_sensor" -> Sensors.told(entity).map(Measurements.Binary::property);
      default -> Optional.empty();
    };
  }

  private void pressed(List<Entity> entities, Map<Entity, String> partOf) {
    List<Entity> buttons =
        entities.stream().filter(e -> e.isMain() && PRESSED.contains(e.component())).toList();
    boolean hasMore =
        entities.stream().anyMatch(e -> Components.isSpecific(e) || property(e).isPresent());
    if (buttons.size() > 1 || hasMore) {
      for (Entity button : buttons) {
        if (!UPKEEP.contains(button.fields().text("device_class", ""))) {
          partOf.put(button, named(endpoint(button), button, partOf));
        }
      }
    }
  }

  /** How many characters all ids have in common at their start: the housing's name, not theirs. */
  private static int sharedPrefix(List<Entity> entities) {
    if (entities.size() < 2) {
      return 0;
    }
    String first = Words.slug(entities.getFirst().id());
    int length = first.lastIndexOf('_') + 1;
    for (Entity entity : entities) {
      String other = Words.slug(entity.id());
      while (length > 0
          && !(other.length() > length && other.startsWith(first.substring(0, length)))) {
        length = first.lastIndexOf('_', length - 2) + 1;
      }
    }
    return length;
  }

  /** What tells an entity from others of its kind here; empty when nothing does. */
  String endpoint(Entity entity) {
    String own = own(entity);
    for (String known :
        List.of(
            entity.component(),
            entity.fields().text("device_class", ""),
            "state",
            "relay",
            "sensor")) {
      if (own.equals(known)) {
        return "";
      }
      own =
          !known.isEmpty() && own.startsWith(known + "_") ? own.substring(known.length() + 1) : own;
      own =
          !known.isEmpty() && own.endsWith("_" + known)
              ? own.substring(0, own.length() - known.length() - 1)
              : own;
    }
    return own;
  }

  /** What a value of an entity is reported as when it has no meaning in the catalogue. */
  String detail(Entity entity) {
    String own = own(entity);
    String start = entity.component() + "_";
    String detail = own.startsWith(start) ? own.substring(start.length()) : own;
    return detail.isEmpty() ? entity.component() : detail;
  }

  private String own(Entity entity) {
    String slug = Words.slug(entity.id());
    return shared < slug.length() ? slug.substring(shared) : slug;
  }
}
