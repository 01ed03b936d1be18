package io.hearth.adapter.homeassistant;

import io.hearth.model.device.DeviceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One physical thing and all that it said of itself, by the topic that it said it by. */
final class Housing {

  private final DeviceId id;
  private final Map<String, List<Entity>> byTopic = new LinkedHashMap<>();
  private Described described;

  /**
   * What a device says of itself.
   *
   * @param keys what it is known by to Home Assistant: identifiers and connections
   * @param identities the same, as far as other conventions have them too
   */
  record Described(
      DeviceId id,
      Set<String> keys,
      Set<String> identities,
      Optional<String> name,
      Optional<String> model,
      Optional<String> area) {}

  Housing(Described described) {
    this.id = described.id();
    this.described = described;
  }

  DeviceId id() {
    return id;
  }

  Described described() {
    return described;
  }

  void put(String topic, Described now, List<Entity> entities) {
    described = merged(now);
    byTopic.put(topic, entities);
  }

  void remove(String topic) {
    byTopic.remove(topic);
  }

  boolean isEmpty() {
    return byTopic.isEmpty();
  }

  List<Entity> entities() {
    List<Entity> all = new ArrayList<>();
    byTopic.values().forEach(all::addAll);
    return all;
  }

  private Described merged(Described now) {
    return new Described(
        id,
        union(described.keys(), now.keys()),
        union(described.identities(), now.identities()),
        now.name().or(described::name),
        now.model().or(described::model),
        now.area().or(described::area));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    if (one.containsAll(other)) {
      return one;
    }
    Set<String> all = new java.util.LinkedHashSet<>(one);
    all.addAll(other);
    return Set.copyOf(all);
  }
}
