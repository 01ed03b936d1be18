package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One zigbee2mqtt with all that it told of its network; says what changed by a message. */
final class Bridge {

  /** How many devices are asked at once: the radio is slow, and each answer crosses it. */
  static final int MOST_QUESTIONS = 64;

  /** A device as it was told last. */
  private record Known(String print, List<DeviceBinding> devices, Questions questions) {}

  /** What to say to a person. */
  interface Complaints {
    void problem(Optional<DeviceId> device, String reason);
  }

  private final String base;
  private final Map<String, Known> byAddress = new LinkedHashMap<>();
  private final Map<String, Expose> mainThings = new HashMap<>();
  private final Map<DeviceId, DeviceBinding> groups = new LinkedHashMap<>();
  private Optional<byte[]> lastDevices = Optional.empty();
  private Optional<byte[]> lastGroups = Optional.empty();
  private Optional<JsonNode> availability = Optional.empty();
  private Map<String, Boolean> availabilityOf = Map.of();

  Bridge(String base) {
    this.base = base;
  }

  Optional<DeviceBinding> describe(DeviceId device) {
    DeviceBinding group = groups.get(device);
    if (group != null) {
      return Optional.of(group);
    }
    String id = device.value();
    int dot = id.indexOf('.');
    Known known = byAddress.get(dot < 0 ? id : id.substring(0, dot));
    return known == null
        ? Optional.empty()
        : known.devices().stream().filter(binding -> binding.device().equals(device)).findFirst();
  }

  /** Questions to devices that may have said something while nobody listened. */
  List<Outgoing> questions() {
    return byAddress.values().stream()
        .flatMap(known -> known.questions().all(base).stream())
        .limit(MOST_QUESTIONS)
        .toList();
  }

  /** Questions to one device, which has just come to power. */
  List<Outgoing> questions(String address) {
    Known known = byAddress.get(address);
    return known == null ? List.of() : known.questions().all(base);
  }

  Set<DeviceId> devices(Payload payload, Complaints complaints) throws MalformedPayloadException {
    List<JsonNode> entries = entries(payload);
    lastDevices = Optional.of(payload.bytes());
    Map<String, Described> told = new LinkedHashMap<>();
    for (JsonNode entry : entries) {
      Described described = Described.of(entry);
      if (isOfUse(described, complaints)) {
        told.put(described.address(), described);
      }
    }
    Set<DeviceId> changed = new LinkedHashSet<>();
    for (String address : List.copyOf(byAddress.keySet())) {
      if (!told.containsKey(address)) {
        forgotten(address).forEach(binding -> changed.add(binding.device()));
        mainThings.remove(address);
      }
    }
    told.values().forEach(described -> changed.addAll(take(described, complaints)));
    if (!changed.isEmpty()) {
      changed.addAll(regroup(complaints));
    }
    return changed;
  }

  private List<DeviceBinding> forgotten(String address) {
    Known known = byAddress.remove(address);
    return known == null ? List.of() : known.devices();
  }

  private static List<JsonNode> entries(Payload payload) throws MalformedPayloadException {
    if (payload.isEmpty()) {
      return List.of();
    }
    if (!payload.json().isArray()) {
      throw new MalformedPayloadException("not a JSON array");
    }
    List<JsonNode> entries = new ArrayList<>();
    payload.json().forEach(entry -> entries.add(entry));
    return entries;
  }

  private static boolean isOfUse(Described described, Complaints complaints) {
    if (described.isCoordinator() || described.isDisabled() || !described.isInterviewed()) {
      return false;
    }
    if (!described.address().matches("0x[0-9a-fA-F]{1,16}")) {
      complaints.problem(Optional.empty(), "a device has no address");
      return false;
    }
    Optional<String> problem = Topics.problem(described.called());
    problem.ifPresent(
        why -> complaints.problem(Optional.of(Describer.id(described.address())), why));
    return problem.isEmpty();
  }

  private Set<DeviceId> take(Described described, Complaints complaints) {
    boolean tells = tellsWhetherThere(described);
    String print = described.print() + tells;
    Known before = byAddress.get(described.address());
    if (before != null && before.print().equals(print)) {
      return Set.of();
    }
    List<DeviceBinding> devices = Describer.devices(base, described, tells);
    if (devices.isEmpty() && !described.exposes().isEmpty()) {
      complaints.problem(
          Optional.of(Describer.id(described.address())),
          "nothing that " + described.called() + " exposes means anything here");
    }
    byAddress.put(described.address(), new Known(print, devices, Questions.of(described)));
    mainThing(described);
    Set<DeviceId> changed = new LinkedHashSet<>();
    devices.forEach(binding -> changed.add(binding.device()));
    if (before != null) {
      before.devices().forEach(binding -> changed.add(binding.device()));
    }
    return changed;
  }

  private void mainThing(Described described) {
    mainThings.remove(described.address());
    Expose.of(described.exposes()).stream()
        .filter(expose -> Groups.TYPES.contains(expose.type()))
        .findFirst()
        .ifPresent(expose -> mainThings.put(described.address(), expose));
  }

  Set<DeviceId> groups(Payload payload, Complaints complaints) throws MalformedPayloadException {
    entries(payload);
    lastGroups = Optional.of(payload.bytes());
    return regroup(complaints);
  }

  private Set<DeviceId> regroup(Complaints complaints) {
    if (lastGroups.isEmpty()) {
      return Set.of();
    }
    Set<DeviceId> changed = new LinkedHashSet<>(groups.keySet());
    groups.clear();
    try {
      for (JsonNode entry : entries(Payload.of(lastGroups.get()))) {
        for (DeviceBinding binding : Groups.devices(base, entry, mainThings, complaints)) {
          groups.put(binding.device(), binding);
        }
      }
    } catch (MalformedPayloadException known) {
      throw new IllegalStateException(known); // it was read before
    }
    changed.addAll(groups.keySet());
    return changed;
  }

  /** Takes what the bridge says of itself: whose availability is told. */
  Set<DeviceId> info(Payload payload, Complaints complaints) throws MalformedPayloadException {
    JsonNode config = payload.isEmpty() ? null : payload.json().path("config");
    if (config == null || !config.isObject()) {
      return Set.of();
    }
    Map<String, Boolean> single = new HashMap<>();
    config
        .path("devices")
        .forEachEntry((address, options) -> {
          JsonNode own = options.path("availability");
          if (!own.isMissingNode() && !own.isNull()) {
            single.put(address, isOn(own));
          }
        });
    JsonNode general = config.path("availability");
    if (availability.equals(Optional.of(general)) && availabilityOf.equals(single)) {
      return Set.of();
    }
    availability = Optional.of(general);
    availabilityOf = single;
    return lastDevices.isPresent() ? devices(Payload.of(lastDevices.get()), complaints) : Set.of();
  }

  private boolean tellsWhetherThere(Described described) {
    Boolean own = availabilityOf.get(described.address());
    return own != null ? own : availability.map(Bridge::isOn).orElse(true);
  }

  private static boolean isOn(JsonNode option) {
    return option.isObject()
        ? option.path("enabled").asBoolean(true)
        : option.isBoolean() && option.booleanValue();
  }

  /** The addresses of its devices. */
  Collection<String> addresses() {
    return byAddress.keySet();
  }
}
