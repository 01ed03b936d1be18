package io.hearth.registry;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema that complains in one line with the line number of what is wrong. */
final class FileSchema {

  private record Complaint(Part where, String what) {}

  private final Schema schema;
  private final JsonMapper mapper = JsonMapper.shared();

  private FileSchema(Schema schema) {
    this.schema = schema;
  }

  static FileSchema ofResource(String resource) {
    return new FileSchema(
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource(resource), InputFormat.JSON));
  }

  /** The text of a resource of this package. */
  static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(FileSchema.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name + " cannot be read", e);
    }
  }

  /** Throws the failure of the file for the first thing that is wrong, in the order of lines. */
  void check(Part root) {
    JsonNode tree = mapper.valueToTree(root.plain());
    List<Error> errors = schema.validate(tree);
    errors.stream()
        .filter(error -> !isMisspelt(error, errors))
        .map(error -> complaint(root, error))
        .min(Comparator.comparingInt(complaint -> complaint.where().line()))
        .ifPresent(complaint -> {
          throw complaint.where().problem(complaint.what());
        });
  }

  /** A key that is missing where there is one that nobody knows is that one, as a rule. */
  private static boolean isMisspelt(Error missing, List<Error> all) {
    return missing.getKeyword().equals("required")
        && all.stream()
            .anyMatch(error ->
                error.getKeyword().equals("additionalProperties")
                    && error.getInstanceLocation().equals(missing.getInstanceLocation()));
  }

  private Complaint complaint(Part root, Error error) {
    Part where = root.nearest(steps(error.getInstanceLocation()));
    String property = error.getProperty();
    return switch (error.getKeyword()) {
      case "additionalProperties" ->
          new Complaint(
              where.get(property).orElse(where),
              "unknown key '"
                  + property
                  + "'; allowed are "
                  + String.join(", ", allowedKeys(error))
                  + Closest.hint(String.valueOf(property), allowedKeys(error)));
      case "required" -> new Complaint(where, "'" + property + "' is missing");
      case "type" -> new Complaint(where, "must be " + types(error));
      case "enum" ->
          new Complaint(
              where,
              "'"
                  + where.text()
                  + "' must be one of "
                  + String.join(", ", words(error.getSchemaNode()))
                  + Closest.hint(where.text(), words(error.getSchemaNode())));
      case "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum" ->
          new Complaint(where, where.text() + " is out of range: " + error.getMessage());
      default -> new Complaint(where, error.getMessage());
    };
  }

  private static List<Object> steps(NodePath path) {
    List<Object> steps = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      steps.add(path.getElement(i));
    }
    return steps;
  }

  private List<String> allowedKeys(Error error) {
    JsonNode node = schema.getSchemaNode();
    for (Object step : steps(error.getSchemaLocation().getFragment().getParent())) {
      node = step instanceof Integer index ? node.path(index) : node.path(String.valueOf(step));
    }
    return List.copyOf(node.path("properties").propertyNames());
  }

  private static String types(Error error) {
    return Stream.of(error.getSchemaNode())
        .flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
        .map(JsonNode::asString)
        .map(FileSchema::plainWord)
        .reduce((a, b) -> a + " or " + b)
        .orElse("something else");
  }

  private static String plainWord(String type) {
    return switch (type) {
      case "string" -> "text";
      case "boolean" -> "true or false";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "array" -> "a list";
      case "object" -> "a mapping";
      default -> type;
    };
  }

  private static List<String> words(JsonNode options) {
    return options.valueStream().map(JsonNode::asString).toList();
  }
}
