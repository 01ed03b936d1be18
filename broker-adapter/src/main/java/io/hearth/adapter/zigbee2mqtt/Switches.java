package io.hearth.adapter.zigbee2mqtt;

import io.hearth.model.device.Value;

/** What is on or off: switches, outlets, valves and sprinklers that are made of a relay, sirens. */
final class Switches {

  private Switches() {}

  static void add(Expose relay, Zigbee device) {
    relay.feature("state").ifPresent(state -> binary(state, device));
  }

  /** A yes or no that can be set, the main thing of its device. */
  static void binary(Expose state, Zigbee device) {
    if (device.draft().has("OnOff") || device.draft().has("Irrigation")) {
      device.extra(state);
    } else if (device.isAbout("irrigation", "sprinkler", "watering", "garden")) {
      device.draft().type("sprinkler").capability("Irrigation");
      told(state, device);
    } else if (device.isAbout("valve") && !device.isAbout("radiator", "thermostat")) {
      valve(state, device);
    } else {
      boolean outlet = device.isAbout("plug", "outlet", "socket", "power strip");
      device.draft().type(outlet ? "outlet" : "switch");
      onOff(state, device);
    }
  }

  static void siren(Expose alarm, Zigbee device) {
    device.draft().type("siren").capability("Siren");
    told(alarm, device);
  }

  /** OnOff as a capability of whatever it is. */
  static void onOff(Expose state, Zigbee device) {
    device.draft().capability("OnOff");
    told(state, device);
    if (device.draft().says("on")) {
      device.command(
          "toggle",
          state,
          "on",
          call ->
              Zigbee.member(
                  state.property(),
                  state.binaryWord(!call.known().value("on").map(Value::isTrue).orElse(false))));
    }
  }

  private static void told(Expose state, Zigbee device) {
    device.reads(state, "on", message -> state.binary(message).map(Value::of));
    device.command(
        "turnOn", state, "on", call -> Zigbee.member(state.property(), state.binaryWord(true)));
    device.command(
        "turnOff", state, "on", call -> Zigbee.member(state.property(), state.binaryWord(false)));
  }

  private static void valve(Expose state, Zigbee device) {
    device.draft().type("valve").capability("WindowCovering");
    device.reads(
        state, "position", message -> state.binary(message).map(open -> Value.of(open ? 100 : 0)));
    device.command(
        "open", state, "position", call -> Zigbee.member(state.property(), state.binaryWord(true)));
    device.command(
        "close",
        state,
        "position",
        call -> Zigbee.member(state.property(), state.binaryWord(false)));
  }
}
