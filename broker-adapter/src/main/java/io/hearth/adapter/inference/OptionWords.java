package io.hearth.adapter.inference;

import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of makers for what the catalogue has one word for. */
final class OptionWords {

  private static final Map<String, Map<String, List<String>>> SAME =
      Map.of(
          "mode",
          Map.of(
              "off", List.of("off", "standby"),
              "heat", List.of("heat", "heating"),
              "cool", List.of("cool", "cooling"),
              "auto", List.of("auto", "automatic", "heat_cool", "heatcool"),
              "dry", List.of("dry", "drying", "dehumidify"),
              "fan_only", List.of("fan_only", "fan", "fanonly")),
          "playback",
          Map.of(
              "playing", List.of("playing", "play"),
              "paused", List.of("paused", "pause"),
              "stopped", List.of("stopped", "stop"),
              "idle", List.of("idle", "off", "standby")),
          "operation",
          Map.of(
              "idle", List.of("idle", "ready", "standby", "off", "stopped", "stop"),
              "running", List.of("running", "run", "start", "started", "on", "active", "in_use"),
              "paused", List.of("paused", "pause"),
              "done", List.of("done", "finished", "complete", "completed", "end"),
              "error", List.of("error", "fault", "failed")),
          "cleaning",
          Map.of(
              "docked", List.of("docked", "dock", "charging", "parked"),
              "cleaning", List.of("cleaning", "clean", "start", "running", "mowing", "mow"),
              "paused", List.of("paused", "pause", "stopped", "stop"),
              "returning", List.of("returning", "return", "going_home", "home"),
              "error", List.of("error", "fault", "stuck")),
          "armed",
          Map.of(
              "disarmed", List.of("disarmed", "disarm", "off"),
              "home", List.of("home", "stay", "armed_home", "arm_home"),
              "away", List.of("away", "armed_away", "arm_away"),
              "night", List.of("night", "armed_night", "arm_night")),
          "moving",
          Map.of(
              "opening", List.of("opening", "moving_up", "raising"),
              "closing", List.of("closing", "moving_down", "lowering"),
              "stopped", List.of("stopped", "stop", "idle", "halted"),
              "open", List.of("open", "opened", "up", "raise"),
              "closed", List.of("closed", "close", "down", "lower")));

  /** Properties of which words that are not known say nothing. */
  private static final Set<String> CLOSED =
      Set.of("playback", "operation", "cleaning", "armed", "moving");

  private static final List<String> TRUE =
      List.of(
          "true",
          "on",
          "yes",
          "1",
          "enabled",
          "active",
          "detected",
          "locked",
          "lock",
          "open",
          "opened",
          "occupied",
          "muted",
          "wet",
          "motion",
          "triggered",
          "present");
  private static final List<String> FALSE =
      List.of(
          "false",
          "off",
          "no",
          "0",
          "disabled",
          "inactive",
          "clear",
          "unlocked",
          "unlock",
          "closed",
          "close",
          "unoccupied",
          "unmuted",
          "dry",
          "none",
          "normal",
          "absent",
          "idle");

  private OptionWords() {}

  /** The catalogue's word for a maker's; empty where the catalogue has none and takes none. */
  static Optional<String> meant(String property, String said) {
    String key = Words.key(said);
    Map<String, List<String>> words = SAME.getOrDefault(property, Map.of());
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().contains(key))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> CLOSED.contains(property) ? Optional.empty() : Optional.of(said));
  }

  /** The maker's word to each of the catalogue's, the first of several. */
  static Map<String, String> byMeaning(String property, List<String> options) {
    Map<String, String> written = new LinkedHashMap<>();
    options.forEach(said -> meant(property, said).ifPresent(m -> written.putIfAbsent(m, said)));
    return written;
  }

  /** The first option that is written like one of these. */
  static Optional<String> written(List<String> options, String... keys) {
    for (String key : keys) {
      for (String option : options) {
        if (Words.key(option).equals(key)) {
          return Optional.of(option);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a word says yes or no; empty when it does not tell. */
  static Optional<Boolean> truth(String word) {
    String key = Words.key(word);
    return TRUE.contains(key)
        ? Optional.of(true)
        : FALSE.contains(key) ? Optional.of(false) : Optional.empty();
  }

  static Value.Text text(String word) {
    return new Value.Text(word);
  }
}
