package io.hearth.gateway.http;

import io.hearth.model.device.Action;
import io.hearth.model.device.Capability;
import io.hearth.model.device.DataSchemas;
import io.hearth.model.device.Device;
import io.hearth.model.device.Effect;
import io.hearth.model.device.Home;
import io.hearth.model.device.Property;
import io.hearth.model.device.Unit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Devices as Thing Descriptions (W3C WoT TD 1.1) of Hearth's own HTTP API. What a device is and can
 * do is named after Hearth's catalogue, prefix {@code hearth}.
 */
final class ThingDocuments {

  private static final String CONTEXT = "https://www.w3.org/2022/wot/td/v1.1";

  /** First of all, so that those who only know descriptions 1.0 read it, too. */
  private static final String FIRST_CONTEXT = "https://www.w3.org/2019/wot/td/v1";

  private static final String DISCOVERY = "https://www.w3.org/2022/wot/discovery";
  private static final String VOCABULARY = "urn:hearth:vocabulary:";
  private static final String JSON = "application/json";

  private final Home home;
  private final String origin;

  /**
   * @param origin of this API, e.g. {@code http://127.0.0.1:8080}
   */
  ThingDocuments(Home home, String origin) {
    this.home = home;
    this.origin = origin;
  }

  List<Map<String, Object>> all() {
    return home.devices().stream().map(this::thing).toList();
  }

  /** The description of the directory itself, for those who only know where Hearth is. */
  Map<String, Object> directory() {
    Map<String, Object> thing = head("urn:hearth:" + home.id().value(), home.name(), origin + "/");
    thing.put("@context", List.of(FIRST_CONTEXT, CONTEXT, DISCOVERY));
    thing.put("@type", "ThingDirectory");
    Map<String, Object> things = new LinkedHashMap<>();
    things.put("title", "All devices of the home");
    things.put("type", "array");
    things.put("items", Map.of("type", "object"));
    things.put("readOnly", true);
    things.put("forms", List.of(form("things", "readproperty", "application/ld+json")));
    thing.put("properties", Map.of("things", things));
    return thing;
  }

  Map<String, Object> thing(Device device) {
    String id = device.id().value();
    Map<String, Object> thing =
        head(
            "urn:hearth:" + encoded(home.id().value()) + ":" + encoded(id),
            device.name(),
            origin + "/things/" + encoded(id) + "/");
    thing.put("@context", List.of(FIRST_CONTEXT, CONTEXT, Map.of("hearth", VOCABULARY)));
    List<String> types = new ArrayList<>();
    types.add("hearth:" + device.type().id());
    device.kind().ifPresent(kind -> types.add("hearth:" + kind));
    device.capabilities().stream()
        .map(Capability::name)
        .map(name -> "hearth:" + name)
        .forEach(types::add);
    thing.put("@type", types.stream().distinct().toList());
    Map<String, Object> properties = new LinkedHashMap<>();
    device.properties().forEach(property -> properties.put(property.name(), property(property)));
    thing.put("properties", properties);
    Map<String, Object> actions = new LinkedHashMap<>();
    device.actions().forEach(action -> actions.put(action.name(), action(device, action)));
    thing.put("actions", actions);
    thing.put("events", Map.of("changed", changed()));
    return thing;
  }

  private static Map<String, Object> head(String id, String title, String base) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@context", CONTEXT);
    thing.put("id", id);
    thing.put("title", title);
    thing.put("base", base);
    thing.put("securityDefinitions", Map.of("none", Map.of("scheme", "nosec")));
    thing.put("security", "none");
    return thing;
  }

  private static Map<String, Object> property(Property property) {
    Map<String, Object> fields = DataSchemas.of(property);
    fields.put("@type", "hearth:" + property.name());
    fields.put("readOnly", true);
    fields.put("observable", false);
    fields.put(
        "forms", List.of(form("properties/" + encoded(property.name()), "readproperty", JSON)));
    return fields;
  }

  private static Map<String, Object> action(Device device, Action action) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("@type", "hearth:" + action.name());
    fields.put("idempotent", action.idempotent());
    fields.put("safe", false);
    boolean confirm = device.mustConfirm(action.name());
    if (!action.arguments().isEmpty()) {
      Map<String, Object> arguments = new LinkedHashMap<>();
      action.arguments().forEach(name -> arguments.put(name, argument(device, action, name)));
      fields.put("input", Map.of("type", "object", "properties", arguments));
    }
    String path = "actions/" + encoded(action.name());
    if (confirm) {
      fields.put("description", "Is refused unless a person confirmed it: confirmed=true.");
      fields.put("uriVariables", Map.of("confirmed", Map.of("type", "boolean", "default", false)));
    }
    fields.put(
        "forms", List.of(form(confirm ? path + "{?confirmed}" : path, "invokeaction", JSON)));
    return fields;
  }

  private static Map<String, Object> argument(Device device, Action action, String name) {
    if (name.equals("delta")) {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "number");
      adjusted(device, action)
          .filter(property -> property.unit() != Unit.NONE)
          .ifPresent(property -> schema.put("unit", property.unit().symbol()));
      return schema;
    }
    return device.property(name).map(DataSchemas::of).orElse(Map.of());
  }

  private static Optional<Property> adjusted(Device device, Action action) {
    return action.effects().stream().map(Effect::property).findFirst().flatMap(device::property);
  }

  private static Map<String, Object> changed() {
    Map<String, Object> form = form("events/changed", "subscribeevent", "text/event-stream");
    form.put("subprotocol", "sse");
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("title", "Something of it changed");
    event.put("data", Map.of("type", "object"));
    event.put("forms", List.of(form));
    return event;
  }

  private static Map<String, Object> form(String href, String operation, String type) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("href", href);
    form.put("op", operation);
    form.put("contentType", type);
    return form;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
