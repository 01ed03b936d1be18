package io.hearth.adapter.binding;

import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.adapter.wire.SaidState;
import java.util.Map;
import java.util.Optional;

/** Reads what a device says is true of it, in the words and units of the catalogue. */
@FunctionalInterface
public interface Decoder {

  /** Nothing was said. */
  SaidState NOTHING = new SaidState(Map.of(), Optional.empty());

  /**
   * What a message means.
   *
   * @return only what was said; {@link #NOTHING} for a message about other things
   * @throws MalformedPayloadException when it means nothing; it is then counted and dropped
   */
  SaidState decode(Payload payload) throws MalformedPayloadException;
}
