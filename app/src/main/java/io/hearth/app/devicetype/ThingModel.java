package io.hearth.app.devicetype;

import io.hearth.model.device.Action;
import io.hearth.model.device.Capability;
import io.hearth.model.device.DataSchemas;
import io.hearth.model.device.Property;
import io.hearth.model.owntype.Format;
import io.hearth.model.owntype.Order;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.owntype.Place;
import io.hearth.model.owntype.Telling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The W3C WoT Thing Model that a device type file means; its names become placeholders. */
public final class ThingModel {

  private ThingModel() {}

  /** The model as JSON-LD. */
  public static Map<String, Object> of(OwnType type) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put(
        "@context",
        List.of(
            "https://www.w3.org/2022/wot/td/v1.1",
            Map.of(
                "mqv",
                "http://www.example.org/mqtt-binding#",
                "hearth",
                "urn:hearth:device-type#")));
    model.put("@type", "tm:ThingModel");
    model.put("title", type.type().names().getOrDefault("en", List.of(type.id())).getFirst());
    model.put("hearth:deviceType", type.id());
    model.put("version", Map.of("model", "1.0.0"));
    model.put("properties", properties(type));
    model.put("actions", actions(type));
    return model;
  }

  private static Map<String, Object> properties(OwnType type) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Capability capability : type.type().capabilities()) {
      for (Property property : capability.properties()) {
        Map<String, Object> one = DataSchemas.of(property);
        one.put("readOnly", true);
        one.put("observable", true);
        List<Object> forms = new ArrayList<>();
        for (Telling telling : type.states()) {
          if (telling.properties().containsKey(property.name())) {
            forms.add(
                form(
                    telling.at(),
                    telling.at().way() == Place.Way.HTTP ? "readproperty" : "observeproperty",
                    mediaType(telling.format())));
          }
        }
        if (!forms.isEmpty()) {
          one.put("forms", forms);
          all.put(property.name(), one);
        }
      }
    }
    return all;
  }

  private static Map<String, Object> actions(OwnType type) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Capability capability : type.type().capabilities()) {
      for (Action action : capability.actions()) {
        Order order = type.orders().get(action.name());
        if (order != null) {
          Map<String, Object> one = new LinkedHashMap<>();
          if (!action.arguments().isEmpty()) {
            one.put("input", input(type, action));
          }
          one.put("idempotent", action.idempotent());
          one.put("safe", false);
          one.put(
              "forms",
              List.of(form(order.at(), "invokeaction", order.mediaType().orElse("text/plain"))));
          all.putIfAbsent(action.name(), one);
        }
      }
    }
    return all;
  }

  private static Map<String, Object> input(OwnType type, Action action) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (String name : action.arguments()) {
      arguments.put(
          name,
          type.type().capabilities().stream()
              .flatMap(capability -> capability.property(name).stream())
              .findFirst()
              .map(DataSchemas::of)
              .orElseGet(() -> new LinkedHashMap<>(Map.of("type", "number"))));
    }
    return Map.of("type", "object", "properties", arguments);
  }

  private static Map<String, Object> form(Place place, String operation, String mediaType) {
    Map<String, Object> form = new LinkedHashMap<>();
    String text = place.text().replaceAll("\\{([A-Za-z][A-Za-z0-9_]*)}", "{{$1}}");
    boolean mqtt = place.way() == Place.Way.MQTT;
    form.put("href", mqtt ? "mqtt://{{BROKER}}/" + text : text);
    form.put("op", operation);
    form.put("contentType", mediaType);
    if (mqtt) {
      form.put("mqv:topic", text);
    }
    return form;
  }

  private static String mediaType(Format format) {
    return switch (format) {
      case JSON -> "application/json";
      case TEXT -> "text/plain";
      case BYTES -> "application/octet-stream";
      case CBOR -> "application/cbor";
    };
  }
}
