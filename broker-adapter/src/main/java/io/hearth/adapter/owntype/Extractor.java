package io.hearth.adapter.owntype;

import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.util.Optional;

/** Takes one value out of a payload, in the words of the device. */
@FunctionalInterface
interface Extractor {

  /**
   * What is said there.
   *
   * @return empty when nothing is
   * @throws MalformedPayloadException when the payload is not what it should be
   */
  Optional<Value> from(Payload payload) throws MalformedPayloadException;
}
