package io.hearth.adapter.coap.thing;

import io.hearth.adapter.coap.content.Format;
import io.hearth.adapter.coap.content.Reading;
import io.hearth.model.device.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource that is read and observed, and what its values mean.
 *
 * @param group which facets belong together, e.g. {@code /3311/0} for its switch and its dimmer
 * @param style how its payloads are built
 * @param unit as the server says it elsewhere
 */
record Facet(
    Link link, String group, Style style, Role role, List<Slot> slots, Optional<String> unit) {

  /** How the payloads of a resource are built. */
  enum Style {
    /** One value. */
    VALUE,
    /** An instance of an object: numbered resources below it. */
    INSTANCE,
    /** An object with named members. */
    MEMBERS
  }

  Facet {
    slots = List.copyOf(slots);
  }

  /** What a payload of this resource says, by property. */
  Map<String, Value> read(List<Reading> readings) {
    Map<String, Value> said = new LinkedHashMap<>();
    for (Reading reading : readings) {
      switch (style) {
        case VALUE ->
            slots.stream().limit(1).forEach(slot -> put(said, slot, only(reading), reading.unit()));
        case INSTANCE ->
            slots.stream()
                .filter(slot ->
                    slot.key().equals(reading.last())
                        || (reading.name().isEmpty() && slots.size() == 1))
                .forEach(slot -> put(said, slot, reading.value(), reading.unit()));
        case MEMBERS -> members(said, reading);
      }
    }
    return said;
  }

  /** The device's own time stamp: the latest of those that it gives. */
  static Optional<Instant> at(List<Reading> readings) {
    return readings.stream().flatMap(reading -> reading.at().stream()).max(Instant::compareTo);
  }

  /** The format that it is written in: the first that it names and that can be written. */
  Format format() {
    Format usual = style == Style.MEMBERS ? Format.OCF_CBOR : Format.TEXT;
    return link.formats().stream()
        .filter(format -> style == Style.MEMBERS ? isObject(format) : isValue(format))
        .findFirst()
        .orElse(usual);
  }

  private static boolean isObject(Format format) {
    return format == Format.JSON || format == Format.CBOR || format == Format.OCF_CBOR;
  }

  private static boolean isValue(Format format) {
    return format != Format.LINKS
        && format != Format.OCTETS
        && format != Format.OCF_CBOR
        && format != Format.LWM2M_CBOR;
  }

  private void members(Map<String, Value> said, Reading reading) {
    if (reading.value() instanceof Value.Fields(Map<String, Value> fields)) {
      Optional<String> units =
          fields.get("units") instanceof Value.Text(String text)
              ? Optional.of(text)
              : reading.unit();
      for (Slot slot : slots) {
        Value wire = fields.get(slot.key());
        if (wire != null) {
          put(said, slot, wire, units);
        }
      }
    } else {
      slots.stream().limit(1).forEach(slot -> put(said, slot, reading.value(), reading.unit()));
    }
  }

  /** A server that wraps its one value into an object means the value. */
  private static Value only(Reading reading) {
    if (reading.value() instanceof Value.Fields(Map<String, Value> fields)) {
      if (fields.get("value") != null) {
        return fields.get("value");
      }
      if (fields.size() == 1) {
        return fields.values().iterator().next();
      }
    }
    return reading.value();
  }

  private void put(Map<String, Value> said, Slot slot, Value wire, Optional<String> saidUnit) {
    slot.codec()
        .read(wire, saidUnit.or(() -> unit))
        .ifPresent(value -> said.put(slot.property(), value));
  }
}
