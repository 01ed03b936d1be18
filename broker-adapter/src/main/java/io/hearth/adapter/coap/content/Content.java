package io.hearth.adapter.coap.content;

import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads payloads of any format; one without a format is tried as what it looks like. */
public final class Content {

  private Content() {}

  /**
   * What a payload says.
   *
   * @param format as the sender names it; empty to go by the first bytes
   * @param path what was read; names of records that are relative stand below it
   * @param now what relative times of SenML are relative to
   * @throws MalformedPayloadException when it cannot be read in that format, or in any
   */
  public static List<Reading> read(
      Optional<Format> format, byte[] payload, String path, Instant now)
      throws MalformedPayloadException {
    return switch (format.orElseGet(() -> guess(payload))) {
      case TEXT -> List.of(Reading.of(PlainText.read(payload)));
      case JSON -> readings(Trees.json(payload), path, now);
      case CBOR, OCF_CBOR -> readings(Trees.cbor(payload), path, now);
      case SENML_JSON -> SenMl.read(Trees.json(payload), SenMl.JSON_LABELS, now);
      case SENML_CBOR -> SenMl.read(Trees.cbor(payload), SenMl.CBOR_LABELS, now);
      case LWM2M_JSON -> LwM2mJson.read(Trees.json(payload), now);
      case LWM2M_CBOR -> NumberedTree.read(Trees.cbor(payload));
      case TLV -> Tlv.read(payload, path);
      case LINKS, OCTETS -> throw new MalformedPayloadException("a format that says no values");
    };
  }

  /** JSON and CBOR without a name of their own may still be SenML or LwM2M inside. */
  private static List<Reading> readings(Value tree, String path, Instant now)
      throws MalformedPayloadException {
    if (tree instanceof Value.Items(List<Value> items)
        && !items.isEmpty()
        && items.stream().allMatch(SenMl::isRecord)) {
      return SenMl.read(tree, SenMl.labelsOf(items), now);
    }
    if (tree instanceof Value.Fields(var fields)
        && fields.get("e") instanceof Value.Items
        && !path.isEmpty()) {
      return LwM2mJson.read(tree, now);
    }
    return List.of(Reading.of(tree));
  }

  private static Format guess(byte[] payload) {
    if (payload.length == 0) {
      return Format.TEXT;
    }
    int first = payload[0] & 0xFF;
    if (first == '{' || first == '[') {
      return Format.JSON;
    }
    // Arrays and maps of CBOR begin where no text and no TLV entry of an object does.
    boolean container = (first >= 0x80 && first <= 0xBF);
    return container && !isText(payload) ? Format.CBOR : isText(payload) ? Format.TEXT : Format.TLV;
  }

  private static boolean isText(byte[] payload) {
    for (byte each : payload) {
      if (each < 0x20 && each != '\n' && each != '\r' && each != '\t') {
        return false;
      }
    }
    return true;
  }
}
