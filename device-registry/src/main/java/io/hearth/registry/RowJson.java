package io.hearth.registry;

import io.hearth.model.device.DeviceId;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form of what is kept on disk. */
final class RowJson {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  String write(Announcement announcement) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", announcement.name());
    fields.put("aliases", announcement.aliases());
    announcement.area().ifPresent(area -> fields.put("area", area));
    fields.put("type", announcement.type());
    announcement.kind().ifPresent(kind -> fields.put("kind", kind));
    fields.put("capabilities", announcement.capabilities());
    fields.put("without", announcement.without());
    fields.put("traits", announcement.traits());
    fields.put("options", new Value.Fields(announcement.options()).raw());
    return MAPPER.writeValueAsString(fields);
  }

  Announcement announcement(DeviceId device, String json) {
    JsonNode fields = MAPPER.readTree(json);
    return new Announcement(
        device,
        fields.path("name").asString(),
        texts(fields.path("aliases")),
        fields.path("area").asStringOpt(),
        fields.path("type").asString(),
        fields.path("kind").asStringOpt(),
        texts(fields.path("capabilities")),
        texts(fields.path("without")),
        texts(fields.path("traits")),
        ((Value.Fields) value(fields.path("options"))).values());
  }

  /** What the device reported; what only the home file says is left out. */
  String write(DeviceState state) {
    Map<String, Object> properties = new LinkedHashMap<>();
    state
        .properties()
        .forEach((name, property) -> {
          if (property.source() != Source.DESCRIBED) {
            properties.put(name, fields(property));
          }
        });
    return MAPPER.writeValueAsString(
        Map.of(
            "availability", state.availability().name(),
            "availabilitySince", state.availabilitySince().toString(),
            "properties", properties));
  }

  private static Map<String, Object> fields(PropertyState property) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("value", property.value().raw());
    property.previous().ifPresent(previous -> fields.put("previous", previous.raw()));
    fields.put("since", property.since().toString());
    fields.put("reportedAt", property.reportedAt().toString());
    return fields;
  }

  /** The state as it was kept: everything in it is stale until the device says it again. */
  DeviceState state(DeviceId device, String json) {
    JsonNode fields = MAPPER.readTree(json);
    Map<String, PropertyState> properties = new LinkedHashMap<>();
    fields
        .path("properties")
        .forEachEntry((name, property) -> properties.put(name, property(property)));
    return new DeviceState(
        device,
        properties,
        Availability.valueOf(fields.path("availability").asString()),
        Instant.parse(fields.path("availabilitySince").asString()));
  }

  private static PropertyState property(JsonNode fields) {
    return new PropertyState(
        value(fields.path("value")),
        Optional.of(fields.path("previous"))
            .filter(node -> !node.isMissingNode())
            .map(RowJson::value),
        Instant.parse(fields.path("since").asString()),
        Instant.parse(fields.path("reportedAt").asString()),
        Source.RETAINED,
        true);
  }

  private static Value value(JsonNode node) {
    return Value.ofRaw(MAPPER.treeToValue(node, Object.class));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
