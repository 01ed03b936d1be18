package io.hearth.adapter.tasmota;

import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tasmota with its discovery messages ({@code SetOption19 0}): relays, lights and shutters of
 * {@code config}, measurements of {@code sensors}. A device is known by its hardware address.
 */
public final class TasmotaConvention implements Convention {

  /** The convention's name. */
  public static final String NAME = "tasmota";

  private static final Pattern TOPIC =
      Pattern.compile("tasmota/discovery/([0-9A-Fa-f]{12})/(config|sensors)");

  /** What one device said of itself. */
  private static final class Known {
    private @Nullable JsonNode config;
    private @Nullable JsonNode sensors;
    private Map<DeviceId, DeviceBinding> devices = Map.of();
    private Optional<Outgoing> question = Optional.empty();
  }

  private final Map<String, Known> byAddress = new LinkedHashMap<>();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Filter> filters() {
    return List.of(
        Filter.descriptions("tasmota/discovery/+/config"),
        Filter.descriptions("tasmota/discovery/+/sensors"));
  }

  @Override
  public void learn(Message message, Learned learned) throws MalformedPayloadException {
    Matcher topic = TOPIC.matcher(message.place());
    if (!topic.matches()) {
      throw new MalformedPayloadException("no hardware address in the topic");
    }
    String address = topic.group(1).toUpperCase(Locale.ROOT);
    Optional<JsonNode> said = object(message.payload());
    Known known = byAddress.computeIfAbsent(address, key -> new Known());
    JsonNode before = topic.group(2).equals("config") ? known.config : known.sensors;
    if (said.isPresent() && said.get().equals(before)) {
      return;
    }
    Map<DeviceId, DeviceBinding> devices;
    Optional<TasmotaConfig> config;
    if (topic.group(2).equals("config")) {
      config =
          said.isPresent() ? Optional.of(TasmotaConfig.of(address, said.get())) : Optional.empty();
      known.config = said.orElse(null);
    } else {
      known.sensors = said.orElse(null);
      config =
          known.config == null
              ? Optional.empty()
              : Optional.of(TasmotaConfig.of(address, known.config));
    }
    devices =
        config
            .map(now -> TasmotaDevices.of(now, Optional.ofNullable(known.sensors)))
            .orElse(Map.of());
    Set<DeviceId> changed = new LinkedHashSet<>(known.devices.keySet());
    changed.addAll(devices.keySet());
    known.devices = devices;
    known.question = config.map(now -> Outgoing.mqtt(now.command("Backlog"), "State; Status 10"));
    if (before == null) {
      known.question.ifPresent(learned::send);
    }
    if (known.config == null && known.sensors == null) {
      byAddress.remove(address);
    }
    changed.forEach(learned::changed);
  }

  private static Optional<JsonNode> object(Payload payload) throws MalformedPayloadException {
    if (payload.isEmpty()) {
      return Optional.empty();
    }
    if (!payload.json().isObject()) {
      throw new MalformedPayloadException("not a JSON object");
    }
    return Optional.of(payload.json());
  }

  @Override
  public Optional<DeviceBinding> describe(DeviceId device) {
    String id = device.value();
    int dot = id.indexOf('.');
    String whole = dot < 0 ? id : id.substring(0, dot);
    Known known =
        whole.startsWith(TasmotaDevices.PREFIX)
            ? byAddress.get(
                whole.substring(TasmotaDevices.PREFIX.length()).toUpperCase(Locale.ROOT))
            : null;
    return known == null ? Optional.empty() : Optional.ofNullable(known.devices.get(device));
  }

  /** Tasmota does not retain its state: it is asked for. */
  @Override
  public List<Outgoing> hello() {
    return byAddress.values().stream()
        .flatMap(known -> known.question.stream())
        .limit(200)
        .toList();
  }
}
