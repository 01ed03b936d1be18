package io.hearth.adapter.coap.thing;

import static io.hearth.adapter.coap.thing.Slot.measured;
import static io.hearth.adapter.coap.thing.Slot.seen;
import static io.hearth.adapter.coap.thing.Slot.set;

import io.hearth.model.device.Unit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Resource types in plain words, as small servers and examples have them: {@code temperature-c},
 * {@code Light}, {@code door-contact}. The interface description says whether it can be written
 * (RFC 9176 draft-ietf-core-interfaces: {@code core.a} actuator, {@code core.s} sensor).
 */
final class Words {

  private static final Map<String, Meaning> MEANINGS = new LinkedHashMap<>();

  static {
    sensor(
        measured("", "temperature", "TemperatureMeasurement", Unit.CELSIUS, "Cel"),
        "temperature",
        "temp",
        "thermometer");
    sensor(
        measured("", "humidity", "RelativeHumidityMeasurement", Unit.PERCENT, "%RH"),
        "humidity",
        "hygrometer");
    sensor(
        measured("", "illuminance", "IlluminanceMeasurement", Unit.LUX, "lx"),
        "illuminance",
        "lux",
        "luminosity",
        "ambientlight");
    sensor(
        measured("", "pressure", "PressureMeasurement", Unit.HECTOPASCAL, "hPa"),
        "pressure",
        "barometer");
    sensor(
        measured("", "co2", "CarbonDioxideConcentration", Unit.PARTS_PER_MILLION, "ppm"),
        "co2",
        "carbondioxide");
    sensor(
        measured("", "pm25", "Pm25Concentration", Unit.MICROGRAM_PER_CUBIC_METRE, "ug/m3"), "pm25");
    sensor(measured("", "energy", "ElectricalEnergy", Unit.KILOWATT_HOUR, "kWh"), "energy");
    sensor(measured("", "power", "ElectricalPower", Unit.WATT, "W"), "power");
    sensor(measured("", "battery", "PowerSource", Unit.PERCENT, "%"), "battery");
    binary("occupied", "OccupancySensing", "presence", "occupancy");
    binary("motion", "OccupancySensing", "motion", "pir");
    binary("open", "BooleanState", "contact", "window", "door", "reed");
    binary("smoke", "SmokeCoAlarm", "smoke");
    binary("moisture", "BooleanState", "leak", "moisture", "flood");
    binary("vibration", "BooleanState", "vibration");
    binary("tamper", "BooleanState", "tamper");
    actuator(Role.LOCK, set("", "locked", "DoorLock", Codecs.BOOLEAN), "lock");
    actuator(
        Role.THERMOSTAT,
        set("", "targetTemperature", "Thermostat", Codecs.number(Unit.CELSIUS, "Cel")),
        "setpoint",
        "thermostat");
    actuator(
        Role.LIGHT,
        set("", "brightness", "LevelControl", Codecs.percentOf(100)),
        "dimmer",
        "brightness");
    actuator(Role.LIGHT, set("", "on", "OnOff", Codecs.BOOLEAN), "light", "lamp", "led", "bulb");
    actuator(Role.FAN, set("", "on", "OnOff", Codecs.BOOLEAN), "fan");
    actuator(Role.SIREN, set("", "on", "Siren", Codecs.BOOLEAN), "siren", "buzzer");
    actuator(Role.OUTLET, set("", "on", "OnOff", Codecs.BOOLEAN), "outlet", "plug", "socket");
    actuator(Role.SWITCH, set("", "on", "OnOff", Codecs.BOOLEAN), "switch", "relay");
  }

  private Words() {}

  /** What resource types in words mean; empty when no word is known. */
  static Optional<Meaning> meaning(List<String> types, List<String> interfaces) {
    boolean sensor =
        interfaces.stream().anyMatch(each -> each.equals("core.s") || each.equals("core.rp"));
    List<String> words =
        types.stream()
            .filter(type -> !type.matches("(?:oic|core|oma|urn|hearth)[.:].*"))
            .flatMap(type ->
                Arrays.stream(
                    type.replaceAll("([a-z])([A-Z])", "$1 $2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z0-9]+", -1)))
            .toList();
    if (sensor && words.contains("light")) {
      return Optional.ofNullable(MEANINGS.get("illuminance"));
    }
    return MEANINGS.entrySet().stream()
        .filter(entry -> words.contains(entry.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .map(meaning -> sensor ? readOnly(meaning) : meaning);
  }

  private static Meaning readOnly(Meaning meaning) {
    return new Meaning(
        meaning.role(), meaning.slots().stream().map(slot -> slot.writable(false)).toList());
  }

  private static void sensor(Slot slot, String... words) {
    all(Meaning.of(Role.SENSOR, slot), words);
  }

  private static void binary(String property, String capability, String... words) {
    all(Meaning.of(Role.BINARY_SENSOR, seen("", property, capability, Codecs.BOOLEAN)), words);
  }

  private static void actuator(Role role, Slot slot, String... words) {
    all(Meaning.of(role, slot), words);
  }

  private static void all(Meaning meaning, String... words) {
    for (String word : words) {
      MEANINGS.put(word, meaning);
    }
  }
}
