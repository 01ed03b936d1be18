package io.hearth.adapter.coap.thing;

import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.coap.content.Format;
import io.hearth.adapter.coap.content.Tlv;
import io.hearth.adapter.coap.content.Trees;
import io.hearth.model.device.Value;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one value to where it belongs: PUT for a value, POST for a member of an object. */
record Writing(URI base, Facet facet, Slot slot) {

  Outgoing of(Value value) throws CannotCommandException {
    Value wire = slot.codec().write(value);
    if (slot.codec().read(wire, Optional.empty()).isEmpty()) {
      throw new CannotCommandException("it cannot take " + value.raw() + " for " + slot.property());
    }
    Format format = facet.format();
    boolean members = facet.style() == Facet.Style.MEMBERS;
    return Outgoing.coap(
        base.resolve(path()), members ? "POST" : "PUT", payload(format, wire), format.mediaType());
  }

  private String path() {
    String path = facet.link().path();
    return facet.style() == Facet.Style.INSTANCE ? path + "/" + slot.key() : path;
  }

  private byte[] payload(Format format, Value wire) throws CannotCommandException {
    if (facet.style() == Facet.Style.MEMBERS) {
      Value object = new Value.Fields(Map.of(slot.key(), wire));
      return format == Format.JSON ? Trees.toJson(object) : Trees.toCbor(object);
    }
    return switch (format) {
      case TEXT -> text(wire).getBytes(StandardCharsets.UTF_8);
      case JSON -> Trees.toJson(wire);
      case CBOR -> Trees.toCbor(wire);
      case TLV -> Tlv.write(resource(), wire);
      case SENML_JSON -> Trees.toJson(record("bn", "v", "vb", "vs", wire));
      case SENML_CBOR -> Trees.senMlCbor(path(), wire);
      case LWM2M_JSON ->
          Trees.toJson(
              new Value.Fields(
                  Map.of(
                      "bn",
                      Value.of(path()),
                      "e",
                      new Value.Items(List.of(record("n", "v", "bv", "sv", wire))))));
      case LINKS, OCTETS, OCF_CBOR, LWM2M_CBOR ->
          throw new CannotCommandException("its format cannot be written: " + format.mediaType());
    };
  }

  private Value record(String name, String number, String bool, String text, Value wire) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put(name, Value.of(name.equals("bn") ? path() : ""));
    members.put(
        switch (wire) {
          case Value.Number unused -> number;
          case Value.Bool unused -> bool;
          default -> text;
        },
        wire);
    Value record = new Value.Fields(members);
    return name.equals("bn") ? new Value.Items(List.of(record)) : record;
  }

  private int resource() {
    return slot.key().matches("\\d{1,5}") ? Integer.parseInt(slot.key()) : 0;
  }

  /** Booleans are 1 and 0 in the text format of LwM2M, words of their own elsewhere. */
  private String text(Value wire) {
    if (wire instanceof Value.Bool(boolean on)) {
      return on ? "1" : "0";
    }
    return String.valueOf(wire.raw());
  }
}
