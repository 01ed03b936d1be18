package io.hearth.model.owntype;

import java.util.OptionalInt;

/** Which part of a payload is meant. */
public sealed interface Extract {

  /** The payload as a whole. */
  record Whole() implements Extract {}

  /**
   * A member of a JSON or CBOR document.
   *
   * @param pointer as in RFC 6901, e.g. {@code /relay/state}
   */
  record Member(String pointer) implements Extract {}

  /** What a Jinja template makes of the payload. */
  record Template(String text) implements Extract {}

  /**
   * A group of a regular expression that is found in the text.
   *
   * @param group 0 for all that is found
   */
  record Regex(String pattern, int group) implements Extract {}

  /**
   * Some bytes.
   *
   * @param at the place of the first byte, from 0
   * @param length of integers 1 to 8, of floats 4 or 8, of text any
   * @param bit only that bit of the number, 0 for the lowest
   */
  record Bytes(int at, int length, Kind kind, boolean littleEndian, OptionalInt bit)
      implements Extract {

    /** What the bytes are. */
    public enum Kind {
      UNSIGNED,
      SIGNED,
      FLOAT,
      TEXT
    }
  }
}
