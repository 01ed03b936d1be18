package io.hearth.sim.own;

import io.hearth.model.device.Value;
import io.hearth.model.owntype.Extract;
import io.hearth.model.owntype.Format;
import io.hearth.model.owntype.Order;
import io.hearth.model.owntype.Place;
import io.hearth.model.owntype.Presence;
import io.hearth.model.owntype.Reading;
import io.hearth.model.owntype.Simulation;
import io.hearth.model.owntype.Telling;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.cbor.CBORMapper;

/** Writes payloads as a device would, from how they are read. */
final class Payloads {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final CBORMapper CBOR = CBORMapper.builder().build();

  private Payloads() {}

  /** What the device sends to a place; empty when that does not follow from how it is read. */
  static Optional<byte[]> of(
      Telling telling, Simulation simulation, Map<String, Value> values, Instant at) {
    Map<String, Value> words = words(telling, values);
    String given = simulation.payloads().get(telling.at().text());
    if (given != null) {
      Map<String, String> texts = new LinkedHashMap<>();
      words.forEach((name, word) -> texts.put(name, String.valueOf(word.raw())));
      texts.put("time", stamp(telling, at).map(String::valueOf).orElse(at.toString()));
      return Optional.of(Place.fill(given, texts).getBytes(StandardCharsets.UTF_8));
    }
    return switch (telling.format()) {
      case JSON -> object(telling, words, at).map(MAPPER::writeValueAsBytes);
      case CBOR -> object(telling, words, at).map(CBOR::writeValueAsBytes);
      case BYTES -> bytes(telling, words);
      case TEXT -> text(telling, words);
    };
  }

  /** What holds, in the words of the device. */
  private static Map<String, Value> words(Telling telling, Map<String, Value> values) {
    Map<String, Value> words = new LinkedHashMap<>();
    telling
        .properties()
        .forEach((name, reading) -> {
          Value value = values.get(name);
          if (value != null) {
            words.put(name, word(reading, value));
          }
        });
    return words;
  }

  private static Value word(Reading reading, Value value) {
    Optional<String> listed =
        reading.values().entrySet().stream()
            .filter(entry -> entry.getValue().equals(value))
            .map(Map.Entry::getKey)
            .findFirst();
    if (listed.isPresent()) {
      return plain(listed.get());
    }
    if (value instanceof Value.Number(double number) && reading.scale().isPresent()) {
      return Value.of(reading.scale().get().inverted(number));
    }
    return value;
  }

  /** A word as JSON writes it: numbers and booleans are no texts. */
  private static Value plain(String word) {
    if (word.equals("true") || word.equals("false")) {
      return Value.of(Boolean.parseBoolean(word));
    }
    return word.matches("-?\\d+(\\.\\d+)?") ? Value.of(Double.parseDouble(word)) : Value.of(word);
  }

  private static Optional<ObjectNode> object(
      Telling telling, Map<String, Value> words, Instant at) {
    ObjectNode root = MAPPER.createObjectNode();
    boolean any = false;
    for (Map.Entry<String, Value> word : words.entrySet()) {
      Reading reading = telling.properties().get(word.getKey());
      if (reading != null && reading.extract() instanceof Extract.Member(String pointer)) {
        put(root, pointer, word.getValue());
        any = true;
      }
    }
    telling
        .time()
        .ifPresent(time -> {
          if (time.extract() instanceof Extract.Member(String pointer)) {
            stamp(telling, at).ifPresent(stamp -> put(root, pointer, Value.ofRaw(stamp)));
          }
        });
    return any ? Optional.of(root) : Optional.empty();
  }

  private static Optional<Object> stamp(Telling telling, Instant at) {
    return telling
        .time()
        .map(time ->
            switch (time.count()) {
              case ISO -> (Object) at.toString();
              case SECONDS -> at.getEpochSecond();
              case MILLISECONDS -> at.toEpochMilli();
            });
  }

  private static void put(ObjectNode root, String pointer, Value value) {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode leaf = MAPPER.valueToTree(value.raw());
    JsonPointer last = place.last();
    if (last == null) {
      return; // the payload as a whole
    }
    JsonPointer head = place.head();
    if (last.mayMatchElement()) {
      ArrayNode list = root.withArray(head, JsonNode.OverwriteMode.ALL, true);
      while (list.size() <= last.getMatchingIndex()) {
        list.addNull();
      }
      list.set(last.getMatchingIndex(), leaf);
    } else {
      ObjectNode parent =
          head.matches() ? root : root.withObject(head, JsonNode.OverwriteMode.ALL, true);
      parent.set(last.getMatchingProperty(), leaf);
    }
  }

  private static Optional<byte[]> bytes(Telling telling, Map<String, Value> words) {
    int length = 0;
    for (Reading reading : telling.properties().values()) {
      if (reading.extract() instanceof Extract.Bytes place) {
        length = Math.max(length, place.at() + place.length());
      }
    }
    byte[] payload = new byte[length];
    words.forEach((name, word) -> {
      Reading reading = telling.properties().get(name);
      if (reading != null && reading.extract() instanceof Extract.Bytes place) {
        ByteWriter.write(place, word, payload);
      }
    });
    return length == 0 ? Optional.empty() : Optional.of(payload);
  }

  private static Optional<byte[]> text(Telling telling, Map<String, Value> words) {
    if (telling.properties().size() != 1 || words.size() != 1) {
      return Optional.empty();
    }
    Reading only = telling.properties().values().iterator().next();
    return only.extract() instanceof Extract.Whole
        ? Optional.of(
            String.valueOf(words.values().iterator().next().raw()).getBytes(StandardCharsets.UTF_8))
        : Optional.empty();
  }

  static byte[] word(Presence presence, String word) {
    if (presence.format() == Format.JSON
        && presence.extract() instanceof Extract.Member(String pointer)) {
      ObjectNode root = MAPPER.createObjectNode();
      put(root, pointer, plain(word));
      return MAPPER.writeValueAsBytes(root);
    }
    return word.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] answer(Order.ReplyForm form, String correlation, boolean accepted, String reason) {
    ObjectNode root = MAPPER.createObjectNode();
    member(form.correlation()).ifPresent(place -> put(root, place, Value.of(correlation)));
    String word = accepted ? form.accepted().iterator().next() : "rejected";
    member(form.word()).ifPresent(place -> put(root, place, plain(word)));
    if (!accepted) {
      form.reason()
          .flatMap(Payloads::member)
          .ifPresent(place -> put(root, place, Value.of(reason)));
    }
    return MAPPER.writeValueAsBytes(root);
  }

  private static Optional<String> member(Extract extract) {
    return extract instanceof Extract.Member(String pointer)
        ? Optional.of(pointer)
        : Optional.empty();
  }
}
