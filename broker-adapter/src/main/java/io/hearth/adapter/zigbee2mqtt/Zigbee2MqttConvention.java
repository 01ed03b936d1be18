package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * zigbee2mqtt's own model: what {@code bridge/devices} says that devices expose, {@code
 * bridge/groups}, and whose availability {@code bridge/info} says to be told. A device is known by
 * its radio address, whatever it is called.
 */
public final class Zigbee2MqttConvention implements Convention {

  /** The convention's name. */
  public static final String NAME = "zigbee2mqtt";

  /** The usual base topic and others of one level. The usual one is named for people. */
  public static final List<String> ANY_BASE = List.of("zigbee2mqtt", "+");

  private static final String DEVICES = "/bridge/devices";
  private static final String GROUPS = "/bridge/groups";
  private static final String INFO = "/bridge/info";
  private static final String EVENT = "/bridge/event";

  private final List<String> bases;
  private final Map<String, Bridge> bridges = new LinkedHashMap<>();
  private final Map<DeviceId, String> speakers = new HashMap<>();

  /**
   * @param bases base topics, of several levels where they are; {@code +} stands for any level
   */
  public Zigbee2MqttConvention(List<String> bases) {
    this.bases = List.copyOf(bases);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Filter> filters() {
    List<Filter> filters = new ArrayList<>();
    for (String base : bases) {
      filters.add(Filter.descriptions(base + INFO));
      filters.add(Filter.descriptions(base + DEVICES));
      filters.add(Filter.descriptions(base + GROUPS));
      filters.add(Filter.reports(base + EVENT));
    }
    return filters;
  }

  @Override
  public void learn(Message message, Learned learned) throws MalformedPayloadException {
    String topic = message.place();
    for (String kind : List.of(DEVICES, GROUPS, INFO, EVENT)) {
      if (topic.endsWith(kind) && topic.length() > kind.length()) {
        String base = topic.substring(0, topic.length() - kind.length());
        learn(base, kind, message, learned);
        return;
      }
    }
  }

  private void learn(String base, String kind, Message message, Learned learned)
      throws MalformedPayloadException {
    Bridge bridge = bridges.computeIfAbsent(base, Bridge::new);
    if (kind.equals(EVENT)) {
      event(bridge, message, learned);
      return;
    }
    Set<String> before = new LinkedHashSet<>(bridge.addresses());
    Set<DeviceId> changed =
        switch (kind) {
          case DEVICES -> bridge.devices(message.payload(), learned::problem);
          case GROUPS -> bridge.groups(message.payload(), learned::problem);
          default -> bridge.info(message.payload(), learned::problem);
        };
    changed.forEach(device -> speaks(base, device, learned));
    if (before.isEmpty()) {
      bridge.questions().forEach(learned::send);
    } else {
      bridge.addresses().stream()
          .filter(address -> !before.contains(address))
          .flatMap(address -> bridge.questions(address).stream())
          .limit(Bridge.MOST_QUESTIONS)
          .forEach(learned::send);
    }
  }

  /** Whoever described a device first keeps it until it lets go. */
  private void speaks(String base, DeviceId device, Learned learned) {
    String speaker = speakers.get(device);
    boolean described =
        Optional.ofNullable(bridges.get(base)).flatMap(b -> b.describe(device)).isPresent();
    if (speaker != null && !speaker.equals(base)) {
      if (described) {
        learned.problem(Optional.of(device), base + " describes it, but it belongs to " + speaker);
      }
      return;
    }
    if (described) {
      speakers.put(device, base);
    } else {
      speakers.remove(device);
      bridges.entrySet().stream()
          .filter(other -> other.getValue().describe(device).isPresent())
          .findFirst()
          .ifPresent(other -> speakers.put(device, other.getKey()));
    }
    learned.changed(device);
  }

  /** A device that came to power says nothing of itself unless it is asked. */
  private static void event(Bridge bridge, Message message, Learned learned)
      throws MalformedPayloadException {
    if (message.retained() || message.payload().isEmpty()) {
      return;
    }
    JsonNode event = message.payload().json();
    JsonNode address = event.path("data").path("ieee_address");
    JsonNode type = event.path("type");
    if (type.isString() && type.asString().equals("device_announce") && address.isString()) {
      bridge.questions(address.asString()).forEach(learned::send);
    }
  }

  @Override
  public Optional<DeviceBinding> describe(DeviceId device) {
    return Optional.ofNullable(speakers.get(device))
        .map(bridges::get)
        .flatMap(bridge -> bridge.describe(device));
  }

  @Override
  public List<Outgoing> hello() {
    return bridges.values().stream().flatMap(bridge -> bridge.questions().stream()).toList();
  }
}
