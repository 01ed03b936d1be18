package io.hearth.adapter.owntype;

import io.hearth.adapter.binding.Decoder;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.adapter.wire.SaidState;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one property, so that another that cannot be read does not spoil it.
 *
 * @param all the extractors of the payload, when this one is to complain that none of them found
 *     anything; empty when another does, or when that is in order
 */
record PropertyDecoder(
    Meaning meaning, Extractor extractor, Optional<MomentReader> time, List<Extractor> all)
    implements Decoder {

  @Override
  public SaidState decode(Payload payload) throws MalformedPayloadException {
    Optional<Value> raw = extractor.from(payload);
    if (raw.isEmpty()) {
      complain(payload);
      return Decoder.NOTHING;
    }
    return new SaidState(
        Map.of(meaning.property().name(), meaning.of(raw.get())),
        time.isPresent() ? time.get().read(payload) : Optional.empty());
  }

  private void complain(Payload payload) throws MalformedPayloadException {
    if (all.isEmpty()) {
      return;
    }
    for (Extractor other : all) {
      if (other.from(payload).isPresent()) {
        return;
      }
    }
    throw new MalformedPayloadException("says nothing of what the device type reads there");
  }
}
