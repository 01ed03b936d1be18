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

/** The JSON Schemas of Thing Descriptions and Thing Models 1.1 that the W3C publishes. */
public final class ThingSchema {

  private static final ThingSchema DESCRIPTION =
      new ThingSchema("td-json-schema-validation.json", "the description");
  private static final ThingSchema MODEL =
      new ThingSchema("tm-json-schema-validation.json", "the model");

  private final Schema schema;
  private final String whole;

  /**
   * @param whole what a document is called in which no place in particular is wrong
   */
  private ThingSchema(String resource, String whole) {
    this.whole = whole;
    try (InputStream in = ThingSchema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the schema " + resource + " is missing");
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
    DESCRIPTION.validate(description);
  }

  /**
   * Checks a Thing Model.
   *
   * @throws ThingException naming the place that is wrong
   */
  public static void checkModel(JsonNode model) throws ThingException {
    MODEL.validate(model);
  }

  private void validate(JsonNode document) throws ThingException {
    List<Error> errors = schema.validate(document);
    if (!errors.isEmpty()) {
      // Of the alternatives of a place that none fits, the deepest place is what is wrong.
      Error worst =
          errors.stream()
              .max(Comparator.comparingInt(e -> e.getInstanceLocation().getNameCount()))
              .orElseThrow();
      String where = worst.getInstanceLocation().toString();
      throw new ThingException((where.isEmpty() ? whole : where) + ": " + worst.getMessage());
    }
  }
}
