package io.hearth.adapter.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The capabilities of the catalogue by what devices show of them. */
final class Capabilities {

  /**
   * A capability.
   *
   * @param actions to the property that shows that one was done
   */
  record Shape(String name, List<String> properties, Map<String, String> actions) {}

  private static final Map<String, Shape> ALL = new LinkedHashMap<>();

  static {
    shape("OnOff", List.of("on"), "turnOn:on turnOff:on toggle:on");
    shape(
        "LevelControl",
        List.of("brightness"),
        "setBrightness:brightness adjustBrightness:brightness");
    shape(
        "ColorControl",
        List.of("color", "colorTemperature"),
        "setColor:color setColorTemperature:colorTemperature"
            + " adjustColorTemperature:colorTemperature");
    shape(
        "FanControl",
        List.of("fanSpeed", "oscillating", "swing"),
        "setFanSpeed:fanSpeed adjustFanSpeed:fanSpeed setOscillating:oscillating");
    shape(
        "HumidityControl",
        List.of("targetHumidity", "intensity", "humidity"),
        "setHumidity:targetHumidity adjustHumidity:targetHumidity setIntensity:intensity");
    shape(
        "WindowCovering",
        List.of("position", "tilt", "moving"),
        "open:position close:position stop:moving setPosition:position adjustPosition:position");
    shape("DoorLock", List.of("locked", "jammed"), "lock:locked unlock:locked");
    shape(
        "Thermostat",
        List.of("targetTemperature", "temperature", "mode", "preset"),
        "setTemperature:targetTemperature adjustTemperature:targetTemperature setMode:mode"
            + " turnOn:mode turnOff:mode");
    shape(
        "OvenCavityOperationalState",
        List.of("on", "targetTemperature", "temperature", "cookMode", "remaining"),
        "start:on stop:on setTemperature:targetTemperature adjustTemperature:targetTemperature");
    shape(
        "MediaPlayback",
        List.of("playback", "volume", "muted", "source"),
        "play:playback pause:playback resume:playback stop:playback next:playback"
            + " previous:playback setVolume:volume adjustVolume:volume mute:muted unmute:muted"
            + " selectSource:source");
    shape(
        "OperationalState",
        List.of("operation", "program", "remaining"),
        "start:operation stop:operation pause:operation resume:operation");
    shape(
        "RvcRunMode",
        List.of("cleaning"),
        "start:cleaning stop:cleaning pause:cleaning resume:cleaning dock:cleaning"
            + " cleanArea:cleaning");
    shape("AlarmControl", List.of("armed", "triggered"), "arm:armed disarm:armed");
    shape("Siren", List.of("on"), "turnOn:on turnOff:on");
    shape("Irrigation", List.of("on", "remaining"), "turnOn:on turnOff:on");
    shape("ModeSelect", List.of("mode"), "activate:mode");
    shape("TemperatureMeasurement", List.of("temperature"), "");
    shape("RelativeHumidityMeasurement", List.of("humidity"), "");
    shape("IlluminanceMeasurement", List.of("illuminance"), "");
    shape("PressureMeasurement", List.of("pressure"), "");
    shape("CarbonDioxideConcentration", List.of("co2"), "");
    shape("Pm25Concentration", List.of("pm25"), "");
    shape("ElectricalPower", List.of("power"), "");
    shape("ElectricalEnergy", List.of("energy"), "");
    shape("PowerSource", List.of("battery"), "");
    shape("OccupancySensing", List.of("motion", "occupied"), "");
    shape("SmokeCoAlarm", List.of("smoke", "gas", "carbon_monoxide"), "");
    shape(
        "BooleanState", List.of("open", "moisture", "vibration", "sound", "problem", "tamper"), "");
  }

  private static final List<String> MEASURING =
      List.of(
          "OnOff",
          "TemperatureMeasurement",
          "RelativeHumidityMeasurement",
          "IlluminanceMeasurement",
          "PressureMeasurement",
          "CarbonDioxideConcentration",
          "Pm25Concentration",
          "ElectricalPower",
          "ElectricalEnergy",
          "PowerSource",
          "OccupancySensing",
          "SmokeCoAlarm",
          "BooleanState",
          "ModeSelect");

  private static final Set<String> SWITCHED =
      Set.of(
          "light",
          "outlet",
          "switch",
          "camera",
          "fan",
          "humidifier",
          "dehumidifier",
          "air_purifier",
          "siren",
          "sprinkler",
          "valve",
          "oven",
          "cooktop");

