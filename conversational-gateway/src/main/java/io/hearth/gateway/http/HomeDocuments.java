package io.hearth.gateway.http;

import io.hearth.model.device.Action;
import io.hearth.model.device.Area;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Capability;
import io.hearth.model.device.Device;
import io.hearth.model.device.Floor;
import io.hearth.model.device.FloorId;
import io.hearth.model.device.Home;
import io.hearth.model.device.Person;
import io.hearth.model.device.PersonId;
import io.hearth.model.device.Property;
import io.hearth.model.device.Trait;
import io.hearth.model.device.Unit;
import io.hearth.model.state.Availability;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.PropertyState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The home, its devices and their state, as they are written. */
final class HomeDocuments {

  private HomeDocuments() {}

  static Map<String, Object> home(Home home) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", home.id().value());
    fields.put("name", home.name());
    fields.put("timezone", home.timezone().getId());
    fields.put("floors", home.floors().stream().map(HomeDocuments::floor).toList());
    fields.put("areas", home.areas().stream().map(HomeDocuments::area).toList());
    fields.put("people", home.people().stream().map(HomeDocuments::person).toList());
    return fields;
  }

  static Map<String, Object> devices(HomeView view) {
    Home home = view.home();
    List<Map<String, @Nullable Object>> devices =
        home.devices().stream().map(device -> device(home, device, view)).toList();
    return Map.of("devices", devices);
  }

  /** A device and how it is reached. */
  static Map<String, @Nullable Object> device(Home home, Device device, HomeView view) {
    Map<String, @Nullable Object> fields =
        device(home, device, view.state(device.id()).availability());
    Trace trace = view.trace(device.id());
    fields.put("reason", trace.reason().orElse(null));
    fields.put("link", trace.link().orElse(null));
    fields.put("convention", trace.convention().orElse(null));
    fields.put("lastHeard", trace.lastHeard().map(Instant::toString).orElse(null));
    fields.put("reports", trace.reports());
    return fields;
  }

  static Map<String, @Nullable Object> device(Home home, Device device, Availability availability) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", device.id().value());
    fields.put("name", device.name());
    fields.put("aliases", device.aliases());
    fields.put("area", device.area().map(AreaId::value).orElse(null));
    fields.put("floor", home.floorOf(device).map(FloorId::value).orElse(null));
    fields.put("type", device.type().id());
    fields.put("kind", device.kind().orElse(null));
    fields.put("person", device.person().map(PersonId::value).orElse(null));
    fields.put("capabilities", device.capabilities().stream().map(Capability::name).toList());
    fields.put("actions", device.actions().stream().map(Action::name).toList());
    fields.put("traits", device.traits().stream().sorted().map(Trait::word).toList());
    fields.put("availability", word(availability));
    return fields;
  }

  static Map<String, Object> states(HomeView view) {
    Home home = view.home();
    Map<String, Object> byDevice = new LinkedHashMap<>();
    home.devices()
        .forEach(device -> byDevice.put(device.id().value(), state(home, view.state(device.id()))));
    return Map.of("state", byDevice);
  }

  static Map<String, @Nullable Object> state(Home home, DeviceState state) {
    Map<String, Object> properties = new LinkedHashMap<>();
    state
        .properties()
        .forEach(
            (name, property) -> properties.put(name, property(property, unit(home, state, name))));
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("availability", word(state.availability()));
    fields.put(
        "availabilitySince",
        state.availability() == Availability.UNKNOWN ? null : state.availabilitySince().toString());
    fields.put("properties", properties);
    return fields;
  }

  /** The unit of a property; of one that the device should not have, as other devices have it. */
  static Unit unit(Home home, DeviceState state, String property) {
    return home.device(state.device())
        .flatMap(device -> device.property(property))
        .or(() ->
            home.devices().stream().flatMap(other -> other.property(property).stream()).findFirst())
        .map(Property::unit)
        .orElse(Unit.NONE);
  }

  /** The word of the API: online, offline, unknown. */
  static String word(Availability availability) {
    return availability.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, @Nullable Object> property(PropertyState property, Unit unit) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("value", property.value().raw());
    fields.put("unit", unit == Unit.NONE ? null : unit.symbol());
    boolean said = property.reportedAt().isAfter(Instant.EPOCH); // else only the home file says so
    fields.put("since", said ? property.since().toString() : null);
    fields.put("reportedAt", said ? property.reportedAt().toString() : null);
    fields.put("stale", property.stale());
    fields.put("source", property.source().name().toLowerCase(Locale.ROOT));
    return fields;
  }

  private static Map<String, Object> floor(Floor floor) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", floor.id().value());
    fields.put("name", floor.name());
    fields.put("aliases", floor.aliases());
    fields.put("level", floor.level());
    return fields;
  }

  private static Map<String, @Nullable Object> area(Area area) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", area.id().value());
    fields.put("name", area.name());
    fields.put("aliases", area.aliases());
    fields.put("floor", area.floor().map(FloorId::value).orElse(null));
    return fields;
  }

  private static Map<String, Object> person(Person person) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", person.id().value());
    fields.put("name", person.name());
    fields.put("aliases", person.aliases());
    return fields;
  }
}
