package io.hearth.adapter.coap.content;

import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORMapper;

/** JSON and CBOR to values and back; deep, long and trailing input is refused. */
public final class Trees {

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(32)
          .maxStringLength(64 * 1024)
          .maxNumberLength(100)
          .maxTokenCount(20_000)
          .build();
  private static final ObjectMapper JSON =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectMapper CBOR =
      CBORMapper.builder(CBORFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Trees() {}

  static Value json(byte[] payload) throws MalformedPayloadException {
    return read(JSON, payload, "JSON");
  }

  static Value cbor(byte[] payload) throws MalformedPayloadException {
    return read(CBOR, payload, "CBOR");
  }

  /** Writes as JSON; whole numbers without a point. */
  public static byte[] toJson(Value value) {
    return JSON.writeValueAsBytes(value.raw());
  }

  /** Writes as CBOR of definite lengths, which is all that small devices read. */
  public static byte[] toCbor(Value value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = CBOR.createGenerator(out)) {
      write(generator, value);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator generator, Value value) {
    switch (value) {
      case Value.Fields(Map<String, Value> fields) -> {
        generator.writeStartObject(null, fields.size());
        fields.forEach((name, each) -> {
          generator.writeName(name);
          write(generator, each);
        });
        generator.writeEndObject();
      }
      case Value.Items(List<Value> items) -> {
        generator.writeStartArray(null, items.size());
        items.forEach(each -> write(generator, each));
        generator.writeEndArray();
      }
      default -> generator.writePOJO(value.raw());
    }
  }

  /** Writes a SenML pack of one record in CBOR, with the numbers of RFC 8428 as labels. */
  public static byte[] senMlCbor(String name, Value value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = CBOR.createGenerator(out)) {
      generator.writeStartArray(null, 1);
      generator.writeStartObject(null, 2);
      generator.writePropertyId(-2);
      generator.writeString(name);
      generator.writePropertyId(
          switch (value) {
            case Value.Number unused -> 2;
            case Value.Bool unused -> 4;
            default -> 3;
          });
      generator.writePOJO(value.raw());
      generator.writeEndObject();
      generator.writeEndArray();
    }
    return out.toByteArray();
  }

  private static Value read(ObjectMapper mapper, byte[] payload, String what)
      throws MalformedPayloadException {
    try {
      return Value.ofRaw(plain(mapper.readValue(payload, Object.class)));
    } catch (JacksonException failure) {
      throw new MalformedPayloadException(
          "not " + what + ": " + failure.getClass().getSimpleName(), failure);
    } catch (IllegalArgumentException failure) {
      throw new MalformedPayloadException("a value that cannot be: " + failure.getMessage());
    }
  }

  /** Byte strings as text in Base64, as SenML writes them. */
  private static @Nullable Object plain(@Nullable Object raw) {
    return switch (raw) {
      case byte[] bytes -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      case List<?> list -> {
        List<@Nullable Object> all = new ArrayList<>(list.size());
        list.forEach(each -> all.add(plain(each)));
        yield all;
      }
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> all = new LinkedHashMap<>();
        map.forEach((key, each) -> all.put(key, plain(each)));
        yield all;
      }
      case null, default -> raw;
    };
  }
}