  private static final Map<String, List<String>> TYPICAL =
      Map.ofEntries(
          Map.entry("light", List.of("OnOff", "LevelControl", "ColorControl")),
          Map.entry("outlet", List.of("OnOff")),
          Map.entry("switch", List.of("OnOff")),
          Map.entry("camera", List.of("OnOff")),
          Map.entry("fan", List.of("OnOff", "FanControl")),
          Map.entry("cover", List.of("WindowCovering")),
          Map.entry("valve", List.of("WindowCovering", "OnOff")),
          Map.entry("lock", List.of("DoorLock")),
          Map.entry("thermostat", List.of("OnOff", "Thermostat")),
          Map.entry("water_heater", List.of("OnOff", "Thermostat")),
          Map.entry("refrigerator", List.of("Thermostat")),
          Map.entry("oven", List.of("OvenCavityOperationalState")),
          Map.entry("cooktop", List.of("OvenCavityOperationalState")),
          Map.entry("media_player", List.of("OnOff", "MediaPlayback")),
          Map.entry("vacuum", List.of("RvcRunMode")),
          Map.entry("mower", List.of("RvcRunMode")),
          Map.entry("alarm_panel", List.of("AlarmControl")),
          Map.entry("siren", List.of("Siren")),
          Map.entry("sprinkler", List.of("Irrigation")),
          Map.entry("humidifier", List.of("OnOff", "HumidityControl")),
          Map.entry("dehumidifier", List.of("OnOff", "HumidityControl")),
          Map.entry("air_purifier", List.of("OnOff", "FanControl")),
          Map.entry("dishwasher", List.of("OnOff", "OperationalState")),
          Map.entry("washer", List.of("OnOff", "OperationalState")),
          Map.entry("dryer", List.of("OnOff", "OperationalState")),
          Map.entry("coffee_maker", List.of("OnOff", "OperationalState")),
          Map.entry("kettle", List.of("OnOff", "OperationalState")),
          Map.entry("microwave", List.of("OnOff", "OperationalState")),
          Map.entry("pet_feeder", List.of("OnOff", "OperationalState")),
          Map.entry("helper", List.of("OnOff", "ModeSelect")));

  private Capabilities() {}

  private static void shape(String name, List<String> properties, String actions) {
    Map<String, String> byAction = new LinkedHashMap<>();
    Stream.of(actions.split(" ", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split(":", 2))
        .forEach(pair -> byAction.put(pair[0], pair[1]));
    ALL.put(name, new Shape(name, properties, byAction));
  }

  /** Those that a device of this type has, its main ones first. */
  static List<Shape> of(String type, Set<String> properties, Set<String> actions) {
    List<Shape> found = new ArrayList<>();
    Set<String> served = new LinkedHashSet<>();
    for (String name : TYPICAL.getOrDefault(type, List.of())) {
      Shape shape = get(name);
      boolean acts =
          shape.actions().keySet().stream()
              .anyMatch(a -> actions.contains(a) && !served.contains(a));
      boolean tells =
          shape.properties().stream().anyMatch(p -> properties.contains(p) && !served.contains(p));
      if (acts || tells) {
        found.add(shape);
        served.addAll(shape.properties());
        served.addAll(shape.actions().keySet());
      }
    }
    for (String name : MEASURING) {
      Shape shape = get(name);
      boolean acts =
          shape.actions().isEmpty()
              || shape.actions().keySet().stream().anyMatch(actions::contains);
      if (acts
          && !found.contains(shape)
          && shape.properties().stream()
              .anyMatch(p -> properties.contains(p) && !served.contains(p))) {
        found.add(shape);
        served.addAll(shape.properties());
      }
    }
    return found;
  }

  /** Whether a thing of this type has one of these actions and others do not. */
  static boolean suits(String type, Set<String> actions) {
    return TYPICAL.getOrDefault(type, List.of()).stream()
        .filter(name -> !name.equals("OnOff"))
        .anyMatch(name ->
            get(name).actions().keySet().stream()
                .filter(action -> !action.startsWith("turn"))
                .anyMatch(actions::contains));
  }

  /** Whether such a thing may be one that is only turned on and off. */
  static boolean isSwitched(String type) {
    return SWITCHED.contains(type);
  }

  /** Whether a thing of this type has something of its own to tell. */
  static boolean tells(String type, Set<String> properties) {
    return TYPICAL.getOrDefault(type, List.of()).stream()
        .anyMatch(name -> get(name).properties().stream().anyMatch(properties::contains));
  }

  /** Every action that the catalogue knows here. */
  static boolean isAction(String name) {
    return ALL.values().stream().anyMatch(shape -> shape.actions().containsKey(name));
  }

  static Shape get(String name) {
    Shape shape = ALL.get(name);
    if (shape == null) {
      throw new IllegalArgumentException("no capability " + name);
    }
    return shape;
  }
}
