package io.hearth.adapter.coap.content;

import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The type-length-value format of LwM2M (OMA-TS-LightweightM2M 1.0.2, section 6.4.3). It does not
 * say what the bytes of a value are; the number of the resource does ({@link ResourceType}).
 */
public final class Tlv {

  private static final int OBJECT_INSTANCE = 0;
  private static final int RESOURCE_INSTANCE = 1;
  private static final int MULTIPLE_RESOURCE = 2;
  private static final int RESOURCE = 3;
  private static final int MAX_ENTRIES = 1000;

  private final List<Reading> readings = new ArrayList<>();
  private int entries;

  private Tlv() {}

  /**
   * Reads what was found at a path, e.g. {@code /3303/0}.
   *
   * @throws MalformedPayloadException when lengths do not fit or a value cannot be of its type
   */
  static List<Reading> read(byte[] payload, String path) throws MalformedPayloadException {
    Tlv tlv = new Tlv();
    tlv.entries(ByteBuffer.wrap(payload), path, -1);
    return List.copyOf(tlv.readings);
  }

  /** Writes one resource, e.g. 5850 as {@code E1 16 DA 01}. */
  public static byte[] write(int resource, Value value) {
    byte[] bytes = ResourceType.of(resource).write(value);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean wide = resource > 0xFF;
    int length = bytes.length;
    int lengthBytes = length < 8 ? 0 : length <= 0xFF ? 1 : length <= 0xFFFF ? 2 : 3;
    out.write(
        (RESOURCE << 6) | (wide ? 0x20 : 0) | (lengthBytes << 3) | (lengthBytes == 0 ? length : 0));
    if (wide) {
      out.write(resource >> 8);
    }
    out.write(resource);
    for (int shift = 8 * (lengthBytes - 1); shift >= 0; shift -= 8) {
      out.write(length >> shift);
    }
    out.writeBytes(bytes);
    return out.toByteArray();
  }

  private void entries(ByteBuffer in, String path, int resource) throws MalformedPayloadException {
    while (in.hasRemaining()) {
      if (++entries > MAX_ENTRIES) {
        throw new MalformedPayloadException("more than " + MAX_ENTRIES + " entries");
      }
      int type = in.get() & 0xFF;
      int id = (int) unsigned(in, (type & 0x20) == 0 ? 1 : 2);
      int lengthBytes = (type >> 3) & 0x03;
      long length = lengthBytes == 0 ? type & 0x07 : unsigned(in, lengthBytes);
      if (length > in.remaining()) {
        throw new MalformedPayloadException("an entry is longer than what is there");
      }
      ByteBuffer value = in.slice(in.position(), (int) length);
      in.position(in.position() + (int) length);
      entry(type >> 6, id, value, path, resource);
    }
  }

  private void entry(int kind, int id, ByteBuffer value, String path, int resource)
      throws MalformedPayloadException {
    switch (kind) {
      case OBJECT_INSTANCE -> {
        // Never inside of itself, so that no payload can make this deep.
        if (resource >= 0 || depth(path) > 1) {
          throw new MalformedPayloadException("an instance where none can be");
        }
        entries(value, path + "/" + id, -1);
      }
      case MULTIPLE_RESOURCE -> {
        if (resource >= 0) {
          throw new MalformedPayloadException("a resource within a resource");
        }
        entries(value, path(path, id), id);
      }
      case RESOURCE_INSTANCE ->
          readings.add(Reading.of(path, ResourceType.of(resource).read(value)));
      case RESOURCE -> readings.add(Reading.of(path(path, id), ResourceType.of(id).read(value)));
      default -> throw new MalformedPayloadException("an entry of no kind");
    }
  }

  /** A resource that was itself what was asked for is not named twice. */
  private static String path(String path, int id) {
    return path.endsWith("/" + id) && depth(path) == 3 ? path : path + "/" + id;
  }

  private static long depth(String path) {
    return path.chars().filter(c -> c == '/').count();
  }

  private static long unsigned(ByteBuffer in, int bytes) throws MalformedPayloadException {
    if (in.remaining() < bytes) {
      throw new MalformedPayloadException("cut off");
    }
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = (value << 8) | (in.get() & 0xFF);
    }
    return value;
  }

  /** How the bytes of a resource are to be understood. */
  enum ResourceType {
    BOOLEAN,
    INTEGER,
    FLOAT,
    TEXT;

    static ResourceType of(int resource) {
      return switch (resource) {
        case 5500, 5532, 5533, 5550, 5542, 5543, 5850 -> BOOLEAN;
        case 9, 11, 5501, 5526, 5534, 5547, 5851, 5852 -> INTEGER;
        case 0, 1, 2, 3, 17, 18, 19, 5514, 5515, 5527, 5701, 5706, 5750, 5751 -> TEXT;
        default -> FLOAT;
      };
    }

    Value read(ByteBuffer bytes) throws MalformedPayloadException {
      try {
        return switch (this) {
          case TEXT -> Value.of(StandardCharsets.UTF_8.decode(bytes).toString());
          case BOOLEAN -> {
            OptionalLong number = integer(bytes);
            if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > 1) {
              throw new MalformedPayloadException("a boolean that is neither 0 nor 1");
            }
            yield Value.of(number.getAsLong() == 1);
          }
          case INTEGER ->
              Value.of(
                  (double)
                      integer(bytes)
                          .orElseThrow(
                              () -> new MalformedPayloadException("an integer of no length")));
          case FLOAT -> Value.of(real(bytes));
        };
      } catch (IllegalArgumentException notFinite) {
        throw new MalformedPayloadException("a number that cannot be", notFinite);
      }
    }

    byte[] write(Value value) {
      return switch (value) {
        case Value.Bool(boolean on) -> new byte[] {(byte) (on ? 1 : 0)};
        case Value.Number(double number) when this == FLOAT ->
            ByteBuffer.allocate(8).putDouble(number).array();
        case Value.Number(double number) -> integer(Math.round(number));
        default -> String.valueOf(value.raw()).getBytes(StandardCharsets.UTF_8);
      };
    }

    private static byte[] integer(long number) {
      if (number == (byte) number) {
        return new byte[] {(byte) number};
      }
      return number == (short) number
          ? ByteBuffer.allocate(2).putShort((short) number).array()
          : ByteBuffer.allocate(8).putLong(number).array();
    }

    private static OptionalLong integer(ByteBuffer bytes) {
      return switch (bytes.remaining()) {
        case 1 -> OptionalLong.of(bytes.get());
        case 2 -> OptionalLong.of(bytes.getShort());
        case 4 -> OptionalLong.of(bytes.getInt());
        case 8 -> OptionalLong.of(bytes.getLong());
        default -> OptionalLong.empty();
      };
    }

    private static double real(ByteBuffer bytes) throws MalformedPayloadException {
      return switch (bytes.remaining()) {
        case 4 -> Double.parseDouble(Float.toString(bytes.getFloat()));
        case 8 -> bytes.getDouble();
        case 1 -> bytes.get();
        case 2 -> bytes.getShort();
        default -> throw new MalformedPayloadException("a number of no known length");
      };
    }
  }
}
