package io.hearth.adapter.wot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes Thing Descriptions of Thing Models in files: a file {@code {"model": "lamp.tm.json",
 * "placeholders": {"HOST": "192.168.1.7"}}} is the thing. {@code tm:extends} and {@code tm:ref} are
 * followed to files beside the model. Every model is checked against the schema of the W3C.
 */
final class ThingModels {

  private static final int DEEPEST = 8;
  private static final int MOST_BYTES = 1024 * 1024;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path folder;

  ThingModels(Path folder) {
    this.folder = folder;
  }

  /** Whether a document is a model, which is no thing by itself. */
  static boolean isModel(JsonNode document) {
    JsonNode type = document.path("@type");
    return type.toString().contains("\"tm:ThingModel\"");
  }

  /**
   * The description in a file.
   *
   * @throws ThingException saying what is wrong, its own file or one that it refers to
   */
  JsonNode thing(Path file) throws ThingException {
    JsonNode document = read(file);
    if (isModel(document)) {
      ThingSchema.checkModel(document);
    }
    if (!document.has("model")) {
      return document;
    }
    JsonNode model = resolved(document.path("model").asString(""), 0);
    JsonNode filled = new Placeholders(document.path("placeholders")).fill(model);
    if (!(filled instanceof ObjectNode thing)) {
      throw new ThingException("/model: is no Thing Model");
    }
    withoutModel(thing);
    document
        .properties()
        .forEach(entry -> {
          if (!entry.getKey().equals("model") && !entry.getKey().equals("placeholders")) {
            thing.set(entry.getKey(), entry.getValue());
          }
        });
    return thing;
  }

  private JsonNode resolved(String reference, int depth) throws ThingException {
    if (depth > DEEPEST) {
      throw new ThingException("models refer to one another more than " + DEEPEST + " deep");
    }
    String name = reference.replaceFirst("#.*$", "");
    String pointer = reference.contains("#") ? reference.substring(reference.indexOf('#') + 1) : "";
    Path file = folder.resolve(name).normalize();
    if (name.isEmpty() || name.contains("://") || !file.startsWith(folder.normalize())) {
      throw new ThingException("'" + reference + "' is no file beside the model");
    }
    JsonNode part = model(file).at(pointer);
    if (part.isMissingNode()) {
      throw new ThingException("nothing is at " + reference);
    }
    JsonNode whole = referred(part, depth);
    return extended(whole, depth);
  }

  /** What extends another has all that the other has, and its own before it. */
  private JsonNode extended(JsonNode model, int depth) throws ThingException {
    if (!(model instanceof ObjectNode own)) {
      return model;
    }
    for (JsonNode link : own.path("links")) {
      if (link.path("rel").asString("").equals("tm:extends")) {
        JsonNode base = resolved(link.path("href").asString(""), depth + 1);
        if (base instanceof ObjectNode parent) {
          merge(parent, own);
          return parent;
        }
      }
    }
    return own;
  }

  private JsonNode referred(JsonNode node, int depth) throws ThingException {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, referred(array.get(i), depth));
      }
    }
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        object.set(name, referred(object.get(name), depth));
      }
      if (object.has("tm:ref")) {
        JsonNode target = resolved(object.remove("tm:ref").asString(""), depth + 1);
        if (target instanceof ObjectNode parent) {
          merge(parent, object);
          return parent;
        }
      }
    }
    return node;
  }

  private static void merge(ObjectNode into, ObjectNode from) {
    from.properties()
        .forEach(entry -> {
          if (into.get(entry.getKey()) instanceof ObjectNode parent
              && entry.getValue() instanceof ObjectNode child) {
            merge(parent, child);
          } else if (entry.getValue().isNull()) {
            into.remove(entry.getKey());
          } else {
            into.set(entry.getKey(), entry.getValue());
          }
        });
  }

  private static void withoutModel(ObjectNode thing) {
    thing.remove("tm:optional");
    if (thing.get("@type") instanceof ArrayNode types) {
      ArrayNode rest = MAPPER.createArrayNode();
      types.forEach(type -> {
        if (!type.asString("").equals("tm:ThingModel")) {
          rest.add(type);
        }
      });
      thing.set("@type", rest);
    } else {
      thing.remove("@type");
    }
    if (thing.get("links") instanceof ArrayNode links) {
      ArrayNode rest = MAPPER.createArrayNode();
      links.forEach(link -> {
        if (!link.path("rel").asString("").startsWith("tm:")) {
          rest.add(link);
        }
      });
      thing.set("links", rest);
    }
  }

  private static JsonNode model(Path file) throws ThingException {
    JsonNode document = read(file);
    try {
      ThingSchema.checkModel(document);
    } catch (ThingException bad) {
      throw new ThingException(file.getFileName() + ": " + bad.getMessage());
    }
    return document;
  }

  private static JsonNode read(Path file) throws ThingException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ThingException(file.getFileName() + " is larger than " + MOST_BYTES + " bytes");
      }
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (JacksonException bad) {
      var where = bad.getLocation();
      throw new ThingException(
          file.getFileName()
              + ": not JSON"
              + (where == null ? "" : " in line " + where.getLineNr()));
    } catch (IOException missing) {
      throw new ThingException(file.getFileName() + " cannot be read");
    }
  }
}
