package io.hearth.adapter.homeassistant;

import java.util.List;
import java.util.Optional;

/**
 * One entity as it was described.
 *
 * @param component Home Assistant's word, e.g. {@code binary_sensor}
 * @param id its own part of the discovery topic or its key in a device's message
 * @param name what it is called within its device; empty for one that is the device itself
 * @param standing whether people speak of it
 * @param availability where it says whether it can be reached
 */
record Entity(
    String component,
    String id,
    Optional<String> uniqueId,
    Optional<String> name,
    Standing standing,
    Fields fields,
    Availability availability) {

  /** What an entity is for. */
  enum Standing {
    /** Of use every day: a person may speak of it. */
    MAIN,
    /** A setting of the device; reported as a detail. */
    CONFIG,
    /** About the device itself; reported as a detail. */
    DIAGNOSTIC,
    /** Its maker thinks that few want it; reported as a detail. */
    DISABLED
  }

  /** Where several entities of a device say together whether they can be reached. */
  record Availability(String mode, List<Place> places) {
    static final Availability NONE = new Availability("latest", List.of());
  }

  /** A topic, its words and how they are read. */
  record Place(String topic, String there, String away, Optional<String> template) {}

  boolean isMain() {
    return standing == Standing.MAIN;
  }
}
