package io.hearth.adapter.coap.content;

import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value written as text: a number, with a unit behind it or not, or a word. */
final class PlainText {

  private static final int LONGEST = 1024;
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,3})?)");

  private PlainText() {}

  /**
   * Reads a number where all of it is one, else the text without white space around it.
   *
   * @throws MalformedPayloadException when it is no UTF-8, empty, or too long for a value
   */
  static Value read(byte[] payload) throws MalformedPayloadException {
    String text = text(payload);
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      double value = Double.parseDouble(number.group(1));
      if (Double.isFinite(value)) {
        return Value.of(value);
      }
    }
    return Value.of(text);
  }

  private static String text(byte[] payload) throws MalformedPayloadException {
    if (payload.length > LONGEST) {
      throw new MalformedPayloadException("a text longer than " + LONGEST + " bytes");
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString().strip();
      if (!text.isEmpty()) {
        return text;
      }
    } catch (CharacterCodingException failure) {
      throw new MalformedPayloadException("not UTF-8", failure);
    }
    throw new MalformedPayloadException("empty");
  }
}
