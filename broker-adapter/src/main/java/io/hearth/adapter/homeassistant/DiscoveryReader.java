package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.homeassistant.Entity.Availability;
import io.hearth.adapter.homeassistant.Entity.Place;
import io.hearth.adapter.homeassistant.Entity.Standing;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads discovery messages into entities, short names made long and {@code ~} filled in. */
final class DiscoveryReader {

  /** The most entities that one message may describe. */
  private static final int MOST_ENTITIES = 1000;

  private static final Pattern ZIGBEE = Pattern.compile("zigbee2mqtt_(0x[0-9a-fA-F]{16})");
  private static final Pattern MAC =
      Pattern.compile("[0-9a-fA-F]{12}|([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}");

  private static final Set<String> SHARED =
      Set.of(
          "availability",
          "availability_mode",
          "availability_template",
          "availability_topic",
          "command_topic",
          "encoding",
          "payload_available",
          "payload_not_available",
          "qos",
          "state_topic",
          "~");

  /** What is read once and not kept with every entity, or never asked for. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "device",
          "origin",
          "components",
          "availability",
          "availability_mode",
          "availability_template",
          "availability_topic",
          "payload_available",
          "payload_not_available",
          "unique_id",
          "object_id",
          "default_entity_id",
          "name",
          "icon",
          "entity_picture",
          "qos",
          "retain",
          "encoding",
          "~",
          "platform",
          "entity_category",
          "enabled_by_default",
          "json_attributes_topic",
          "json_attributes_template",
          "suggested_display_precision",
          "force_update",
          "release_url",
          "release_summary",
          "migrate_discovery");

  /**
   * What a message says.
   *
   * @param device empty when it says of none
   * @param entities without those that are taken back
   */
  record Discovered(Optional<Housing.Described> device, List<Entity> entities, boolean migrates) {}

  /** What is the same in very many messages is kept once. */
  private final Map<Object, Object> same = new HashMap<>();

  /**
   * Reads a message.
   *
   * @throws MalformedPayloadException when it is no description of anything
   */
  Discovered read(DiscoveryTopic topic, Payload payload) throws MalformedPayloadException {
    JsonNode json = payload.json();
    if (!json.isObject()) {
      throw new MalformedPayloadException("a description must be a JSON object");
    }
    Map<String, JsonNode> fields = expanded(json);
    Optional<Housing.Described> device = device(fields.get("device"));
    boolean migrates = isTrue(fields.get("migrate_discovery"));
    if (!topic.component().equals("device")) {
      List<Entity> one =
          migrates ? List.of() : List.of(entity(topic.component(), topic.objectId(), fields));
      return new Discovered(device, one, migrates);
    }
    return new Discovered(device, components(fields), migrates);
  }

  private List<Entity> components(Map<String, JsonNode> fields) throws MalformedPayloadException {
    JsonNode components = fields.get("components");
    if (components == null || !components.isObject()) {
      throw new MalformedPayloadException("a device needs components");
    }
    if (components.size() > MOST_ENTITIES) {
      throw new MalformedPayloadException("a device has at most " + MOST_ENTITIES + " components");
    }
    List<Entity> entities = new ArrayList<>();
    for (Map.Entry<String, JsonNode> component : components.properties()) {
      Map<String, JsonNode> own = new LinkedHashMap<>();
      SHARED.forEach(key -> own.computeIfAbsent(key, fields::get));
      if (component.getValue().isObject()) {
        own.putAll(expanded(component.getValue()));
      }
      JsonNode platform = own.get("platform");
      if (platform == null || !platform.isString()) {
        throw new MalformedPayloadException("component " + component.getKey() + " has no platform");
      }
      boolean isTakenBack = component.getValue().size() <= 1;
      if (!isTakenBack) {
        entities.add(entity(platform.stringValue(), component.getKey(), own));
      }
    }
    return entities;
  }

