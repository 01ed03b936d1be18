package io.hearth.model.device;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A home as described: where it is, its floors, areas, people and devices; immutable, with what is
 * asked often answered in constant time. What is true of it now is a {@code ContextSnapshot}.
 */
public final class Home {

  private final HomeId id;
  private final String name;
  private final ZoneId timezone;
  private final double latitude;
  private final double longitude;
  private final Map<FloorId, Floor> floors;
  private final Map<AreaId, Area> areas;
  private final Map<PersonId, Person> people;
  private final Map<DeviceId, Device> devices;
  private final Map<AreaId, List<Device>> devicesByArea;

  /**
   * @param latitude degrees, −90 (south) to 90
   * @param longitude degrees, −180 (west) to 180
   * @throws IllegalArgumentException for an id used twice, a place out of range, or a reference to
   *     a floor, area or person that is not there
   */
  public Home(
      HomeId id,
      String name,
      ZoneId timezone,
      double latitude,
      double longitude,
      List<Floor> floors,
      List<Area> areas,
      List<Person> people,
      List<Device> devices) {
    Names.check("name of home " + id, name);
    if (!new Range(-90, 90).contains(latitude) || !new Range(-180, 180).contains(longitude)) {
      throw new IllegalArgumentException(
          "home " + id + " cannot be at latitude " + latitude + ", longitude " + longitude);
    }
    this.id = id;
    this.name = name;
    this.timezone = timezone;
    this.latitude = latitude;
    this.longitude = longitude;
    this.floors = index("floor", floors, Floor::id);
    this.areas = index("area", areas, Area::id);
    this.people = index("person", people, Person::id);
    this.devices = index("device", devices, Device::id);
    Map<AreaId, List<Device>> byArea = new LinkedHashMap<>();
    areas.forEach(area -> byArea.put(area.id(), new java.util.ArrayList<>()));
    for (Area area : areas) {
      area.floor()
          .ifPresent(floor ->
              require(this.floors.containsKey(floor), "area " + area.id(), "floor " + floor));
    }
    for (Device device : devices) {
      device
          .person()
          .ifPresent(
              p -> require(this.people.containsKey(p), "device " + device.id(), "person " + p));
      device
          .area()
          .ifPresent(area -> {
            require(this.areas.containsKey(area), "device " + device.id(), "area " + area);
            byArea.getOrDefault(area, List.of()).add(device);
          });
    }
    byArea.replaceAll((area, list) -> List.copyOf(list));
    this.devicesByArea = Collections.unmodifiableMap(byArea);
  }

  private static void require(boolean present, String who, String what) {
    if (!present) {
      throw new IllegalArgumentException(who + " refers to " + what + ", which is not in the home");
    }
  }

  private static <K, V> Map<K, V> index(String what, List<V> entries, Function<V, K> key) {
    Map<K, V> index = new LinkedHashMap<>();
    for (V entry : entries) {
      if (index.put(key.apply(entry), entry) != null) {
        throw new IllegalArgumentException(what + " " + key.apply(entry) + " is there twice");
      }
    }
    return Collections.unmodifiableMap(index);
  }

  /** The same home after devices came or were described anew; those that were known keep place. */
  public Home with(Collection<Device> described) {
    Map<DeviceId, Device> all = new LinkedHashMap<>(devices);
    described.forEach(device -> all.put(device.id(), device));
    return withDevices(List.copyOf(all.values()));
  }

  /** The same home after a device left. */
  public Home without(DeviceId device) {
    return withDevices(devices.values().stream().filter(d -> !d.id().equals(device)).toList());
  }

  /** The same home with other devices. */
  public Home withDevices(List<Device> newDevices) {
    return new Home(
        id,
        name,
        timezone,
        latitude,
        longitude,
        List.copyOf(floors.values()),
        List.copyOf(areas.values()),
        List.copyOf(people.values()),
        newDevices);
  }

  public HomeId id() {
    return id;
  }

  public String name() {
    return name;
  }

  public ZoneId timezone() {
    return timezone;
  }

  public double latitude() {
    return latitude;
  }

  public double longitude() {
    return longitude;
  }

  public Collection<Floor> floors() {
    return floors.values();
  }

  public Optional<Floor> floor(FloorId floor) {
    return Optional.ofNullable(floors.get(floor));
  }

  public Collection<Area> areas() {
    return areas.values();
  }

  public Optional<Area> area(AreaId area) {
    return Optional.ofNullable(areas.get(area));
  }

  public Collection<Person> people() {
    return people.values();
  }

  public Optional<Person> person(PersonId person) {
    return Optional.ofNullable(people.get(person));
  }

  /** All devices in the order described. */
  public Collection<Device> devices() {
    return devices.values();
  }

  public Optional<Device> device(DeviceId device) {
    return Optional.ofNullable(devices.get(device));
  }

  /** The devices of an area in the order described; empty for an unknown area. */
  public List<Device> devicesIn(AreaId area) {
    return devicesByArea.getOrDefault(area, List.of());
  }

  /** The floor of a device's area. */
  public Optional<FloorId> floorOf(Device device) {
    return device.area().flatMap(this::area).flatMap(Area::floor);
  }

  @Override
  public String toString() {
    return "Home[" + id + ", " + devices.size() + " devices]";
  }
}
