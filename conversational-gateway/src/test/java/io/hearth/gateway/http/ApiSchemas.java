package io.hearth.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API, and checks of documents against its schemas. */
final class ApiSchemas {

  private final JsonMapper json = JsonMapper.shared();
  private final JsonNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  ApiSchemas() {
    try (InputStream in = HttpGateway.class.getResourceAsStream(PageFiles.OPENAPI)) {
      document =
          json.valueToTree(
              new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
                  .loadFromInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode document() {
    return document;
  }

  /** Fails when a document is not as the component schema of that name says. */
  void check(String schema, JsonNode instance) {
    check(json.valueToTree(Map.of("$ref", "#/components/schemas/" + schema)), instance);
  }

  void check(JsonNode schema, JsonNode instance) {
    var whole = json.createObjectNode();
    whole.setAll((tools.jackson.databind.node.ObjectNode) schema);
    whole.set("components", document.path("components"));
    assertThat(registry.getSchema(whole).validate(instance))
        .as("%s against %s", instance, schema)
        .isEmpty();
  }

  /** What is wrong with a schema itself. */
  void checkSchema(JsonNode schema) {
    assertThat(
            registry
                .getSchema(
                    com.networknt.schema.SchemaLocation.of(
                        "https://json-schema.org/draft/2020-12/schema"))
                .validate(schema))
        .as("%s", schema)
        .isEmpty();
  }
}
