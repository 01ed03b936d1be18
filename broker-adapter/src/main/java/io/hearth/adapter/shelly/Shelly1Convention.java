package io.hearth.adapter.shelly;

import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Shelly of the first generation, as far as the model in {@code shellies/announce} tells. */
public final class Shelly1Convention implements Convention {

  /** The convention's name; the ranking has one place for all of Shelly. */
  public static final String NAME = ShellyConvention.NAME;

  private final Map<String, JsonNode> said = new LinkedHashMap<>();
  private final Map<DeviceId, DeviceBinding> devices = new LinkedHashMap<>();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Filter> filters() {
    return List.of(Filter.reports("shellies/announce"), Filter.reports("shellies/+/announce"));
  }

  @Override
  public void learn(Message message, Learned learned) throws MalformedPayloadException {
    if (message.payload().isEmpty()) {
      return;
    }
    JsonNode announced = message.payload().json();
    String id = ShellyDevices.text(announced, "id", "");
    String model = ShellyDevices.text(announced, "model", "");
    if (!id.matches("[A-Za-z0-9_.-]{1,64}") || model.isEmpty()) {
      throw new MalformedPayloadException("no id or no model is announced");
    }
    JsonNode before = said.put(id, announced);
    if (before != null && kind(before).equals(kind(announced))) {
      return;
    }
    Set<DeviceId> changed = new LinkedHashSet<>();
    devices.keySet().stream()
        .filter(device -> device.value().equals(id) || device.value().startsWith(id + "."))
        .forEach(changed::add);
    devices.keySet().removeAll(changed);
    for (DeviceBinding binding : FirstGeneration.devices(id, model, announced)) {
      devices.put(binding.device(), binding);
      changed.add(binding.device());
    }
    if (changed.isEmpty()) {
      learned.problem(Optional.empty(), id + " is of the model " + model + ", which is not known");
    }
    changed.forEach(learned::changed);
  }

  private static String kind(JsonNode announced) {
    return announced.path("model") + " " + announced.path("mode") + " " + announced.path("mac");
  }

  @Override
  public Optional<DeviceBinding> describe(DeviceId device) {
    return Optional.ofNullable(devices.get(device));
  }

  /** Announcements are not retained: all are asked for theirs. */
  @Override
  public List<Outgoing> hello() {
    return List.of(
        Outgoing.mqtt("shellies/command", "announce"), Outgoing.mqtt("shellies/command", "update"));
  }
}
