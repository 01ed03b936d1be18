package io.hearth.model.owntype;

/** What a payload is. */
public enum Format {
  JSON,
  TEXT,
  BYTES,
  CBOR
}
