package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.homeassistant.DiscoveryReader.Discovered;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Home Assistant's MQTT discovery. Says {@code online} at {@code <prefix>/status} as Home Assistant
 * does, so that devices describe themselves and report anew, and {@code offline} as its will.
 *
 * <p>An entity's unique id belongs to the topic that it was first described by, for as long as it
 * is described there: another topic that claims it is refused.
 */
public final class HomeAssistantConvention implements Convention {

  /** The convention's name. */
  public static final String NAME = "homeassistant";

  /** The first level of discovery topics, unless configured otherwise. */
  public static final String PREFIX = "homeassistant";

  private final String prefix;
  private final List<String> reserved;
  private final DiscoveryReader reader = new DiscoveryReader();
  private final Describer describer = new Describer(new Templates());
  private final Map<String, Housing> byKey = new HashMap<>();
  private final Map<DeviceId, Housing> byDevice = new HashMap<>();
  private final Map<String, Housing> byTopic = new HashMap<>();
  private final Map<String, String> topicByUniqueId = new HashMap<>();
  private final Map<String, Set<String>> uniqueIdsByTopic = new HashMap<>();
  private final Map<DeviceId, String> told = new HashMap<>();

  /**
   * Listens below a prefix.
   *
   * @param prefix of discovery topics, without a slash at its end
   * @param reserved first levels of topics that belong to others: nothing described here may listen
   *     or speak there
   */
  public HomeAssistantConvention(String prefix, Set<String> reserved) {
    this.prefix = prefix;
    Set<String> all = new LinkedHashSet<>(reserved);
    all.add(prefix);
    this.reserved = all.stream().map(level -> level + "/").toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Filter> filters() {
    return List.of(
        Filter.descriptions(prefix + "/+/+/config"), Filter.descriptions(prefix + "/+/+/+/config"));
  }

  @Override
  public List<Outgoing> hello() {
    return List.of(status("online"));
  }

  @Override
  public Optional<Outgoing> farewell() {
    return Optional.of(status("offline"));
  }

  private Outgoing status(String word) {
    return new Outgoing(
        new Address.Mqtt(prefix + "/status"),
        word.getBytes(StandardCharsets.UTF_8),
        "PUBLISH",
        Optional.empty(),
        1,
        true);
  }

  @Override
  public void learn(Message message, Learned learned) throws MalformedPayloadException {
    try {
      read(message, learned);
    } catch (IllegalArgumentException failure) {
      throw new MalformedPayloadException(String.valueOf(failure.getMessage()), failure);
    }
  }

  private void read(Message message, Learned learned) throws MalformedPayloadException {
    String topic = message.place();
    DiscoveryTopic place = DiscoveryTopic.of(prefix, topic);
    if (message.payload().isEmpty()) {
      forget(topic, learned);
      return;
    }
    Discovered discovered = reader.read(place, message.payload());
    if (discovered.migrates()) {
      forget(topic, learned);
      return;
    }
    Housing.Described described =
        discovered.device().orElseGet(() -> alone(place, discovered.entities()));
    List<Entity> entities = accepted(topic, described, discovered.entities(), learned);
    Optional<Housing> before = Optional.ofNullable(byTopic.get(topic));
    Housing housing = housing(described);
    if (before.isPresent() && before.get() != housing) {
      forget(topic, learned);
    }
    Set<DeviceId> concerned = new LinkedHashSet<>(Parts.of(housing).ids());
    claim(topic, entities);
    housing.put(topic, described, entities);
    housing.described().keys().forEach(key -> byKey.putIfAbsent(key, housing));
    byTopic.put(topic, housing);
    announce(housing, concerned, learned);
  }

  private void announce(Housing housing, Set<DeviceId> concerned, Learned learned) {
    Set<DeviceId> now = Parts.of(housing).ids();
    concerned.addAll(now);
    for (DeviceId device : concerned) {
      if (now.contains(device)) {
        byDevice.putIfAbsent(device, housing);
      } else {
        byDevice.remove(device, housing);
      }
      told.remove(device);
      learned.changed(device);
    }
    describeProblems(housing, now, learned);
  }

  /** Tells once what of a device cannot be understood; the rest of it holds. */
  private void describeProblems(Housing housing, Set<DeviceId> devices, Learned learned) {
    for (Entity entity : housing.entities()) {
      if (!Components.isKnown(entity.component())) {
        DeviceId device = devices.iterator().next();
        String reason = "component " + entity.component() + " is not known and left out";
        if (!reason.equals(told.put(device, reason))) {
          learned.problem(Optional.of(device), reason);
        }
      }
    }
  }

  private void forget(String topic, Learned learned) {
    Housing housing = byTopic.remove(topic);
    uniqueIdsByTopic.getOrDefault(topic, Set.of()).forEach(id -> topicByUniqueId.remove(id, topic));
    uniqueIdsByTopic.remove(topic);
    if (housing == null) {
      return;
    }
    Set<DeviceId> concerned = new LinkedHashSet<>(Parts.of(housing).ids());
    housing.remove(topic);
    if (housing.isEmpty()) {
      housing.described().keys().forEach(key -> byKey.remove(key, housing));
      concerned.forEach(device -> byDevice.remove(device, housing));
      concerned.forEach(learned::changed);
    } else {
      announce(housing, concerned, learned);
    }
  }

  private Housing housing(Housing.Described described) {
    for (String key : described.keys()) {
      Housing known = byKey.get(key);
      if (known != null) {
        return known;
      }
    }
    Housing sameId = byDevice.get(described.id());
    return sameId == null ? new Housing(described) : sameId;
  }

  /** An entity that says of no device is one. */
  private static Housing.Described alone(DiscoveryTopic place, List<Entity> entities) {
    Optional<Entity> entity = entities.stream().findFirst();
    String id = entity.flatMap(Entity::uniqueId).orElse(place.component() + "." + place.objectId());
    return new Housing.Described(
        Ids.deviceId(id),
        Set.of("alone:" + place.component() + "/" + id),
        Set.of(),
        entity.flatMap(Entity::name).or(() -> Optional.of(place.objectId())),
        Optional.empty(),
        Optional.empty());
  }

  private List<Entity> accepted(
      String topic, Housing.Described device, List<Entity> entities, Learned learned) {
    List<Entity> accepted = new ArrayList<>();
    for (Entity entity : entities) {
      Optional<String> reason = refusal(topic, entity);
      if (reason.isPresent()) {
        learned.problem(Optional.of(device.id()), reason.get());
      } else {
        accepted.add(entity);
      }
    }
    return accepted;
  }

  private Optional<String> refusal(String topic, Entity entity) {
    Optional<String> holder =
        entity.uniqueId().map(id -> topicByUniqueId.get(entity.component() + "/" + id));
    if (holder.isPresent() && !holder.get().equals(topic)) {
      return Optional.of(
          topic
              + " claims unique_id "
              + entity.uniqueId().get()
              + ", which "
              + holder.get()
              + " has");
    }
    for (Map.Entry<String, Object> field : entity.fields().values().entrySet()) {
      if (field.getKey().endsWith("topic")
          && field.getValue() instanceof String used
          && (used.startsWith("$") || reserved.stream().anyMatch(used::startsWith))) {
        return Optional.of(topic + " asks for " + used + ", which belongs to others");
      }
    }
    return Optional.empty();
  }

  private void claim(String topic, List<Entity> entities) {
    Set<String> before = uniqueIdsByTopic.getOrDefault(topic, Set.of());
    Set<String> now = new HashSet<>();
    for (Entity entity : entities) {
      entity.uniqueId().ifPresent(id -> now.add(entity.component() + "/" + id));
    }
    before.stream()
        .filter(id -> !now.contains(id))
        .forEach(id -> topicByUniqueId.remove(id, topic));
    now.forEach(id -> topicByUniqueId.put(id, topic));
    if (now.isEmpty()) {
      uniqueIdsByTopic.remove(topic);
    } else {
      uniqueIdsByTopic.put(topic, Set.copyOf(now));
    }
  }

  @Override
  public Optional<DeviceBinding> describe(DeviceId device) {
    Housing housing = byDevice.get(device);
    return housing == null
        ? Optional.empty()
        : describer.device(housing, device, (entity, reason) -> {});
  }
}
