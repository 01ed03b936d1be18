package io.hearth.adapter.coap.content;

import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON of LwM2M 1.0: {@code {"bn":"/3303/0/","e":[{"n":"5700","v":21.3}]}}. But for where its
 * base fields stand and what a text is called it is SenML.
 */
final class LwM2mJson {

  private LwM2mJson() {}

  static List<Reading> read(Value tree, Instant now) throws MalformedPayloadException {
    if (!(tree instanceof Value.Fields(Map<String, Value> fields))
        || !(fields.get("e") instanceof Value.Items(List<Value> entries))) {
      throw new MalformedPayloadException("no list of entries \"e\"");
    }
    List<Value> records = new ArrayList<>();
    Map<String, Value> base = new LinkedHashMap<>();
    copy(fields, "bn", base, "bn");
    copy(fields, "bt", base, "bt");
    records.add(new Value.Fields(base));
    for (Value entry : entries) {
      if (!(entry instanceof Value.Fields(Map<String, Value> members))) {
        throw new MalformedPayloadException("an entry that is no object");
      }
      Map<String, Value> record = new LinkedHashMap<>();
      copy(members, "n", record, "n");
      copy(members, "t", record, "t");
      copy(members, "v", record, "v");
      copy(members, "bv", record, "vb");
      copy(members, "sv", record, "vs");
      copy(members, "ov", record, "vs");
      records.add(new Value.Fields(record));
    }
    return SenMl.read(new Value.Items(records), SenMl.JSON_LABELS, now);
  }

  private static void copy(
      Map<String, Value> from, String name, Map<String, Value> to, String newName) {
    Value value = from.get(name);
    if (value != null) {
      to.put(newName, value);
    }
  }
}
