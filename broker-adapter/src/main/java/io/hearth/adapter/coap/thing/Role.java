package io.hearth.adapter.coap.thing;

import java.util.Optional;

/**
 * What kind of thing a resource makes of its device; of several roles the first in this order names
 * it.
 */
enum Role {
  LOCK("lock"),
  GARAGE_DOOR("cover", "garage_door"),
  GATE("cover", "gate"),
  DOOR("cover", "door"),
  BLIND("cover", "blind"),
  COVER("cover"),
  VALVE("valve"),
  THERMOSTAT("thermostat"),
  LIGHT("light"),
  FAN("fan"),
  SIREN("siren"),
  MEDIA("media_player"),
  OUTLET("outlet"),
  SWITCH("switch"),
  SENSOR("sensor"),
  BINARY_SENSOR("binary_sensor");

  private final String type;
  private final Optional<String> kind;

  Role(String type) {
    this.type = type;
    this.kind = Optional.empty();
  }

  Role(String type, String kind) {
    this.type = type;
    this.kind = Optional.of(kind);
  }

  /** A device type of the catalogue. */
  String type() {
    return type;
  }

  Optional<String> kind() {
    return kind;
  }

  boolean measuresOnly() {
    return this == SENSOR || this == BINARY_SENSOR;
  }
}
