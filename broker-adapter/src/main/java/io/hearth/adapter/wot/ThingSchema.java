package io.hearth.adapter.wot;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of Thing Descriptions 1.1 that the W3C publishes. */
public final class ThingSchema {

  private static final ThingSchema SCHEMA = new ThingSchema();

  private final Schema schema;

  private ThingSchema() {
    try (InputStream in = ThingSchema.class.getResourceAsStream("td-json-schema-validation.json")) {
      if (in == null) {
        throw new IllegalStateException("the schema of Thing Descriptions is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks a Thing Description.
   *
   * @throws ThingException naming the place that is wrong
   */
  public static void check(JsonNode description) throws ThingException {
    List<Error> errors = SCHEMA.schema.validate(description);
    if (!errors.isEmpty()) {
      // Of the alternatives of a place that none fits, the deepest place is what is wrong.
      Error worst =
          errors.stream()
              .max(Comparator.comparingInt(e -> e.getInstanceLocation().getNameCount()))
              .orElseThrow();
      String where = worst.getInstanceLocation().toString();
      throw new ThingException(
          (where.isEmpty() ? "the description" : where) + ": " + worst.getMessage());
    }
  }
}
