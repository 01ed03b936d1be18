package io.hearth.registry;

import io.hearth.model.device.Area;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Person;
import io.hearth.model.device.PersonId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Availability;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.PropertyState;
import io.hearth.model.state.Source;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the devices of a home file with the state described. */
final class DeviceReader {

  private static final String PERSON = "person";

  private final DeviceAssembler assembler;
  private final Map<AreaId, Area> areas;
  private final Map<PersonId, Person> people;

  DeviceReader(DeviceAssembler assembler, Map<AreaId, Area> areas, Map<PersonId, Person> people) {
    this.assembler = assembler;
    this.areas = areas;
    this.people = people;
  }

  Device device(DeviceId id, Part part) {
    Optional<AreaId> area =
        part.get("area").map(ref -> HomeReader.reference(ref, "area", AreaId::new, areas));
    Optional<PersonId> person =
        part.get(PERSON).map(ref -> HomeReader.reference(ref, PERSON, PersonId::new, people));
    try {
      return assembler.assemble(description(id, part), area, person, values(part, "state"));
    } catch (BadDescriptionException e) {
      throw part.nearest(e.steps()).problem(String.valueOf(e.getMessage()));
    }
  }

  /** What the file says of a device; everything in it is as old as can be. */
  DeviceState state(Device device, Part part) {
    Map<String, PropertyState> properties = new LinkedHashMap<>();
    Map<String, Part> parts = part.entries("state");
    values(part, "state")
        .forEach((name, value) -> {
          device
              .property(name)
              .flatMap(property -> property.problemWith(value))
              .ifPresent(problem -> {
                throw parts.getOrDefault(name, part).problem(problem);
              });
          properties.put(name, PropertyState.first(value, Instant.EPOCH, Source.DESCRIBED));
        });
    boolean away = part.get("available").filter(flag -> flag.content().equals(false)).isPresent();
    return new DeviceState(
        device.id(), properties, away ? Availability.OFFLINE : Availability.UNKNOWN, Instant.EPOCH);
  }

  Device presenceOf(Person person, DeviceId id) {
    Announcement described =
        new Announcement(
            id,
            person.name(),
            person.aliases(),
            Optional.empty(),
            PERSON,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Map.of());
    return assembler.assemble(described, Optional.empty(), Optional.of(person.id()), Map.of());
  }

  private static Announcement description(DeviceId id, Part part) {
    return new Announcement(
        id,
        HomeReader.name(part, id.value()),
        HomeReader.aliases(part),
        part.text("area"),
        part.require("type").text(),
        part.text("kind"),
        part.texts("capabilities"),
        part.texts("without"),
        part.texts("traits"),
        values(part, "options"));
  }

  private static Map<String, Value> values(Part part, String key) {
    Map<String, Value> values = new LinkedHashMap<>();
    part.entries(key).forEach((name, value) -> values.put(name, Value.ofRaw(value.plain())));
    return values;
  }
}
