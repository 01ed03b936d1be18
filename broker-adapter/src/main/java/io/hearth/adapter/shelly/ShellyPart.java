package io.hearth.adapter.shelly;

import tools.jackson.databind.JsonNode;

/**
 * One component of a Shelly.
 *
 * @param key in its configuration and status, e.g. {@code switch:0}
 * @param config its configuration
 */
record ShellyPart(String type, String key, int number, JsonNode config) {

  /** As a level of an id. */
  String word() {
    return type + number;
  }

  /** What its owner calls it, else by the device and its number, counted from 1. */
  String name(String device) {
    String counted = number < 100 ? String.valueOf(number + 1) : String.valueOf(number);
    String what = type.equals("input") ? "button " : "";
    return ShellyDevices.text(config, "name", device + " " + what + counted);
  }
}
