package io.hearth.adapter.homie;

import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.homie.HomieDescription.Node;
import io.hearth.adapter.homie.HomieDescription.Property;
import io.hearth.adapter.wire.MalformedPayloadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the description document of Homie 5. */
final class Homie5Json {

  private int properties;

  private Homie5Json() {}

  /**
   * Reads one.
   *
   * @throws MalformedPayloadException naming the member that is wrong
   */
  static HomieDescription read(Payload payload) throws MalformedPayloadException {
    JsonNode document = object(payload.json(), "$description");
    String version = text(document, "homie", "$description");
    if (!version.startsWith("5")) {
      throw new MalformedPayloadException("homie is not version 5");
    }
    return new Homie5Json().description(document);
  }

  private HomieDescription description(JsonNode document) throws MalformedPayloadException {
    List<Node> nodes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : members(document, "nodes", "$description")) {
      if (nodes.size() == HomieDescription.MOST_NODES) {
        throw new MalformedPayloadException("nodes are more than " + HomieDescription.MOST_NODES);
      }
      nodes.add(node(entry.getKey(), entry.getValue()));
    }
    String name = optional(document, "name").orElse("");
    Optional<String> parent = optional(document, "parent").filter(HomieTopics::isId);
    Optional<String> root = optional(document, "root").filter(HomieTopics::isId);
    return new HomieDescription(name, root.or(() -> parent), nodes);
  }

  private Node node(String id, JsonNode json) throws MalformedPayloadException {
    String where = "nodes." + id;
    checkId(id, where);
    object(json, where);
    List<Property> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : members(json, "properties", where)) {
      if (++properties > HomieDescription.MOST_PROPERTIES) {
        throw new MalformedPayloadException(
            "properties are more than " + HomieDescription.MOST_PROPERTIES);
      }
      found.add(property(entry.getKey(), entry.getValue(), where));
    }
    return new Node(
        id, optional(json, "name").orElse(id), optional(json, "type").orElse(""), found);
  }

  private static Property property(String id, JsonNode json, String parent)
      throws MalformedPayloadException {
    String where = parent + ".properties." + id;
    checkId(id, where);
    object(json, where);
    return new Property(
        id,
        optional(json, "name").orElse(id),
        text(json, "datatype", where),
        optional(json, "format").orElse(""),
        optional(json, "unit").orElse(""),
        json.path("settable").asBoolean(false),
        json.path("retained").asBoolean(true));
  }

  private static void checkId(String id, String where) throws MalformedPayloadException {
    if (!HomieTopics.isId(id)) {
      throw new MalformedPayloadException(where + " has an id that is none");
    }
  }

  private static JsonNode object(JsonNode json, String where) throws MalformedPayloadException {
    if (!json.isObject()) {
      throw new MalformedPayloadException(where + " is not an object");
    }
    return json;
  }

  private static Iterable<Map.Entry<String, JsonNode>> members(
      JsonNode json, String name, String where) throws MalformedPayloadException {
    JsonNode member = json.path(name);
    if (member.isMissingNode() || member.isNull()) {
      return List.of();
    }
    return object(member, where + "." + name).properties();
  }

  private static String text(JsonNode json, String name, String where)
      throws MalformedPayloadException {
    return optional(json, name)
        .orElseThrow(() -> new MalformedPayloadException(where + " has no " + name));
  }

  private static Optional<String> optional(JsonNode json, String name) {
    return json.path(name).stringValueOpt().filter(text -> !text.isBlank());
  }
}
