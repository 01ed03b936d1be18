package io.hearth.adapter.tasmota;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.adapter.vocabulary.JsonReadings;
import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Shutters: {@code {"Shutter1":{"Position":50,"Direction":1,"Target":100}}}. */
final class Shutters {

  private Shutters() {}

  static void add(TasmotaConfig config, int number, DeviceDraft draft) {
    String key = "Shutter" + number;
    draft.type("cover", "shutter").capability("WindowCovering");
    Map<String, JsonReadings.Reading> readings =
        Map.of(
            "position",
            message ->
                JsonReadings.number(message.path(key).path("Position"))
                    .filter(percent -> percent >= 0 && percent <= 100)
                    .map(Value::of),
            "moving",
            message -> moving(message.path(key).path("Direction")));
    List<Address> places = new ArrayList<>(TasmotaDevices.places(config));
    places.add(new Address.Mqtt(config.telemetry("SENSOR")));
    places.add(new Address.Mqtt(config.status("SENSOR")));
    places.forEach(place -> draft.and(place, readings));
    TasmotaDevices.command(
        draft, "open", "position", call -> TasmotaDevices.send(config, "ShutterOpen" + number, ""));
    TasmotaDevices.command(
        draft,
        "close",
        "position",
        call -> TasmotaDevices.send(config, "ShutterClose" + number, ""));
    TasmotaDevices.command(
        draft, "stop", "moving", call -> TasmotaDevices.send(config, "ShutterStop" + number, ""));
    TasmotaDevices.command(
        draft, "setPosition", "position", call -> to(config, number, call.number("position")));
    TasmotaDevices.command(
        draft,
        "adjustPosition",
        "position",
        call -> to(config, number, call.current("position") + call.number("delta")));
  }

  private static List<Outgoing> to(TasmotaConfig config, int number, double percent) {
    return TasmotaDevices.send(
        config,
        "ShutterPosition" + number,
        String.valueOf(Math.round(Math.clamp(percent, 0, 100))));
  }

  private static Optional<Value> moving(JsonNode direction) {
    return JsonReadings.number(direction)
        .map(way -> Value.of(way > 0 ? "opening" : way < 0 ? "closing" : "stopped"));
  }
}
