package io.hearth.adapter.coap.thing;

import static io.hearth.adapter.coap.thing.Slot.measured;
import static io.hearth.adapter.coap.thing.Slot.seen;
import static io.hearth.adapter.coap.thing.Slot.set;

import io.hearth.model.device.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resource types of the Open Connectivity Foundation: objects of JSON or CBOR with named members.
 */
final class Ocf {

  private static final Map<String, String> MODES =
      Map.of(
          "heat",
          "heat",
          "cool",
          "cool",
          "auto",
          "auto",
          "dry",
          "dry",
          "fan",
          "fan_only",
          "off",
          "off");

  private static final Map<String, Meaning> RESOURCES =
      Map.ofEntries(
          Map.entry(
              "oic.r.switch.binary",
              Meaning.of(Role.SWITCH, set("value", "on", "OnOff", Codecs.BOOLEAN))),
          Map.entry(
              "oic.r.light.dimming",
              Meaning.of(
                  Role.LIGHT,
                  set("dimmingSetting", "brightness", "LevelControl", Codecs.percentOf(100)))),
          Map.entry(
              "oic.r.light.brightness",
              Meaning.of(
                  Role.LIGHT,
                  set("brightness", "brightness", "LevelControl", Codecs.percentOf(100)))),
          Map.entry(
              "oic.r.colour.rgb",
              Meaning.of(Role.LIGHT, set("rgbValue", "color", "ColorControl", Colours.LIST))),
          Map.entry(
              "oic.r.colour.chroma",
              Meaning.of(Role.LIGHT, set("ct", "colorTemperature", "ColorControl", new Mired()))),
          Map.entry(
              "oic.r.colour.colourtemperature",
              Meaning.of(Role.LIGHT, set("ct", "colorTemperature", "ColorControl", new Mired()))),
          Map.entry(
              "oic.r.temperature",
              Meaning.of(
                  Role.SENSOR,
                  measured(
                      "temperature", "temperature", "TemperatureMeasurement", Unit.CELSIUS, "C"))),
          Map.entry(
              "oic.r.humidity",
              Meaning.of(
                  Role.SENSOR,
                  measured(
                      "humidity", "humidity", "RelativeHumidityMeasurement", Unit.PERCENT, "%"))),
          Map.entry(
              "oic.r.sensor.illuminance",
              Meaning.of(
                  Role.SENSOR,
                  measured(
                      "illuminance", "illuminance", "IlluminanceMeasurement", Unit.LUX, "lx"))),
          Map.entry(
              "oic.r.sensor.atmosphericpressure",
              Meaning.of(
                  Role.SENSOR,
                  measured(
                      "atmosphericPressure",
                      "pressure",
                      "PressureMeasurement",
                      Unit.HECTOPASCAL,
                      "hPa"))),
          Map.entry(
              "oic.r.energy.battery",
              Meaning.of(
                  Role.SENSOR, measured("charge", "battery", "PowerSource", Unit.PERCENT, "%"))),
          Map.entry(
              "oic.r.energy.consumption",
              Meaning.of(
                  Role.SENSOR,
                  measured("power", "power", "ElectricalPower", Unit.WATT, "W"),
                  measured("energy", "energy", "ElectricalEnergy", Unit.KILOWATT_HOUR, "Wh"))),
          Map.entry("oic.r.sensor.motion", binary("motion", "OccupancySensing")),
          Map.entry("oic.r.sensor.presence", binary("occupied", "OccupancySensing")),
          Map.entry("oic.r.sensor.contact", binary("open", "BooleanState")),
          Map.entry("oic.r.sensor.water", binary("moisture", "BooleanState")),
          Map.entry("oic.r.sensor.smoke", binary("smoke", "SmokeCoAlarm")),
          Map.entry("oic.r.sensor.carbonmonoxide", binary("carbon_monoxide", "SmokeCoAlarm")),
          Map.entry("oic.r.sensor.carbondioxide", binary("problem", "BooleanState")),
          Map.entry("oic.r.sensor.glassbreak", binary("vibration", "BooleanState")),
          Map.entry(
              "oic.r.lock.status",
              Meaning.of(
                  Role.LOCK,
                  set("lockState", "locked", "DoorLock", Codecs.words("Locked", "Unlocked")))),
          Map.entry(
              "oic.r.openlevel",
              Meaning.of(
                  Role.COVER,
                  set("openLevel", "position", "WindowCovering", Codecs.percentOf(100)))),
          Map.entry(
              "oic.r.door",
              Meaning.of(
                  Role.BINARY_SENSOR,
                  seen("openState", "open", "BooleanState", Codecs.words("Open", "Closed")))),
          Map.entry(
              "oic.r.airflow",
              Meaning.of(Role.FAN, set("speed", "fanSpeed", "FanControl", Codecs.percentOf(100)))),
          Map.entry(
              "oic.r.audio",
              Meaning.of(
                  Role.MEDIA,
                  set("volume", "volume", "MediaPlayback", Codecs.percentOf(100)),
                  set("mute", "muted", "MediaPlayback", Codecs.BOOLEAN))),
          Map.entry(
              "oic.r.mode",
              Meaning.of(
                  Role.THERMOSTAT, set("modes", "mode", "Thermostat", Codecs.choice(MODES)))));

  private static final Map<String, Role> DEVICES =
      Map.ofEntries(
          Map.entry("oic.d.light", Role.LIGHT),
          Map.entry("oic.d.switch", Role.SWITCH),
          Map.entry("oic.d.smartplug", Role.OUTLET),
          Map.entry("oic.d.thermostat", Role.THERMOSTAT),
          Map.entry("oic.d.smartlock", Role.LOCK),
          Map.entry("oic.d.blind", Role.BLIND),
          Map.entry("oic.d.garagedoor", Role.GARAGE_DOOR),
          Map.entry("oic.d.door", Role.DOOR),
          Map.entry("oic.d.fan", Role.FAN),
          Map.entry("oic.d.watervalve", Role.VALVE));

  private Ocf() {}

  /** What the resource types of a resource mean. */
  static Optional<Meaning> meaning(List<String> types, List<String> interfaces) {
    boolean actuator = interfaces.contains("oic.if.a") && types.contains("oic.r.temperature");
    if (actuator) {
      return Optional.of(
          Meaning.of(
              Role.THERMOSTAT,
              set(
                  "temperature",
                  "targetTemperature",
                  "Thermostat",
                  Codecs.number(Unit.CELSIUS, "C"))));
    }
    return types.stream()
        .flatMap(type -> Optional.ofNullable(RESOURCES.get(type)).stream())
        .findFirst();
  }

  /** What a device type says of its device. */
  static Optional<Role> device(List<String> types) {
    return types.stream()
        .flatMap(type -> Optional.ofNullable(DEVICES.get(type)).stream())
        .findFirst();
  }

  private static Meaning binary(String property, String capability) {
    return Meaning.of(Role.BINARY_SENSOR, seen("value", property, capability, Codecs.BOOLEAN));
  }
}
