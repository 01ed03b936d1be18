package io.hearth.adapter.tasmota;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.adapter.vocabulary.JsonReadings;
import io.hearth.adapter.vocabulary.Measurements;
import io.hearth.adapter.vocabulary.Units;
import io.hearth.model.device.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the message {@code sensors} shows of {@code tele/.../SENSOR}: an object for each chip, with
 * its values by name. The first chip that measures something counts; what others measure as well is
 * reported as {@code DS18B20-2_Temperature}.
 */
final class Sensors {

  private static final int MOST = 100;

  private static final Map<String, String> NAMES =
      Map.of(
          "carbondioxide", "co2",
          "eco2", "co2",
          "pm2.5", "pm25",
          "total", "energy",
          "humidity", "humidity",
          "power", "power");

  private Sensors() {}

  static void add(Optional<JsonNode> sensors, TasmotaConfig config, DeviceDraft draft) {
    JsonNode shown = sensors.map(said -> said.path("sn")).filter(JsonNode::isObject).orElse(null);
    if (shown == null) {
      return;
    }
    int[] count = {0};
    shown.forEachEntry((chip, values) -> {
      if (values.isObject() && !chip.startsWith("Shutter")) {
        values.forEachEntry((name, value) -> {
          if (count[0]++ < MOST) {
            one(chip, name, value, shown, config, draft);
          }
        });
      } else if (chip.startsWith("Switch")) {
        contact(chip, config, draft);
      }
    });
  }

  private static void one(
      String chip,
      String name,
      JsonNode value,
      JsonNode shown,
      TasmotaConfig config,
      DeviceDraft draft) {
    if (chip.equals("ENERGY") && !name.equals("Power") && !name.equals("Total")) {
      extra(chip, name, config, draft);
      return;
    }
    String word = name.toLowerCase(Locale.ROOT);
    Optional<Measurements.Numeric> known = Measurements.numeric(NAMES.getOrDefault(word, word));
    if (known.isEmpty() || draft.says(known.get().property()) || value.isContainer()) {
      extra(chip, name, config, draft);
      return;
    }
    Measurements.Numeric what = known.get();
    Optional<Units.Conversion> unit = Units.to(unit(what, shown), what.symbol());
    if (unit.isPresent()) {
      draft.type("sensor", what.property()).capability(what.capability());
      JsonReadings.Reading reading =
          message ->
              JsonReadings.number(message.path(chip).path(name)).map(unit.get()::of).map(Value::of);
      places(config, draft, what.property(), reading);
    }
  }

  private static String unit(Measurements.Numeric what, JsonNode shown) {
    JsonNode unit =
        switch (what.property()) {
          case "temperature" -> shown.path("TempUnit");
          case "pressure" -> shown.path("PressureUnit");
          default -> shown.path("");
        };
    return unit.isString() ? unit.asString() : "";
  }

  private static void extra(String chip, String name, TasmotaConfig config, DeviceDraft draft) {
    String called = DeviceDraft.extraName(chip + "_" + name);
    places(config, draft, called, message -> JsonReadings.plain(message.path(chip).path(name)));
  }

  /** A switch input that drives no relay: ON and OFF as the device was set up to say. */
  private static void contact(String chip, TasmotaConfig config, DeviceDraft draft) {
    places(
        config,
        draft,
        chip,
        message ->
            switch (message.path(chip).asString("")) {
              case "ON" -> Optional.of(Value.of(true));
              case "OFF" -> Optional.of(Value.of(false));
              default -> Optional.empty();
            });
    draft.type("binary_sensor", chip);
  }

  private static void places(
      TasmotaConfig config, DeviceDraft draft, String property, JsonReadings.Reading reading) {
    draft.and(new Address.Mqtt(config.telemetry("SENSOR")), Map.of(property, reading));
    draft.and(
        new Address.Mqtt(config.status("STATUS10")),
        Map.of(property, message -> reading.of(message.path("StatusSNS"))));
  }
}
