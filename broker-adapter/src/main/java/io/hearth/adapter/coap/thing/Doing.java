package io.hearth.adapter.coap.thing;

import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Set;

/**
 * An action of a capability that is done by writing one property.
 *
 * @param wanted what the property is to become
 */
record Doing(String capability, String action, String property, Wanted wanted) {

  /** Works out what a property is to become. */
  @FunctionalInterface
  interface Wanted {
    Value of(Call call) throws CannotCommandException;
  }

  /** The actions of the capabilities that CoAP servers are found to have. */
  static final List<Doing> ALL =
      List.of(
          constant("OnOff", "turnOn", "on", Value.of(true)),
          constant("OnOff", "turnOff", "on", Value.of(false)),
          inverse("OnOff", "toggle", "on"),
          argument("LevelControl", "setBrightness", "brightness"),
          change("LevelControl", "adjustBrightness", "brightness"),
          argument("ColorControl", "setColor", "color"),
          argument("ColorControl", "setColorTemperature", "colorTemperature"),
          change("ColorControl", "adjustColorTemperature", "colorTemperature"),
          argument("FanControl", "setFanSpeed", "fanSpeed"),
          change("FanControl", "adjustFanSpeed", "fanSpeed"),
          argument("FanControl", "setOscillating", "oscillating"),
          constant("WindowCovering", "open", "position", Value.of(100)),
          constant("WindowCovering", "close", "position", Value.of(0)),
          constant("WindowCovering", "stop", "moving", Value.of("stopped")),
          argument("WindowCovering", "setPosition", "position"),
          change("WindowCovering", "adjustPosition", "position"),
          constant("DoorLock", "lock", "locked", Value.of(true)),
          constant("DoorLock", "unlock", "locked", Value.of(false)),
          argument("Thermostat", "setTemperature", "targetTemperature"),
          change("Thermostat", "adjustTemperature", "targetTemperature"),
          argument("Thermostat", "setMode", "mode"),
          constant("Thermostat", "turnOn", "mode", Value.of("heat")),
          constant("Thermostat", "turnOff", "mode", Value.of("off")),
          argument("MediaPlayback", "setVolume", "volume"),
          change("MediaPlayback", "adjustVolume", "volume"),
          constant("MediaPlayback", "mute", "muted", Value.of(true)),
          constant("MediaPlayback", "unmute", "muted", Value.of(false)),
          constant("MediaPlayback", "play", "playback", Value.of("playing")),
          constant("MediaPlayback", "pause", "playback", Value.of("paused")),
          constant("MediaPlayback", "resume", "playback", Value.of("playing")),
          constant("MediaPlayback", "stop", "playback", Value.of("idle")),
          argument("MediaPlayback", "next", "track"),
          argument("MediaPlayback", "previous", "track"),
          argument("MediaPlayback", "selectSource", "source"),
          constant("Siren", "turnOn", "on", Value.of(true)),
          constant("Siren", "turnOff", "on", Value.of(false)));

  private static final Set<String> PERCENT = Set.of("brightness", "fanSpeed", "position", "volume");

  private static Doing constant(String capability, String action, String property, Value value) {
    return new Doing(capability, action, property, call -> value);
  }

  private static Doing argument(String capability, String action, String property) {
    return new Doing(
        capability,
        action,
        property,
        call ->
            call.argument(property)
                .orElseThrow(() -> new CannotCommandException("the command has no " + property)));
  }

  private static Doing inverse(String capability, String action, String property) {
    return new Doing(
        capability,
        action,
        property,
        call -> {
          if (call.known().value(property).orElse(null) instanceof Value.Bool(boolean now)) {
            return Value.of(!now);
          }
          throw new CannotCommandException("it has not said its " + property + " yet");
        });
  }

  private static Doing change(String capability, String action, String property) {
    return new Doing(
        capability,
        action,
        property,
        call -> {
          double sum = call.current(property) + call.number("delta");
          return Value.of(PERCENT.contains(property) ? Math.clamp(sum, 0, 100) : sum);
        });
  }
}
