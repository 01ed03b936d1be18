package io.hearth.sim;

import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;

/** Homes for tests of the wire. */
final class TestHomes {

  private TestHomes() {}

  static DescribedHome demo() {
    return new HomeFiles(Catalogues.builtIn()).demo();
  }

  /** A lamp, a garage door, a motion sensor and an alarm clock on MQTT, and somebody at home. */
  static DescribedHome small() {
    return read(
        """
        home: {id: small, name: Small home, timezone: Europe/Stockholm, latitude: 59.3, longitude: 18.1}
        areas: [{id: hall, name: Hall}]
        people: [{id: ann, name: Ann}]
        devices:
          - {id: lamp.hall, name: Lamp, aliases: [light], area: hall, type: light, state: {on: false, brightness: 50}}
          - {id: garage_door, name: Garage door, area: hall, type: cover, kind: garage_door, state: {position: 0}}
          - {id: motion.hall, name: Motion, area: hall, type: binary_sensor, kind: motion, state: {motion: false}}
          - {id: alarm, name: Alarm clock, type: alarm_clock}
        """);
  }

  /** Things on MQTT of which every test has its own. */
  static DescribedHome deviceOfEachTest() {
    StringBuilder devices = new StringBuilder();
    for (String name :
        "introduced answered repeated misled retained lost other touched remote pulled late"
            .split(" ")) {
      devices.append(
          "  - {id: lamp.%s, name: Lamp, aliases: [light], area: hall, type: light, state: {on: false, brightness: 50}}%n"
              .formatted(name));
    }
    for (String name : "kept travelling obstructed hanging remote".split(" ")) {
      devices.append(
          "  - {id: door.%s, name: Door, type: cover, kind: garage_door, state: {position: 0}}%n"
              .formatted(name));
    }
    return read(
        """
        home: {id: many, name: Home, timezone: Europe/Stockholm, latitude: 59.3, longitude: 18.1}
        areas: [{id: hall, name: Hall}]
        people: [{id: ann, name: Ann}]
        devices:
          - {id: motion.touched, name: Motion, type: binary_sensor, kind: motion}
          - {id: motion.remote, name: Motion, type: binary_sensor, kind: motion}
          - {id: alarm.touched, name: Alarm clock, type: alarm_clock}
        """
            + devices);
  }

  /** An oven and a temperature sensor, both on CoAP. */
  static DescribedHome coap() {
    return read(
        """
        home: {id: coap, name: CoAP home, timezone: Europe/Stockholm, latitude: 59.3, longitude: 18.1}
        areas: [{id: kitchen, name: Kitchen}]
        devices:
          - id: oven.kitchen
            name: Oven
            aliases: [stove]
            area: kitchen
            type: oven
            options: {protocol: coap, cookMode: [bake, grill], targetTemperature: {min: 50, max: 250}}
            state: {on: false, temperature: 22, targetTemperature: 180}
          - {id: kettle, name: Kettle, type: kettle, options: {protocol: coap}}
        """);
  }

  private static DescribedHome read(String text) {
    return new HomeFiles(Catalogues.builtIn()).read(text, "test");
  }
}
