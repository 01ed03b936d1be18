package io.hearth.app.bench.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Discovery messages: those of a folder, or of our own making; and copies of them by renaming. */
final class DiscoveryMessages {

  private static final Pattern ADDRESS = Pattern.compile("0x([0-9a-f]{12})([0-9a-f]{4})");
  private static final Pattern NAME = Pattern.compile("zigbee2mqtt/(?!bridge/)([^/\"]+)");

  private final JsonMapper json = JsonMapper.builder().build();

  /** The messages of all {@code .ndjson} files of a folder; empty when it is not there. */
  Optional<List<Bench.Retained>> of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    List<Bench.Retained> messages = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".ndjson")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode message = json.readTree(line);
          messages.add(
              Bench.Retained.of(
                  message.get("topic").stringValue(), message.get("payload").toString()));
        }
      }
    }
    return messages.isEmpty() ? Optional.empty() : Optional.of(messages);
  }

  /** Messages as bridges write them: a lamp, a plug with a meter and a climate sensor. */
  List<Bench.Retained> own() {
    return Stream.of(
            entity(
                "light",
                "0x00abcdef00010001",
                "lamp",
                "light",
                Map.of(
                    "schema",
                    "json",
                    "brightness",
                    true,
                    "brightness_scale",
                    254,
                    "command_topic",
                    "zigbee2mqtt/lamp/set")),
            entity(
                "switch",
                "0x00abcdef00010002",
                "plug",
                "switch",
                Map.of(
                    "command_topic", "zigbee2mqtt/plug/set",
                    "value_template", "{{ value_json.state }}")),
            measured("0x00abcdef00010002", "plug", "power", "W"),
            measured("0x00abcdef00010003", "climate", "temperature", "°C"),
            measured("0x00abcdef00010003", "climate", "humidity", "%"))
        .toList();
  }

  private Bench.Retained measured(String address, String name, String what, String unit) {
    return entity(
        "sensor",
        address,
        name,
        what,
        Map.of(
            "device_class",
            what,
            "unit_of_measurement",
            unit,
            "value_template",
            "{{ value_json." + what + " }}"));
  }

  private Bench.Retained entity(
      String component, String address, String name, String object, Map<String, Object> more) {
    Map<String, Object> payload = new java.util.LinkedHashMap<>(more);
    payload.put("unique_id", address + "_" + object + "_zigbee2mqtt");
    payload.put("state_topic", "zigbee2mqtt/" + name);
    payload.put("device", Map.of("identifiers", List.of("zigbee2mqtt_" + address), "name", name));
    payload.put("origin", Map.of("name", "Zigbee2MQTT"));
    return Bench.Retained.of(
        "homeassistant/" + component + "/" + address + "/" + object + "/config",
        json.writeValueAsString(payload));
  }

  /** At least so many messages: copies under other addresses and names. */
  static List<Bench.Retained> copies(List<Bench.Retained> models, int wanted) {
    List<Bench.Retained> all = new ArrayList<>();
    for (int copy = 0; all.size() < wanted; copy++) {
      for (Bench.Retained model : models) {
        if (all.size() < wanted) {
          all.add(
              new Bench.Retained(
                  renamed(model.topic(), copy),
                  renamed(text(model), copy).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
      }
    }
    return all;
  }

  /** How many devices messages speak of. */
  static int devices(List<Bench.Retained> messages) {
    Set<String> addresses = new TreeSet<>();
    for (Bench.Retained message : messages) {
      Matcher matcher = ADDRESS.matcher(message.topic());
      addresses.add(matcher.find() ? matcher.group() : message.topic());
    }
    return addresses.size();
  }

  private static String text(Bench.Retained message) {
    return new String(message.payload(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String renamed(String text, int copy) {
    String addressed =
        ADDRESS
            .matcher(text)
            .replaceAll(m ->
                "0x"
                    + m.group(1)
                    + String.format(
                        "%04x", (Integer.parseInt(m.group(2), 16) + copy * 257) & 0xFFFF));
    return NAME.matcher(addressed)
        .replaceAll(m -> Matcher.quoteReplacement(m.group() + "_" + copy));
  }
}
