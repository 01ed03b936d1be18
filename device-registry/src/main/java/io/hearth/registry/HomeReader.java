package io.hearth.registry;

import io.hearth.model.device.Area;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Floor;
import io.hearth.model.device.FloorId;
import io.hearth.model.device.Home;
import io.hearth.model.device.HomeId;
import io.hearth.model.device.Person;
import io.hearth.model.device.PersonId;
import io.hearth.model.state.DeviceState;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes a home of a file that fits its schema; checks every reference. */
final class HomeReader {

  private static final double GREENWICH_LATITUDE = 51.48;
  private static final double GREENWICH_LONGITUDE = 0;

  private final Part root;
  private final DeviceAssembler assembler;
  private final Map<FloorId, Floor> floors = new LinkedHashMap<>();
  private final Map<AreaId, Area> areas = new LinkedHashMap<>();
  private final Map<PersonId, Person> people = new LinkedHashMap<>();
  private final Map<DeviceId, Device> devices = new LinkedHashMap<>();
  private final Map<DeviceId, DeviceState> states = new LinkedHashMap<>();

  HomeReader(Part root, DeviceAssembler assembler) {
    this.root = root;
    this.assembler = assembler;
  }

  DescribedHome read() {
    collect("floors", FloorId::new, floors, this::floor);
    collect("areas", AreaId::new, areas, this::area);
    collect("people", PersonId::new, people, this::person);
    DeviceReader reader = new DeviceReader(assembler, areas, people);
    collect(
        "devices",
        DeviceId::new,
        devices,
        (id, part) -> {
          Device device = reader.device(id, part);
          states.put(id, reader.state(device, part));
          return device;
        });
    addPeopleWithoutDevice(reader);
    return new DescribedHome(home(), states);
  }

  private Home home() {
    Part part = root.require("home");
    HomeId id = id(part, HomeId::new);
    return new Home(
        id,
        name(part, id.value()),
        part.get("timezone").map(HomeReader::timezone).orElse(ZoneOffset.UTC),
        part.get("latitude").map(Part::number).orElse(GREENWICH_LATITUDE),
        part.get("longitude").map(Part::number).orElse(GREENWICH_LONGITUDE),
        List.copyOf(floors.values()),
        List.copyOf(areas.values()),
        List.copyOf(people.values()),
        List.copyOf(devices.values()));
  }

  private interface Maker<K, V> {
    V make(K id, Part part);
  }

  private <K, V> void collect(
      String key, Function<String, K> toId, Map<K, V> into, Maker<K, V> maker) {
    Map<K, Part> earlier = new LinkedHashMap<>();
    for (Part part : root.items(key)) {
      K id = id(part, toId);
      Part first = earlier.putIfAbsent(id, part);
      if (first != null) {
        throw part.require("id").problem("'" + id + "' is already the id in line " + first.line());
      }
      into.put(id, maker.make(id, part));
    }
  }

  static <K> K id(Part part, Function<String, K> toId) {
    Part id = part.require("id");
    try {
      return toId.apply(id.text());
    } catch (IllegalArgumentException e) {
      throw id.problem(String.valueOf(e.getMessage()));
    }
  }

  /** The name given, else the id with spaces. */
  static String name(Part part, String id) {
    Optional<Part> name = part.get("name");
    name.filter(given -> given.text().isBlank())
        .ifPresent(given -> {
          throw given.problem("must not be blank");
        });
    return name.map(Part::text).orElse(id.replace('_', ' ').replace('.', ' '));
  }

  static List<String> aliases(Part part) {
    for (Part alias : part.items("aliases")) {
      if (alias.text().isBlank()) {
        throw alias.problem("must not be blank");
      }
    }
    return part.texts("aliases");
  }

  /** A reference to something of the home by id. */
  static <K> K reference(Part part, String what, Function<String, K> toId, Map<K, ?> known) {
    K id = null;
    try {
      id = toId.apply(part.text());
    } catch (IllegalArgumentException e) {
      // not even an id: there is no such thing
    }
    if (id == null || !known.containsKey(id)) {
      String there =
          known.isEmpty()
              ? "the file has none"
              : "known are "
                  + String.join(", ", known.keySet().stream().map(Object::toString).toList());
      throw part.problem("no " + what + " '" + part.text() + "'; " + there);
    }
    return id;
  }

  private static ZoneId timezone(Part part) {
    try {
      return ZoneId.of(part.text());
    } catch (DateTimeException e) {
      throw part.problem(
          "no time zone '" + part.text() + "'; it is an IANA name such as Europe/Stockholm");
    }
  }

  private Floor floor(FloorId id, Part part) {
    int level = part.get("level").map(Part::number).orElse(0.0).intValue();
    return new Floor(id, name(part, id.value()), aliases(part), level);
  }

  private Area area(AreaId id, Part part) {
    Optional<FloorId> floor =
        part.get("floor").map(ref -> reference(ref, "floor", FloorId::new, floors));
    return new Area(id, name(part, id.value()), aliases(part), floor);
  }

  private Person person(PersonId id, Part part) {
    Map<String, String> preferences = new LinkedHashMap<>();
    part.entries("preferences").forEach((key, value) -> preferences.put(key, value.text()));
    return new Person(id, name(part, id.value()), aliases(part), preferences);
  }

  /** A person's presence is a device, too; made where the file has none. */
  private void addPeopleWithoutDevice(DeviceReader reader) {
    for (Person person : people.values()) {
      DeviceId id = new DeviceId("person." + person.id());
      boolean given =
          devices.containsKey(id)
              || devices.values().stream()
                  .anyMatch(device -> device.person().filter(person.id()::equals).isPresent());
      if (!given) {
        devices.put(id, reader.presenceOf(person, id));
        states.put(id, DeviceState.unknown(id));
      }
    }
  }
}
