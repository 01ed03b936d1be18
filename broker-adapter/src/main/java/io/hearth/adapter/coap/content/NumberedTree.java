package io.hearth.adapter.coap.content;

import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The CBOR of LwM2M 1.2: maps in maps, whose keys are the numbers of a path. */
final class NumberedTree {

  private NumberedTree() {}

  static List<Reading> read(Value tree) throws MalformedPayloadException {
    if (!(tree instanceof Value.Fields)) {
      throw new MalformedPayloadException("not a map of numbers");
    }
    List<Reading> readings = new ArrayList<>();
    collect("", tree, readings);
    return List.copyOf(readings);
  }

  private static void collect(String path, Value value, List<Reading> readings) {
    if (value instanceof Value.Fields(Map<String, Value> fields)) {
      fields.forEach((key, below) -> collect(path + "/" + key, below, readings));
    } else {
      readings.add(Reading.of(path, value));
    }
  }
}
