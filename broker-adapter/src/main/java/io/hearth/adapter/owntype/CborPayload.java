package io.hearth.adapter.owntype;

import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.wire.MalformedPayloadException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORMapper;

/** CBOR, seen as the JSON that means the same. */
final class CborPayload {

  private static final CBORMapper MAPPER = CBORMapper.builder().build();

  private CborPayload() {}

  static Payload asJson(Payload payload) throws MalformedPayloadException {
    try {
      JsonNode node = MAPPER.readTree(payload.bytes());
      if (!node.isMissingNode()) {
        return Payload.of(node.toString());
      }
      throw new MalformedPayloadException("empty where CBOR is expected");
    } catch (JacksonException failure) {
      throw new MalformedPayloadException("not CBOR", failure);
    }
  }
}
