package io.hearth.adapter.owntype;

import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Extract;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads numbers and texts out of bytes. */
final class ByteReader {

  private ByteReader() {}

  static Optional<Value> read(Extract.Bytes place, byte[] payload)
      throws MalformedPayloadException {
    if (payload.length < place.at() + place.length()) {
      throw new MalformedPayloadException(
          "needs " + (place.at() + place.length()) + " bytes, the payload has " + payload.length);
    }
    return switch (place.kind()) {
      case TEXT ->
          Optional.of(
              Value.of(
                  new String(payload, place.at(), place.length(), StandardCharsets.UTF_8)
                      .replace("\0", "")
                      .strip()));
      case FLOAT -> real(place, payload);
      case UNSIGNED, SIGNED -> Optional.of(integer(place, payload));
    };
  }

  private static Optional<Value> real(Extract.Bytes place, byte[] payload)
      throws MalformedPayloadException {
    ByteBuffer buffer =
        ByteBuffer.wrap(payload, place.at(), place.length())
            .order(place.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    double number = place.length() == 8 ? buffer.getDouble() : buffer.getFloat();
    if (!Double.isFinite(number)) {
      throw new MalformedPayloadException("the bytes are no finite number");
    }
    return Optional.of(Value.of(number));
  }

  private static Value integer(Extract.Bytes place, byte[] payload) {
    long bits = bits(place, payload);
    if (place.bit().isPresent()) {
      return Value.of(((bits >>> place.bit().getAsInt()) & 1) == 1);
    }
    int unused = 64 - place.length() * 8;
    if (place.kind() == Extract.Bytes.Kind.SIGNED) {
      return Value.of((double) ((bits << unused) >> unused));
    }
    return Value.of(bits >= 0 ? (double) bits : (bits >>> 1) * 2.0 + (bits & 1));
  }

  private static long bits(Extract.Bytes place, byte[] payload) {
    long bits = 0;
    for (int i = 0; i < place.length(); i++) {
      int at = place.littleEndian() ? place.length() - 1 - i : i;
      bits = (bits << 8) | (payload[place.at() + at] & 0xff);
    }
    return bits;
  }
}
