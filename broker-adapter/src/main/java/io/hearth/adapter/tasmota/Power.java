package io.hearth.adapter.tasmota;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.adapter.wire.SaidState;
import io.hearth.model.device.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether an output is on: {@code POWER} of the only one, {@code POWERn} of several. */
final class Power {

  private Power() {}

  static void add(TasmotaConfig config, String number, DeviceDraft draft) {
    String key = "POWER" + number;
    String other = number.isEmpty() ? "POWER1" : number.equals("1") ? "POWER" : key;
    draft.capability("OnOff");
    TasmotaDevices.reads(
        config,
        draft,
        "on",
        message -> on(config, message.path(key)).or(() -> on(config, message.path(other))));
    draft.source(
        StateSource.of(
            new Address.Mqtt(config.status(key)),
            Set.of("on"),
            payload ->
                new SaidState(
                    on(config, payload.text().strip()).map(on -> Map.of("on", on)).orElse(Map.of()),
                    Optional.empty())));
    TasmotaDevices.command(
        draft, "turnOn", "on", call -> TasmotaDevices.send(config, "Power" + number, "ON"));
    TasmotaDevices.command(
        draft, "turnOff", "on", call -> TasmotaDevices.send(config, "Power" + number, "OFF"));
    TasmotaDevices.command(
        draft, "toggle", "on", call -> TasmotaDevices.send(config, "Power" + number, "TOGGLE"));
  }

  private static Optional<Value> on(TasmotaConfig config, JsonNode said) {
    return said.isString() ? on(config, said.asString()) : Optional.empty();
  }

  private static Optional<Value> on(TasmotaConfig config, String word) {
    if (word.equals(config.wordOn())) {
      return Optional.of(Value.of(true));
    }
    boolean off = word.equals(config.states().isEmpty() ? "OFF" : config.states().getFirst());
    return off ? Optional.of(Value.of(false)) : Optional.empty();
  }
}
