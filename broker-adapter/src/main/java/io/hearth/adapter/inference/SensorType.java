package io.hearth.adapter.inference;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What kind of sensor a device is that can be told nothing. */
final class SensorType {

  /** What a sensor is mainly for comes first; a battery is one only if there is nothing else. */
  private static final List<String> BINARY =
      List.of(
          "smoke",
          "carbon_monoxide",
          "gas",
          "moisture",
          "motion",
          "occupied",
          "open",
          "vibration",
          "sound",
          "tamper",
          "problem");

  private static final List<String> NUMBERS =
      List.of(
          "temperature",
          "humidity",
          "co2",
          "pm25",
          "pressure",
          "illuminance",
          "power",
          "energy",
          "battery");

  private SensorType() {}

  static Optional<DeviceWords.Named> of(Set<String> properties, String words) {
    return first(BINARY, properties)
        .map(kind ->
            new DeviceWords.Named("binary_sensor", Optional.of(way(kind, words)), List.of()))
        .or(() ->
            first(NUMBERS, properties)
                .map(kind -> new DeviceWords.Named("sensor", Optional.of(kind), List.of())));
  }

  private static Optional<String> first(List<String> kinds, Set<String> properties) {
    return kinds.stream().filter(properties::contains).findFirst();
  }

  /** What is open, where the words tell. */
  private static String way(String kind, String words) {
    if (!kind.equals("open")) {
      return kind;
    }
    Set<String> said = Words.of(words);
    return said.contains("garage")
        ? "garage_door"
        : said.contains("window") ? "window" : said.contains("door") ? "door" : kind;
  }
}
