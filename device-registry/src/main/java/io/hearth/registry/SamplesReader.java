package io.hearth.registry;

import io.hearth.model.device.Value;
import io.hearth.model.owntype.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the samples and sentences of a device type. */
final class SamplesReader {

  private final Part root;
  private final OwnTypeReader.Names names;

  SamplesReader(Part root, OwnTypeReader.Names names) {
    this.root = root;
    this.names = names;
  }

  Samples read() {
    List<Samples.Told> told = new ArrayList<>();
    List<Samples.Ordered> ordered = new ArrayList<>();
    for (Part part : root.items("samples")) {
      if (part.get("command").isPresent()) {
        ordered.add(ordered(part));
      } else {
        told.add(told(part));
      }
    }
    return new Samples(
        told, ordered, root.items("sentences").stream().map(this::sentence).toList());
  }

  private Samples.Told told(Part part) {
    Part state = part.get("state").orElseThrow(() -> part.problem("needs 'state' or 'command'"));
    Map<String, Value> expected = new LinkedHashMap<>();
    state
        .entries()
        .forEach((name, value) -> {
          names
              .checkProperty(value, name)
              .problemWith(Value.ofRaw(value.plain()))
              .ifPresent(problem -> {
                throw value.problem(problem);
              });
          expected.put(name, Value.ofRaw(value.plain()));
        });
    return new Samples.Told(place(part), payload(part), expected, part.line());
  }

  private Samples.Ordered ordered(Part part) {
    Part command = part.require("command");
    names.checkAction(command, command.text());
    return new Samples.Ordered(
        command.text(), values(part, "arguments"), place(part), payload(part), part.line());
  }

  private static Map<String, Value> values(Part part, String key) {
    Map<String, Value> values = new LinkedHashMap<>();
    part.entries(key).forEach((name, value) -> values.put(name, Value.ofRaw(value.plain())));
    return values;
  }

  private static String place(Part part) {
    return Stream.of("topic", "coap", "http")
        .flatMap(key -> part.text(key).stream())
        .findFirst()
        .orElseThrow(() -> part.problem("needs one of topic, coap, http"));
  }

  private static byte[] payload(Part part) {
    if (part.get("hex").isPresent()) {
      Part hex = part.require("hex");
      try {
        return HexFormat.of().parseHex(hex.text().replaceAll("\\s+", ""));
      } catch (IllegalArgumentException e) {
        throw hex.problem("is not bytes in hexadecimal, e.g. 0a ff");
      }
    }
    return part.get("payload")
        .orElseThrow(() -> part.problem("needs 'payload' or 'hex'"))
        .text()
        .getBytes(StandardCharsets.UTF_8);
  }

  private Samples.Sentence sentence(Part part) {
    Part intent = part.require("intent");
    CatalogueReader.checkIntent(intent);
    part.get("action").ifPresent(action -> names.checkAction(action, action.text()));
    part.get("property").ifPresent(property -> names.checkProperty(property, property.text()));
    return new Samples.Sentence(
        part.require("say").text(),
        intent.text(),
        part.text("action"),
        values(part, "arguments"),
        part.text("property"),
        part.line());
  }
}
