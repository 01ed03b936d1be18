package io.hearth.adapter.owntype;

import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Telling.TimeStamp.Count;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads the device's own time stamp. */
record MomentReader(Extractor extractor, Count count) {

  Optional<Instant> read(Payload payload) throws MalformedPayloadException {
    Optional<Value> raw = extractor.from(payload);
    return raw.isEmpty() ? Optional.empty() : Optional.of(moment(Meaning.text(raw.get())));
  }

  private Instant moment(String text) throws MalformedPayloadException {
    try {
      return switch (count) {
        case ISO -> OffsetDateTime.parse(text).toInstant();
        case SECONDS -> Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000));
        case MILLISECONDS -> Instant.ofEpochMilli(Math.round(Double.parseDouble(text)));
      };
    } catch (DateTimeException | NumberFormatException none) {
      throw new MalformedPayloadException("the time stamp is no moment", none);
    }
  }
}
