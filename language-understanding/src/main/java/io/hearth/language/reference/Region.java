package io.hearth.language.reference;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.FloorId;
import io.hearth.model.device.Trait;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Slots;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which devices a place said takes in. */
final class Region {

  private final Situation situation;
  private final Place place;

  Region(Situation situation, Place place) {
    this.situation = situation;
    this.place = place;
  }

  boolean isMissing() {
    return switch (place) {
      case Place.Missing ignored -> true;
      case Place.Here ignored -> situation.here().isEmpty();
      default -> false;
    };
  }

  boolean contains(Device device) {
    return switch (place) {
      case Place.Areas(List<AreaId> areas, String text) ->
          device.area().filter(areas::contains).isPresent();
      case Place.Floors(List<FloorId> floors, String text) ->
          situation.home().floorOf(device).filter(floors::contains).isPresent();
      case Place.Here ignored -> situation.here().isEmpty() || situation.isHere(device);
      case Place.There ignored ->
          there().isEmpty() || device.area().filter(there()::contains).isPresent();
      case Place.Everywhere ignored -> true;
      case Place.Doors(boolean outside, String text) -> isOutside(device) == outside;
      case Place.Missing ignored -> false;
    };
  }

  /** The areas of what was spoken about last. */
  private Set<AreaId> there() {
    Set<AreaId> areas = new HashSet<>();
    if (!situation.referred().isEmpty()) {
      for (DeviceId id : situation.referred().getFirst()) {
        situation.home().device(id).flatMap(Device::area).ifPresent(areas::add);
      }
    }
    return areas;
  }

  private boolean isOutside(Device device) {
    if (device.hasTrait(Trait.OUTDOOR)) {
      return true;
    }
    Optional<List<Device>> around = device.area().map(situation.home()::devicesIn);
    boolean withoutFloor =
        device.area().flatMap(situation.home()::area).filter(a -> a.floor().isEmpty()).isPresent();
    return withoutFloor
        && around.isPresent()
        && around.get().stream().anyMatch(d -> d.hasTrait(Trait.OUTDOOR));
  }

  Grounding grounding() {
    return switch (place) {
      case Place.Areas ignored -> Grounding.AREA;
      case Place.Floors ignored -> Grounding.FLOOR;
      case Place.Here ignored -> Grounding.HERE;
      case Place.There ignored -> Grounding.REFERRED;
      case Place.Everywhere ignored -> Grounding.EVERYWHERE;
      case Place.Doors ignored -> Grounding.AREA;
      case Place.Missing ignored -> Grounding.NONE;
    };
  }

  Map<String, Value> slots() {
    Map<String, Value> slots = new LinkedHashMap<>();
    switch (place) {
      case Place.Areas(List<AreaId> areas, String text) ->
          slots.put(Slots.AREA, ids(areas.stream().map(AreaId::value).toList()));
      case Place.Floors(List<FloorId> floors, String text) ->
          slots.put(Slots.FLOOR, ids(floors.stream().map(FloorId::value).toList()));
      case Place.Here ignored ->
          situation.here().ifPresent(area -> slots.put(Slots.AREA, Value.of(area.value())));
      case Place.Missing(String text) -> slots.put(Slots.AREA, Value.of(text));
      default -> {
        // no single place
      }
    }
    return slots;
  }

  /** The areas themselves, as far as the place is made of them. */
  List<AreaId> areas() {
    return switch (place) {
      case Place.Areas(List<AreaId> areas, String text) -> areas;
      case Place.Here ignored -> situation.here().stream().toList();
      case Place.There ignored -> List.copyOf(there());
      case Place.Floors(List<FloorId> floors, String text) ->
          situation.home().areas().stream()
              .filter(area -> area.floor().filter(floors::contains).isPresent())
              .map(area -> area.id())
              .toList();
      default -> List.of();
    };
  }

  private static Value ids(List<String> ids) {
    return ids.size() == 1
        ? Value.of(ids.getFirst())
        : new Value.Items(ids.stream().map(Value::of).toList());
  }
}
