package io.hearth.adapter.binding;

import io.hearth.adapter.wire.MalformedPayloadException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of a message, read as text or JSON once for all who want to know. Used by one thread at
 * a time.
 */
public final class Payload {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final byte[] bytes;
  private final Optional<String> mediaType;
  private @Nullable String text;
  private @Nullable JsonNode json;
  private @Nullable MalformedPayloadException notJson;

  private Payload(byte[] bytes, Optional<String> mediaType) {
    this.bytes = bytes;
    this.mediaType = mediaType;
  }

  /** The bytes are not copied: nobody may change them afterwards. */
  public static Payload of(byte[] bytes) {
    return new Payload(bytes, Optional.empty());
  }

  /**
   * The bytes are not copied: nobody may change them afterwards.
   *
   * @param mediaType as the sender names it, e.g. {@code application/senml+cbor}
   */
  public static Payload of(byte[] bytes, String mediaType) {
    return new Payload(bytes, Optional.of(mediaType));
  }

  public static Payload of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** The bytes themselves, not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  public Optional<String> mediaType() {
    return mediaType;
  }

  /** As UTF-8; what is none becomes replacement characters. */
  public String text() {
    if (text == null) {
      text = new String(bytes, StandardCharsets.UTF_8);
    }
    return text;
  }

  /**
   * As JSON.
   *
   * @throws MalformedPayloadException when it is none
   */
  public JsonNode json() throws MalformedPayloadException {
    if (json == null) {
      if (notJson != null) {
        throw notJson;
      }
      json = parsed();
    }
    return json;
  }

  private JsonNode parsed() throws MalformedPayloadException {
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (!node.isMissingNode()) {
        return node;
      }
      notJson = new MalformedPayloadException("empty where JSON is expected");
    } catch (JacksonException failure) {
      notJson = new MalformedPayloadException("not JSON", failure);
    }
    throw notJson;
  }

  /** Its beginning, printable, for a person who looks for what went wrong. */
  public String head() {
    int length = Math.min(bytes.length, 80);
    String start = new String(bytes, 0, length, StandardCharsets.UTF_8);
    String shown = start.replaceAll("\\p{Cntrl}", "\u00b7");
    return length < bytes.length ? shown + "\u2026" : shown;
  }
}
