package io.hearth.adapter.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The catalogue's actions of the capabilities that conventions give, and all its properties. */
final class Actions {

  private static final Map<String, List<String>> BY_CAPABILITY =
      Map.ofEntries(
          Map.entry("OnOff", List.of("turnOn", "turnOff", "toggle")),
          Map.entry("LevelControl", List.of("setBrightness", "adjustBrightness")),
          Map.entry(
              "ColorControl", List.of("setColor", "setColorTemperature", "adjustColorTemperature")),
          Map.entry("FanControl", List.of("setFanSpeed", "adjustFanSpeed", "setOscillating")),
          Map.entry("HumidityControl", List.of("setHumidity", "adjustHumidity", "setIntensity")),
          Map.entry(
              "WindowCovering", List.of("open", "close", "stop", "setPosition", "adjustPosition")),
          Map.entry("DoorLock", List.of("lock", "unlock")),
          Map.entry(
              "Thermostat",
              List.of("setTemperature", "adjustTemperature", "setMode", "turnOn", "turnOff")),
          Map.entry("RvcRunMode", List.of("start", "stop", "pause", "resume", "dock", "cleanArea")),
          Map.entry("AlarmControl", List.of("arm", "disarm")),
          Map.entry("ModeSelect", List.of("activate")),
          Map.entry("Scenes", List.of("activate")),
          Map.entry("Siren", List.of("turnOn", "turnOff")),
          Map.entry("Irrigation", List.of("turnOn", "turnOff")));

  /** Names that mean something in the catalogue: no other value may be reported under them. */
  private static final Set<String> PROPERTIES =
      Set.of(
          "on",
          "brightness",
          "color",
          "colorTemperature",
          "fanSpeed",
          "oscillating",
          "swing",
          "targetHumidity",
          "intensity",
          "humidity",
          "position",
          "tilt",
          "moving",
          "locked",
          "jammed",
          "targetTemperature",
          "temperature",
          "mode",
          "preset",
          "cookMode",
          "remaining",
          "doorOpen",
          "playback",
          "volume",
          "muted",
          "source",
          "media",
          "operation",
          "program",
          "cleaning",
          "illuminance",
          "pressure",
          "co2",
          "pm25",
          "power",
          "energy",
          "battery",
          "open",
          "moisture",
          "vibration",
          "sound",
          "problem",
          "tamper",
          "motion",
          "occupied",
          "smoke",
          "gas",
          "carbon_monoxide",
          "armed",
          "triggered",
          "alarms",
          "ringing",
          "timers",
          "items",
          "events",
          "tone",
          "duration",
          "condition",
          "forecast",
          "location",
          "area");

  private Actions() {}

  static List<String> of(String capability) {
    return BY_CAPABILITY.getOrDefault(capability, List.of());
  }

  static boolean isProperty(String name) {
    return PROPERTIES.contains(name);
  }
}
