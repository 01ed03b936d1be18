package io.hearth.adapter.tasmota;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Encoder;
import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.adapter.vocabulary.JsonReadings;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The devices in one Tasmota: its only output with its sensors, or each of several. */
final class TasmotaDevices {

  static final String PREFIX = "tasmota-";

  private TasmotaDevices() {}

  static Map<DeviceId, DeviceBinding> of(TasmotaConfig config, Optional<JsonNode> sensors) {
    Map<DeviceId, DeviceBinding> devices = new LinkedHashMap<>();
    List<DeviceDraft> drafts = new ArrayList<>();
    outputs(config, drafts);
    shutters(config, drafts);
    DeviceDraft whole = drafts.size() == 1 ? drafts.getFirst() : draft(config, "", config.name());
    Sensors.add(sensors, config, whole);
    if (drafts.size() != 1) {
      drafts.addFirst(whole);
    }
    for (DeviceDraft draft : drafts) {
      if (draft.isTyped()) {
        DeviceBinding binding = draft.binding();
        devices.put(binding.device(), binding);
      }
    }
    return devices;
  }

  private static void outputs(TasmotaConfig config, List<DeviceDraft> drafts) {
    List<Integer> relays = config.outputs(1);
    List<Integer> lights = config.outputs(2);
    boolean only = config.hasOneOutput();
    for (int output : relays) {
      DeviceDraft draft = draft(config, only ? "" : "." + output, config.nameOf(output));
      draft.type("switch");
      Power.add(config, only ? "" : String.valueOf(output), draft);
      drafts.add(draft);
    }
    boolean together = config.linked() && !config.separate();
    for (int output : together && !lights.isEmpty() ? lights.subList(0, 1) : lights) {
      DeviceDraft draft = draft(config, only ? "" : "." + output, config.nameOf(output));
      draft.type("light");
      Power.add(config, only ? "" : String.valueOf(output), draft);
      if (together || lights.size() == 1) {
        Lights.add(config, only ? "" : String.valueOf(output), draft);
      } else {
        Lights.channel(config, output, draft);
      }
      drafts.add(draft);
    }
  }

  private static void shutters(TasmotaConfig config, List<DeviceDraft> drafts) {
    int count = config.outputs(3).size() / 2;
    for (int shutter = 1; shutter <= count; shutter++) {
      int output = config.outputs(3).get((shutter - 1) * 2);
      boolean only = count == 1 && config.outputs(1).isEmpty() && config.outputs(2).isEmpty();
      DeviceDraft draft =
          draft(config, only ? "" : ".shutter" + shutter, config.nameOf(only ? 1 : output));
      Shutters.add(config, shutter, draft);
      drafts.add(draft);
    }
  }

  private static DeviceDraft draft(TasmotaConfig config, String part, String name) {
    DeviceDraft draft = new DeviceDraft(Ids.deviceId(PREFIX + config.address() + part), name);
    draft.identity(Ids.mac(config.address()));
    draft.availability(
        AvailabilityRule.words(
            new Address.Mqtt(config.telemetry("LWT")), config.online(), config.offline()));
    return draft;
  }

  /** Where a device tells its state: each message may hold all or a part of it. */
  static List<Address> places(TasmotaConfig config) {
    return List.of(
        new Address.Mqtt(config.telemetry("STATE")), new Address.Mqtt(config.status("RESULT")));
  }

  /** A property that state messages and answers tell. */
  static void reads(
      TasmotaConfig config, DeviceDraft draft, String property, JsonReadings.Reading reading) {
    Map<String, JsonReadings.Reading> one = Map.of(property, reading);
    places(config).forEach(place -> draft.and(place, one));
  }

  /** A command that is confirmed by the answer in {@code stat}. */
  static void command(DeviceDraft draft, String action, String property, Encoder encoder) {
    draft.command(action, encoder, new Confirmation.ByReport(Set.of(property)));
  }

  static List<Outgoing> send(TasmotaConfig config, String command, String value) {
    return List.of(Outgoing.mqtt(config.command(command), value));
  }

  static Optional<Value> number(JsonNode message, String key) {
    return JsonReadings.number(message.path(key)).map(Value::of);
  }
}
