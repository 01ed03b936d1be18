package io.hearth.adapter.zigbee2mqtt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One entry of {@code bridge/devices}, as far as it tells what the device is.
 *
 * @param address of its radio, {@code 0x...}
 * @param called its friendly name, which is its topic
 * @param model what its maker says that it is
 * @param sleeps whether it runs on a battery and is not to be asked
 */
record Described(
    String address, String called, String model, boolean sleeps, JsonNode exposes, JsonNode said) {

  static Described of(JsonNode entry) {
    JsonNode definition = entry.path("definition");
    return new Described(
        text(entry, "ieee_address"),
        text(entry, "friendly_name"),
        text(definition, "description"),
        text(entry, "power_source").contains("Battery"),
        definition.path("exposes"),
        entry);
  }

  /** The scenes that the first of its endpoints keeps that keeps any: the one that is told. */
  JsonNode scenes() {
    for (JsonNode endpoint : said.path("endpoints")) {
      if (!endpoint.path("scenes").isEmpty()) {
        return endpoint.path("scenes");
      }
    }
    return MissingNode.getInstance();
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isString() ? value.asString() : "";
  }

  boolean isCoordinator() {
    return text(said, "type").equals("Coordinator");
  }

  boolean isDisabled() {
    return said.path("disabled").asBoolean(false);
  }

  /** Whether zigbee2mqtt has come to know what it is. */
  boolean isInterviewed() {
    return said.path("interview_completed").asBoolean(true) && said.path("definition").isObject();
  }

  /** Changes when the description does. */
  String print() {
    String all =
        called
            + '\n'
            + isDisabled()
            + '\n'
            + isInterviewed()
            + '\n'
            + said.path("definition")
            + scenes();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing); // every Java has it
    }
  }
}
