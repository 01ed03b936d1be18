package io.hearth.adapter.tasmota;

import io.hearth.adapter.wire.MalformedPayloadException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The message {@code config}, read.
 *
 * @param address of its hardware, twelve digits
 * @param names friendly names of its relays, empty texts where they have none
 * @param relays what each output is: 0 nothing, 1 a relay, 2 a light, 3 a part of a shutter
 * @param lightType how many channels its light has: 0 none, 1 a dimmer, 2 with colour temperature,
 *     3 colours, 4 colours and white, 5 colours and colour temperature
 * @param linked whether colour and brightness of a light are one (always so unless SetOption37)
 * @param states its words for off and on
 */
record TasmotaConfig(
    String address,
    String name,
    List<String> names,
    String topic,
    String fullTopic,
    List<String> prefixes,
    List<Integer> relays,
    int lightType,
    boolean linked,
    boolean separate,
    List<Integer> shutters,
    List<String> states,
    String online,
    String offline) {

  private static final int MOST_OUTPUTS = 32;

  static TasmotaConfig of(String address, JsonNode said) throws MalformedPayloadException {
    String topic = text(said, "t", "");
    String fullTopic = text(said, "ft", "%prefix%/%topic%/");
    if (topic.isBlank() || (topic + fullTopic).matches(".*[+#\\p{Cntrl}].*")) {
      throw new MalformedPayloadException("its topic is missing or has a wildcard in it");
    }
    List<String> prefixes = texts(said.path("tp"));
    return new TasmotaConfig(
        address,
        text(said, "dn", text(said, "hn", topic)),
        texts(said.path("fn")),
        topic,
        fullTopic,
        prefixes.size() < 3 || prefixes.stream().anyMatch(String::isBlank)
            ? List.of("cmnd", "stat", "tele")
            : prefixes,
        numbers(said.path("rl")),
        said.path("lt_st").asInt(0),
        said.path("lk").asInt(1) != 0,
        said.path("so").path("68").asInt(0) != 0,
        numbers(said.path("sho")),
        texts(said.path("state")),
        text(said, "onln", "Online"),
        text(said, "ofln", "Offline"));
  }

  private static String text(JsonNode node, String key, String otherwise) {
    JsonNode value = node.path(key);
    return value.isString() && !value.asString().isBlank() ? value.asString() : otherwise;
  }

  private static List<String> texts(JsonNode list) {
    List<String> all = new ArrayList<>();
    for (JsonNode entry : list) {
      if (all.size() < MOST_OUTPUTS) {
        all.add(entry.isString() ? entry.asString().strip() : "");
      }
    }
    return all;
  }

  private static List<Integer> numbers(JsonNode list) {
    List<Integer> all = new ArrayList<>();
    for (JsonNode entry : list) {
      if (all.size() < MOST_OUTPUTS) {
        all.add(entry.asInt(0));
      }
    }
    return all;
  }

  String command(String command) {
    return place(prefixes.get(0)) + command;
  }

  String status(String what) {
    return place(prefixes.get(1)) + what;
  }

  String telemetry(String what) {
    return place(prefixes.get(2)) + what;
  }

  private String place(String prefix) {
    String digits = address.substring(address.length() - 6);
    String place =
        fullTopic
            .replace("%prefix%", prefix)
            .replace("%topic%", topic)
            .replace("%hostname%", topic)
            .replace("%id%", digits);
    return place.endsWith("/") ? place : place + "/";
  }

  /** Outputs of a kind, counted from 1. */
  List<Integer> outputs(int kind) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < relays.size(); i++) {
      if (relays.get(i) == kind) {
        found.add(i + 1);
      }
    }
    return found;
  }

  /** How many outputs bear a power state of their own. */
  boolean hasOneOutput() {
    return relays.stream().filter(kind -> kind == 1 || kind == 2).count() == 1
        && relays.stream().noneMatch(kind -> kind == 3);
  }

  /** What an output is called by its owner, the device's name where it has none. */
  String nameOf(int output) {
    String own = output <= names.size() ? names.get(output - 1) : "";
    return own.isEmpty() ? hasOneOutput() || output == 1 ? name : name + " " + output : own;
  }

  String wordOn() {
    return states.size() > 1 && !states.get(1).isEmpty() ? states.get(1) : "ON";
  }
}
