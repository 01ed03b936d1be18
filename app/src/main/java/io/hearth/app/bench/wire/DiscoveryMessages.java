package io.hearth.app.bench.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Discovery messages: those of a folder, or of our own making; and a big home made of them. */
final class DiscoveryMessages {

  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{16}");
  private static final Pattern ENTITY = Pattern.compile("/([a-z_]+)/0x[0-9a-f]{16}/");
  private static final Set<String> MAIN =
      Set.of("light", "cover", "climate", "lock", "fan", "siren", "switch");
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
    Map<String, Object> payload = new LinkedHashMap<>(more);
    payload.put("unique_id", address + "_" + object + "_zigbee2mqtt");
    payload.put("state_topic", "zigbee2mqtt/" + name);
    payload.put("device", Map.of("identifiers", List.of("zigbee2mqtt_" + address), "name", name));
    payload.put("origin", Map.of("name", "Zigbee2MQTT"));
    return Bench.Retained.of(
        "homeassistant/" + component + "/" + address + "/" + object + "/config",
        json.writeValueAsString(payload));
  }

  /**
   * A big home's messages, made of those of real models: each device has one main entity (a lamp, a
   * cover, a thermostat, …) and further ones of other models under its own address and name, no
   * entity twice, so that there are as many messages to a device as wanted.
   *
   * @param models messages to copy; those of devices without an address of their own are left out
   * @param wanted how many messages, at least one for each device
   * @param devices how many devices
   */
  static List<Bench.Retained> home(List<Bench.Retained> models, int wanted, int devices) {
    Iterator<Bench.Retained> mains = endless(models, DiscoveryMessages::isMain);
    Iterator<Bench.Retained> others = endless(models, DiscoveryMessages::isFurther);
    List<Bench.Retained> all = new ArrayList<>();
    for (int device = 0; device < devices; device++) {
      int upTo = (int) ((long) wanted * (device + 1) / devices);
      Map<String, Bench.Retained> own = new LinkedHashMap<>();
      int tried = 0;
      for (Iterator<Bench.Retained> next = mains; all.size() + own.size() < upTo; next = others) {
        Bench.Retained message = renamed(next.next(), device);
        own.putIfAbsent(message.topic(), message);
        if (++tried > models.size()) {
          throw new IllegalArgumentException(
              models.size() + " messages are too few for " + upTo + " of " + (device + 1));
        }
      }
      all.addAll(own.values());
    }
    return all;
  }

  private static Iterator<Bench.Retained> endless(
      List<Bench.Retained> models, Predicate<Bench.Retained> of) {
    List<Bench.Retained> those = models.stream().filter(of).toList();
    return Stream.generate(those::stream).flatMap(Function.identity()).iterator();
  }

  private static boolean isMain(Bench.Retained message) {
    Matcher matcher = ENTITY.matcher(message.topic());
    return matcher.find() && MAIN.contains(matcher.group(1));
  }

  private static boolean isFurther(Bench.Retained message) {
    Matcher matcher = ENTITY.matcher(message.topic());
    return matcher.find() && !MAIN.contains(matcher.group(1));
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
    return new String(message.payload(), StandardCharsets.UTF_8);
  }

  private static Bench.Retained renamed(Bench.Retained model, int device) {
    return new Bench.Retained(
        renamed(model.topic(), device),
        renamed(text(model), device).getBytes(StandardCharsets.UTF_8));
  }

  private static String renamed(String text, int device) {
    String addressed = ADDRESS.matcher(text).replaceAll(String.format("0x00abcdef%08x", device));
    return NAME.matcher(addressed).replaceAll("zigbee2mqtt/device " + device);
  }
}
