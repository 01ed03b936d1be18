package io.hearth.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final ApiSchemas schemas = new ApiSchemas();
  private final JsonNode document = schemas.document();

  @Test
  void describesEveryRouteThatIsServedAndNoOther() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // When
      Set<String> served =
          gateway.served().stream()
              .map(route -> route.method().name() + " " + route.path())
              .collect(Collectors.toCollection(TreeSet::new));

      // Then
      assertThat(operations().keySet()).isEqualTo(served);
    }
  }

  @Test
  void isServedAsItIs() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      assertThat(gateway.get("/openapi.yaml").body()).startsWith("openapi: 3.1.0");
    }
  }

  @Test
  void isAWellFormedDescription() {
    assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
    assertThat(document.path("info").path("title").isString()).isTrue();
    assertThat(document.path("info").path("version").isString()).isTrue();
    assertThat(texts(document, "$ref"))
        .isNotEmpty()
        .allSatisfy(
            ref -> assertThat(document.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
    assertThat(texts(document, "operationId")).doesNotHaveDuplicates();
    operations()
        .forEach((name, operation) -> {
          assertThat(operation.path("summary").isString()).as(name).isTrue();
          assertThat(operation.path("responses").has("200")).as(name).isTrue();
          operation
              .path("responses")
              .properties()
              .forEach(response ->
                  assertThat(resolved(response.getValue()).path("description").isString())
                      .as(name + " " + response.getKey())
                      .isTrue());
          assertThat(pathParameters(name))
              .as("parameters of " + name)
              .isEqualTo(placeholders(name));
        });
  }

  @Test
  void hasSchemasThatAreSchemas() {
    document
        .path("components")
        .path("schemas")
        .properties()
        .forEach(schema -> schemas.checkSchema(schema.getValue()));
  }

  @Test
  void hasExamplesThatFitTheirSchemas() {
    // Given
    List<JsonNode> bodies = new ArrayList<>();
    document.findParents("examples").forEach(bodies::add);

    // Then
    assertThat(bodies).hasSizeGreaterThan(8);
    for (JsonNode body : bodies) {
      body.path("examples")
          .forEach(example -> schemas.check(body.path("schema"), example.path("value")));
    }
  }

  @Test
  void describesWhatIsReallyAnswered() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // When
      gateway.post("{\"text\": \"hello\"}");

      // Then
      for (String path :
          List.of(
              "/api/health",
              "/api/home",
              "/api/devices",
              "/api/devices/oven.kitchen",
              "/api/state",
              "/api/state/oven.kitchen",
              "/api/turns",
              "/api/turns/t-1")) {
        String described = path.replaceAll("(devices|state|turns)/.*", "$1/{id}");
        schemas.check(
            operations()
                .get("GET " + described)
                .at("/responses/200/content/application~1json/schema"),
            gateway.json(path));
      }
      schemas.check("Error", gateway.read(gateway.get("/api/state/x")));
    }
  }

  private Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new java.util.TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(entry -> {
                  if (METHODS.contains(entry.getKey())) {
                    operations.put(
                        entry.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                        entry.getValue());
                  }
                }));
    return operations;
  }

  private Set<String> pathParameters(String operation) {
    Set<String> names = new TreeSet<>();
    JsonNode path = document.path("paths").path(operation.split(" ")[1]);
    path.path("parameters").forEach(p -> names.add(resolved(p).path("name").asString()));
    return names;
  }

  private static Set<String> placeholders(String operation) {
    return java.util.regex.Pattern.compile("\\{(\\w+)}")
        .matcher(operation)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
  }

  private static List<String> texts(JsonNode document, String key) {
    return document.findValues(key).stream().map(JsonNode::asString).toList();
  }
}
