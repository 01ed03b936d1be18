package io.hearth.adapter.coap.thing;

import static io.hearth.adapter.coap.thing.Slot.measured;
import static io.hearth.adapter.coap.thing.Slot.other;
import static io.hearth.adapter.coap.thing.Slot.seen;
import static io.hearth.adapter.coap.thing.Slot.set;

import io.hearth.model.device.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The smart objects of IPSO in the registry of OMA LwM2M, 3200 to 3347, as far as the vocabulary
 * has words for them; and what their paths and resource types look like.
 */
final class Ipso {

  /** Where an instance of an object is said to be. */
  record Place(int object, String instancePath, Optional<String> resource) {}

  static final String UNITS = "5701";
  static final String APPLICATION = "5750";

  private static final Pattern PATH =
      Pattern.compile(
          "(?<root>.*?)/(?<object>3|32\\d\\d|33\\d\\d)/(?<instance>\\d{1,5})(?:/(?<resource>\\d{1,5}))?");
  private static final Pattern TYPE =
      Pattern.compile("(?:urn:)?(?:oma|ipso)[.:]lwm2m(?:[-:](?:ext:|oma:)?)(\\d{1,5})(?::.*)?");

  private static final Slot ON = set("5850", "on", "OnOff", Codecs.BOOLEAN);
  private static final Slot DIMMER =
      set("5851", "brightness", "LevelControl", Codecs.percentOf(100));
  private static final Slot COLOUR = set("5706", "color", "ColorControl", Colours.HEX_TEXT);
  private static final Slot WATT = measured("5800", "power", "ElectricalPower", Unit.WATT, "W");
  private static final Slot WATT_HOURS =
      measured("5805", "energy", "ElectricalEnergy", Unit.KILOWATT_HOUR, "Wh");
  private static final Slot TEMPERATURE =
      measured("5700", "temperature", "TemperatureMeasurement", Unit.CELSIUS, "Cel");
  private static final Slot HUMIDITY =
      measured("5700", "humidity", "RelativeHumidityMeasurement", Unit.PERCENT, "%RH");
  private static final Slot ILLUMINANCE =
      measured("5700", "illuminance", "IlluminanceMeasurement", Unit.LUX, "lx");
  private static final Slot PRESSURE =
      measured("5700", "pressure", "PressureMeasurement", Unit.HECTOPASCAL, "hPa");
  private static final Slot CO2 =
      measured("5700", "co2", "CarbonDioxideConcentration", Unit.PARTS_PER_MILLION, "ppm");

  private static final Map<Integer, Meaning> OBJECTS =
      Map.ofEntries(
          Map.entry(
              3,
              Meaning.of(Role.SENSOR, measured("9", "battery", "PowerSource", Unit.PERCENT, "%"))),
          Map.entry(
              3200, Meaning.of(Role.BINARY_SENSOR, seen("5500", "input", "", Codecs.BOOLEAN))),
          Map.entry(3201, Meaning.of(Role.SWITCH, ON.at("5550"))),
          Map.entry(3202, Meaning.of(Role.SENSOR, other("5600", "analogInput"))),
          Map.entry(3203, Meaning.of(Role.SENSOR, other("5650", "analogOutput"))),
          Map.entry(3301, Meaning.of(Role.SENSOR, ILLUMINANCE)),
          Map.entry(
              3302,
              Meaning.of(
                  Role.BINARY_SENSOR,
                  seen("5500", "occupied", "OccupancySensing", Codecs.BOOLEAN))),
          Map.entry(3303, Meaning.of(Role.SENSOR, TEMPERATURE)),
          Map.entry(3304, Meaning.of(Role.SENSOR, HUMIDITY)),
          Map.entry(3305, Meaning.of(Role.SENSOR, WATT, WATT_HOURS)),
          Map.entry(3306, Meaning.of(Role.SWITCH, ON, DIMMER)),
          Map.entry(
              3308,
              Meaning.of(
                  Role.THERMOSTAT,
                  set(
                      "5900",
                      "targetTemperature",
                      "Thermostat",
                      Codecs.number(Unit.CELSIUS, "Cel")))),
          Map.entry(3311, Meaning.of(Role.LIGHT, ON, DIMMER, COLOUR, WATT_HOURS)),
          Map.entry(3312, Meaning.of(Role.OUTLET, ON, DIMMER, WATT, WATT_HOURS)),
          Map.entry(3315, Meaning.of(Role.SENSOR, PRESSURE)),
          Map.entry(3316, Meaning.of(Role.SENSOR, other("5700", "voltage"))),
          Map.entry(3317, Meaning.of(Role.SENSOR, other("5700", "current"))),
          Map.entry(3318, Meaning.of(Role.SENSOR, other("5700", "frequency"))),
          Map.entry(3319, Meaning.of(Role.SENSOR, other("5700", "depth"))),
          Map.entry(3320, Meaning.of(Role.SENSOR, other("5700", "percentage"))),
          Map.entry(3321, Meaning.of(Role.SENSOR, other("5700", "altitude"))),
          Map.entry(3322, Meaning.of(Role.SENSOR, other("5700", "load"))),
          Map.entry(3323, Meaning.of(Role.SENSOR, PRESSURE)),
          Map.entry(3324, Meaning.of(Role.SENSOR, other("5700", "loudness"))),
          Map.entry(3325, Meaning.of(Role.SENSOR, other("5700", "concentration"))),
          Map.entry(3326, Meaning.of(Role.SENSOR, other("5700", "acidity"))),
          Map.entry(3327, Meaning.of(Role.SENSOR, other("5700", "conductivity"))),
          Map.entry(3328, Meaning.of(Role.SENSOR, WATT.at("5700"))),
          Map.entry(3329, Meaning.of(Role.SENSOR, other("5700", "powerFactor"))),
          Map.entry(3330, Meaning.of(Role.SENSOR, other("5700", "distance"))),
          Map.entry(3331, Meaning.of(Role.SENSOR, WATT_HOURS, WATT_HOURS.at("5700"))),
          Map.entry(3332, Meaning.of(Role.SENSOR, other("5705", "direction"))),
          Map.entry(3335, Meaning.of(Role.LIGHT, COLOUR)),
          Map.entry(
              3337,
              Meaning.of(
                  Role.COVER, set("5536", "position", "WindowCovering", Codecs.percentOf(100)))),
          Map.entry(
              3338,
              Meaning.of(
                  Role.SIREN,
                  set("5850", "on", "Siren", Codecs.BOOLEAN),
                  seen("5521", "duration", "Siren", Codecs.number(Unit.SECOND, "s")))),
          Map.entry(
              3340,
              Meaning.of(
                  Role.SWITCH, ON, seen("5538", "remaining", "", Codecs.number(Unit.SECOND, "s")))),
          Map.entry(
              3342, Meaning.of(Role.BINARY_SENSOR, seen("5500", "pressed", "", Codecs.BOOLEAN))),
          Map.entry(3343, Meaning.of(Role.SENSOR, other("5548", "level"))),
          Map.entry(3346, Meaning.of(Role.SENSOR, other("5700", "rate"))),
          Map.entry(
              3347, Meaning.of(Role.BINARY_SENSOR, seen("5500", "pressed", "", Codecs.BOOLEAN))));