  private static Map<String, JsonNode> expanded(JsonNode object) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    object.forEachEntry((key, value) -> {
      if (!value.isNull() || key.equals("name")) {
        fields.put(Abbreviations.ofEntity(key), value);
      }
    });
    return fields;
  }

  private Entity entity(String component, String id, Map<String, JsonNode> fields) {
    String base = fields.containsKey("~") ? fields.get("~").asString("") : "";
    Map<String, Object> kept = new HashMap<>();
    fields.forEach((key, value) -> {
      if (!LEFT_OUT.contains(key)) {
        Object raw = raw(value);
        if (raw instanceof String text && isTopicKey(key)) {
          raw = based(text, base);
        }
        if (raw != null) {
          kept.put(key, one(raw));
        }
      }
    });
    return new Entity(
        one(component),
        one(id),
        text(fields.get("unique_id")),
        text(fields.get("name")),
        standing(fields),
        new Fields(Map.copyOf(kept)),
        one(availability(fields, base)));
  }

  private static boolean isTopicKey(String key) {
    return key.endsWith("topic");
  }

  private static String based(String topic, String base) {
    if (base.isEmpty()) {
      return topic;
    }
    String whole = topic.startsWith("~") ? base + topic.substring(1) : topic;
    return whole.endsWith("~") ? whole.substring(0, whole.length() - 1) + base : whole;
  }

  private static Standing standing(Map<String, JsonNode> fields) {
    if (fields.containsKey("enabled_by_default") && !isTrue(fields.get("enabled_by_default"))) {
      return Standing.DISABLED;
    }
    return switch (text(fields.get("entity_category")).orElse("")) {
      case "config" -> Standing.CONFIG;
      case "diagnostic" -> Standing.DIAGNOSTIC;
      default -> Standing.MAIN;
    };
  }

  private static Availability availability(Map<String, JsonNode> fields, String base) {
    List<Place> places = new ArrayList<>();
    JsonNode listed = fields.get("availability");
    if (listed != null) {
      for (JsonNode entry : listed.isArray() ? listed : List.of(listed)) {
        if (entry.isObject()) {
          Map<String, JsonNode> own = expanded(entry);
          place(own, "topic", "value_template", base).ifPresent(places::add);
        }
      }
    }
    place(fields, "availability_topic", "availability_template", base).ifPresent(places::add);
    if (places.isEmpty()) {
      return Availability.NONE;
    }
    return new Availability(
        text(fields.get("availability_mode")).orElse("latest"), List.copyOf(places));
  }

  private static Optional<Place> place(
      Map<String, JsonNode> fields, String topicKey, String templateKey, String base) {
    return text(fields.get(topicKey))
        .map(topic -> based(topic, base))
        .filter(topic -> new Fields(Map.of("t", topic)).topic("t").isPresent())
        .map(topic ->
            new Place(
                topic,
                text(fields.get("payload_available")).orElse("online"),
                text(fields.get("payload_not_available")).orElse("offline"),
                text(fields.get(templateKey))
                    .or(() ->
                        text(fields.get("value_template")).filter(t -> topicKey.equals("topic")))));
  }

  private static Optional<Housing.Described> device(@Nullable JsonNode node)
      throws MalformedPayloadException {
    if (node == null || !node.isObject()) {
      return Optional.empty();
    }
    Map<String, JsonNode> fields = new HashMap<>();
    node.forEachEntry((key, value) -> fields.put(Abbreviations.ofDevice(key), value));
    Set<String> keys = new LinkedHashSet<>();
    Set<String> identities = new LinkedHashSet<>();
    Optional<DeviceId> id = Optional.empty();
    for (JsonNode identifier : entries(fields.get("identifiers"))) {
      Optional<String> word =
          identifier.isArray() ? text(identifier.get(identifier.size() - 1)) : text(identifier);
      if (word.isPresent() && !word.get().isBlank()) {
        keys.add("id:" + word.get());
        id = id.or(() -> Optional.of(idOf(word.get(), identities)));
      }
    }
    for (JsonNode connection : pairs(fields.get("connections"))) {
      Optional<String> type = text(connection.get(0));
      Optional<String> address = text(connection.get(1));
      if (type.isPresent() && address.isPresent() && !address.get().isBlank()) {
        String word = address.get().toLowerCase(Locale.ROOT);
        keys.add(type.get() + ":" + word);
        if (type.get().equals("mac") && MAC.matcher(word).matches()) {
          identities.add(Ids.mac(word));
        }
        id = id.or(() -> Optional.of(idOf(word, identities)));
      }
    }
    if (id.isEmpty()) {
      throw new MalformedPayloadException("a device needs identifiers or connections");
    }
    return Optional.of(
        new Housing.Described(
            id.get(),
            Set.copyOf(keys),
            Set.copyOf(identities),
            text(fields.get("name")).filter(name -> !name.isBlank()),
            text(fields.get("model")).filter(model -> !model.isBlank()),
            text(fields.get("suggested_area")).filter(area -> !area.isBlank())));
  }

  private static DeviceId idOf(String word, Set<String> identities) {
    Matcher zigbee = ZIGBEE.matcher(word);
    if (zigbee.matches()) {
      identities.add(Ids.ieee(zigbee.group(1)));
      return Ids.deviceId(zigbee.group(1));
    }
    if (MAC.matcher(word).matches()) {
      identities.add(Ids.mac(word));
    }
    return Ids.deviceId(word);
  }

  private static Iterable<JsonNode> entries(@Nullable JsonNode node) {
    return node == null ? List.of() : node.isArray() ? node : List.of(node);
  }

  /** Connections are pairs; a lone pair without its list is met too. */
  private static Iterable<JsonNode> pairs(@Nullable JsonNode node) {
    if (node == null || !node.isArray()) {
      return List.of();
    }
    List<JsonNode> pairs = new ArrayList<>();
    if (node.size() == 2 && node.get(0).isString()) {
      pairs.add(node);
    } else {
      node.forEach(pair -> {
        if (pair.isArray() && pair.size() == 2) {
          pairs.add(pair);
        }
      });
    }
    return pairs;
  }

  private static boolean isTrue(@Nullable JsonNode node) {
    return node != null
        && (node.isBoolean() ? node.booleanValue() : "true".equals(node.asString("")));
  }

  private static Optional<String> text(@Nullable JsonNode node) {
    return node == null || node.isContainer() || node.isNull()
        ? Optional.empty()
        : Optional.of(node.asString(""));
  }

  private @Nullable Object raw(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? (Object) node.longValue()
              : (Object) node.doubleValue();
      case ARRAY -> {
        List<Object> list = new ArrayList<>(node.size());
        for (JsonNode entry : node) {
          Object value = raw(entry);
          if (value != null) {
            list.add(value);
          }
        }
        yield List.copyOf(list);
      }
      case OBJECT -> {
        Map<String, Object> map = new HashMap<>();
        node.forEachEntry((key, entry) -> {
          Object value = raw(entry);
          if (value != null) {
            map.put(key, value);
          }
        });
        yield Map.copyOf(map);
      }
      default -> null;
    };
  }

  /** The same object for equal values, as far as one remembers. */
  @SuppressWarnings("unchecked")
  private <T> T one(T value) {
    if (same.size() > 20_000) {
      same.clear();
    }
    return (T) same.computeIfAbsent(value, key -> key);
  }
}
