package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.Decoder;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.template.TemplateException;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.adapter.wire.SaidState;
import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a topic for all entities that listen to it; one that cannot does not spoil the others. */
final class Readings implements Decoder {

  /** Reads some properties. */
  @FunctionalInterface
  interface Reader {
    void read(Payload payload, Map<String, Value> said)
        throws TemplateException, MalformedPayloadException;
  }

  private final Reader[] readers;

  Readings(List<Reader> readers) {
    this.readers = readers.toArray(Reader[]::new);
  }

  @Override
  public SaidState decode(Payload payload) throws MalformedPayloadException {
    if (payload.isEmpty()) {
      return NOTHING;
    }
    Map<String, Value> said = new LinkedHashMap<>();
    int failed = 0;
    @Nullable Exception first = null;
    for (Reader reader : readers) {
      try {
        reader.read(payload, said);
      } catch (TemplateException | MalformedPayloadException failure) {
        failed++;
        first = first == null ? failure : first;
      }
    }
    if (first != null && failed == readers.length) {
      throw new MalformedPayloadException(String.valueOf(first.getMessage()), first);
    }
    return new SaidState(said, Optional.empty());
  }
}