  private Ipso() {}

  /** What a path of LwM2M is, e.g. {@code /3303/0/5700}, with anything before it. */
  static Optional<Place> place(String path) {
    Matcher match = PATH.matcher(path);
    if (!match.matches()) {
      return Optional.empty();
    }
    String resource = match.group("resource");
    return Optional.of(
        new Place(
            Integer.parseInt(match.group("object")),
            resource == null ? path : path.substring(0, path.length() - resource.length() - 1),
            Optional.ofNullable(resource)));
  }

  /** The object that a resource type names, e.g. {@code oma.lwm2m-3303}. */
  static Optional<Integer> object(String type) {
    Matcher match = TYPE.matcher(type);
    return match.matches() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
  }

  /**
   * What an object means.
   *
   * @param unit what it says it measures in
   * @param application what it says it is used for
   */
  static Optional<Meaning> meaning(
      int object, Optional<String> unit, Optional<String> application) {
    if (object == 3300 || object == 3320 || object == 3325) {
      Optional<Meaning> named =
          application.flatMap(Ipso::sensorOf).or(() -> unit.flatMap(Ipso::sensorIn));
      if (named.isPresent()) {
        return named;
      }
    }
    if (object == 3200 && application.isPresent()) {
      Optional<Meaning> named = Words.meaning(List.of(application.get()), List.of("core.s"));
      if (named.isPresent()) {
        return Optional.of(
            new Meaning(
                Role.BINARY_SENSOR,
                List.of(named.get().slots().getFirst().at("5500").writable(false))));
      }
    }
    if (object == 3300) {
      return Optional.of(Meaning.of(Role.SENSOR, other("5700", "measurement")));
    }
    return Optional.ofNullable(OBJECTS.get(object));
  }

  private static Optional<Meaning> sensorOf(String application) {
    return Words.meaning(List.of(application), List.of("core.s"))
        .filter(meaning -> meaning.role() == Role.SENSOR)
        .map(meaning -> new Meaning(Role.SENSOR, List.of(meaning.slots().getFirst().at("5700"))));
  }

  private static Optional<Meaning> sensorIn(String unit) {
    return Units.of(unit)
        .map(measured ->
            switch (measured) {
              case CELSIUS -> TEMPERATURE;
              case LUX -> ILLUMINANCE;
              case HECTOPASCAL -> PRESSURE;
              case PARTS_PER_MILLION -> CO2;
              case MICROGRAM_PER_CUBIC_METRE ->
                  measured(
                      "5700", "pm25", "Pm25Concentration", Unit.MICROGRAM_PER_CUBIC_METRE, "ug/m3");
              case WATT -> WATT.at("5700");
              case KILOWATT_HOUR -> WATT_HOURS.at("5700");
              case PERCENT -> unit.equals("%RH") ? HUMIDITY : other("5700", "percentage");
              case NONE, KELVIN, DEGREE, SECOND -> other("5700", "measurement");
            })
        .map(slot -> Meaning.of(Role.SENSOR, slot));
  }
}
