package io.hearth.sim.own;

import io.hearth.model.device.Value;
import io.hearth.model.owntype.Extract;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes numbers and texts into bytes. */
final class ByteWriter {

  private ByteWriter() {}

  static void write(Extract.Bytes place, Value word, byte[] into) {
    switch (place.kind()) {
      case TEXT -> {
        byte[] text = String.valueOf(word.raw()).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, into, place.at(), Math.min(text.length, place.length()));
      }
      case FLOAT -> {
        ByteBuffer buffer =
            ByteBuffer.wrap(into)
                .order(place.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (place.length() == 8) {
          buffer.putDouble(place.at(), number(word));
        } else {
          buffer.putFloat(place.at(), (float) number(word));
        }
      }
      case UNSIGNED, SIGNED -> integer(place, word, into);
    }
  }

  private static void integer(Extract.Bytes place, Value word, byte[] into) {
    long bits = Math.round(number(word));
    for (int i = 0; i < place.length(); i++) {
      int at = place.at() + (place.littleEndian() ? i : place.length() - 1 - i);
      if (place.bit().isEmpty()) {
        into[at] = (byte) (bits >>> (8 * i));
      } else if (place.bit().getAsInt() / 8 == i && bits != 0) {
        into[at] |= (byte) (1 << (place.bit().getAsInt() % 8));
      }
    }
  }

  private static double number(Value word) {
    return switch (word) {
      case Value.Number(double number) -> number;
      case Value.Bool(boolean yes) -> yes ? 1 : 0;
      default -> 0;
    };
  }
}
