package io.hearth.adapter.inference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The words by which a device, or a part of one, says what kind of thing it is. */
final class DeviceWords {

  /** A device type of the catalogue, with its kind where the word tells. */
  record Named(String type, Optional<String> kind, List<String> words) {

    Named(String type, String... words) {
      this(type, Optional.empty(), List.of(words));
    }

    static Named cover(String kind, String... words) {
      return new Named("cover", Optional.of(kind), List.of(words));
    }
  }

  /** The first that matches counts: what is more special comes first. */
  private static final List<Named> TYPES =
      List.of(
          new Named("dehumidifier", "dehumidifier"),
          new Named("humidifier", "humidifier"),
          new Named("air_purifier", "purifier", "airpurifier"),
          new Named("water_heater", "boiler", "waterheater"),
          Named.cover("garage_door", "garage", "garagedoor"),
          Named.cover("gate", "gate"),
          Named.cover("blind", "blind", "blinds", "venetian"),
          Named.cover("curtain", "curtain", "curtains", "drape"),
          Named.cover("shutter", "shutter", "shutters", "rollershutter", "roller"),
          Named.cover("awning", "awning", "markise"),
          Named.cover("shade", "shade", "shades"),
          new Named("cover", "cover"),
          new Named("lock", "lock", "doorlock", "smartlock"),
          new Named("oven", "oven"),
          new Named("cooktop", "cooktop", "hob", "stove"),
          new Named("refrigerator", "refrigerator", "fridge", "freezer"),
          new Named("dishwasher", "dishwasher"),
          new Named("washer", "washer", "washing"),
          new Named("dryer", "dryer"),
          new Named("coffee_maker", "coffee", "coffeemaker", "espresso"),
          new Named("kettle", "kettle"),
          new Named("microwave", "microwave"),
          new Named(
              "thermostat",
              "thermostat",
              "heater",
              "heating",
              "radiator",
              "hvac",
              "climate",
              "trv",
              "aircon",
              "airconditioner"),
          new Named("vacuum", "vacuum", "hoover"),
          new Named("mower", "mower", "lawnmower"),
          new Named(
              "media_player",
              "media",
              "mediaplayer",
              "speaker",
              "tv",
              "television",
              "player",
              "stereo",
              "radio"),
          new Named("alarm_panel", "alarm", "alarmpanel"),
          new Named("siren", "siren"),
          new Named("sprinkler", "sprinkler", "irrigation"),
          new Named("valve", "valve"),
          new Named("pet_feeder", "feeder"),
          new Named("camera", "camera"),
          new Named("fan", "fan", "ventilator", "ventilation"),
          new Named(
              "light",
              "light",
              "lamp",
              "dimmer",
              "bulb",
              "lights",
              "led",
              "colorlight",
              "lighting",
              "spot"),
          new Named("outlet", "outlet", "plug", "socket"),
          new Named("switch", "switch", "relay", "actuator"));

  private DeviceWords() {}

  /** The type that a text names first, if any. */
  static Optional<Named> type(String text) {
    return types(text).findFirst();
  }

  /** All types that a text names, the more special first. */
  static Stream<Named> types(String text) {
    return TYPES.stream().filter(named -> Words.any(text, named.words()));
  }
}
